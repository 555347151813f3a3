// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/providers/providerregistry.h"
#include "app/providers/zoomconnect/zoomconnect.h"
#include "tests/support/manualclock.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;

class TestProviderRegistry final : public QObject {
    Q_OBJECT
private slots:
    void findsWhatWasAdded()
    {
        ProviderRegistry registry;
        QVERIFY(!registry.find(QStringLiteral("zoomconnect")));
        registry.add(zoomConnectKind());
        QCOMPARE(registry.keys(), QStringList{QStringLiteral("zoomconnect")});
        const ProviderKind* kind{registry.find(QStringLiteral("zoomconnect"))};
        QVERIFY(kind);
        QCOMPARE(kind->displayName, QStringLiteral("ZoomConnect"));
        QCOMPARE(kind->secrets.size(), 2);
        QVERIFY(kind->secrets.at(0).required);
        QVERIFY(!kind->secrets.at(1).required);
        QVERIFY(!registry.find(QStringLiteral("ZoomConnect")));
    }

    void fillsInDefaultsWithoutTouchingWhatIsSet()
    {
        ProviderRegistry registry;
        registry.add(zoomConnectKind());
        AccountConfig config{AccountId{1}, QStringLiteral("Desk"), QStringLiteral("zoomconnect"),
            {{QStringLiteral("region"), QStringLiteral("GB")}}};
        config = registry.withDefaults(config);
        QCOMPARE(config.setting(QStringLiteral("region")), QStringLiteral("GB"));
        QCOMPARE(config.setting(QStringLiteral("provider-zone")), QStringLiteral("+02:00"));
        QCOMPARE(config.setting(QStringLiteral("checksum")), QStringLiteral("required"));
        QCOMPARE(config.setting(QStringLiteral("auth")), QStringLiteral("headers"));
        QCOMPARE(config.setting(QStringLiteral("poll-seconds")), QStringLiteral("60"));
        QCOMPARE(config.setting(QStringLiteral("base-url")),
            QStringLiteral("https://www.zoomconnect.com/app/"));
    }

    void everyDefaultThatMustBeOneOfAChoiceIs()
    {
        for (const SettingField& field : zoomConnectKind().settings) {
            QVERIFY2(field.choices.isEmpty() || field.choices.contains(field.defaultValue),
                qPrintable(field.key));
        }
    }

    void makesAProviderOnlyFromSettingsItAccepts()
    {
        Testing::ManualClock clock;
        HttpClient http{clock};
        const ProviderKind kind{zoomConnectKind()};
        AccountConfig config{AccountId{1}, QStringLiteral("Desk"), kind.key, {}};
        const SecretSource none{[](const QString&) { return SecretText{}; }};
        QVERIFY(!kind.validate(config));
        QVERIFY(!kind.make(config, none, {http, clock}));

        config.settings.insert(QStringLiteral("email"), QStringLiteral("desk@example.org"));
        QVERIFY(kind.validate(config));
        const auto provider = kind.make(config, none, {http, clock});
        QVERIFY(provider);
        QVERIFY(provider->proof());
        QVERIFY(provider->balance());
        QVERIFY(provider->history());
        QVERIFY(provider->inbound());
        QVERIFY(provider->sending()->canSchedule());
        QCOMPARE(provider->sending()->bulkLimit(), 100);
        QCOMPARE(provider->sending()->dataFieldLimit(), 50);
    }
};

TEXTDESK_TEST(tst_providerregistry, TestProviderRegistry)
#include "tst_providerregistry.moc"
