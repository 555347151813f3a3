// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/providers/zoomconnect/zoomsettings.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;

namespace {

AccountConfig configured(const QMap<QString, QString>& settings)
{
    AccountConfig config;
    config.settings.insert(QStringLiteral("email"), QStringLiteral("desk@example.org"));
    config.settings.insert(settings);
    return config;
}

} // namespace

class TestZoomSettings final : public QObject {
    Q_OBJECT
private slots:
    void checksEverySetting_data()
    {
        QTest::addColumn<QString>("settings"); // "key=value;key=value"
        QTest::addColumn<QString>("problem");
        const auto row = [](const char* settings, const char* problem = "") {
            QTest::newRow(settings)
                << QString::fromLatin1(settings) << QString::fromLatin1(problem);
        };
        row("");
        row("base-url=https://sms.example.org");
        row("base-url=http://127.0.0.1:8080/app/");
        row("base-url=http://127.9.9.9/");
        row("base-url=http://[::1]:8080/");
        row("base-url=http://localhost:1/");
        row("base-url=http://sms.example.org/", "base-url: insecure");
        row("base-url=http://sms.example.org/;allow-insecure=true");
        row("base-url=http://localhost.example.org/", "base-url: insecure");
        row("base-url=http://127.0.0.1.example.org/", "base-url: insecure");
        row("base-url=HTTP://sms.example.org/", "base-url: insecure");
        row("base-url=", "base-url: not a web address");
        row("base-url=sms.example.org", "base-url: not a web address");
        row("base-url=ftp://sms.example.org/", "base-url: not a web address");
        row("base-url=https:///app/", "base-url: not a web address");
        row("base-url=https://sms example.org/", "base-url: not a web address");
        row("base-url=https://desk:token@sms.example.org/", "base-url: more than an address");
        row("base-url=https://sms.example.org/?a=b", "base-url: more than an address");
        row("base-url=https://sms.example.org/#a", "base-url: more than an address");
        row("auth=basic");
        row("auth=headers");
        row("auth=url", "auth: url needs testing");
        row("auth=url;testing=false", "auth: url needs testing");
        row("auth=url;testing=true");
        row("auth=cookie", "auth: unknown");
        row("auth=", "auth: unknown");
        row("email=", "email: missing");
        row("email=desk", "email: not an address");
        row("email=de sk@example.org", "email: not an address");
        row("email=a@b@c", "email: not an address");
        row("email=a:b@example.org");
        row("email=a:b@example.org;auth=basic", "email: colon with basic");
        row("region=GB");
        row("region=gb");
        row("region=");
        row("region=ZAF", "region: two letters");
        row("region=27", "region: two letters");
        row("provider-zone=UTC");
        row("provider-zone=-03:30");
        row("provider-zone=+0200");
        row("provider-zone=Africa/Johannesburg");
        row("provider-zone=", "provider-zone: unknown");
        row("provider-zone=+15:00", "provider-zone: unknown");
        row("provider-zone=+02:60", "provider-zone: unknown");
        row("provider-zone=Moon/Sea", "provider-zone: unknown");
        row("checksum=off");
        row("checksum=maybe", "checksum: unknown");
        row("poll-seconds=10");
        row("poll-seconds=9", "poll-seconds: 10 to 86400");
        row("poll-seconds=soon", "poll-seconds: 10 to 86400");
        row("poll-seconds=86401", "poll-seconds: 10 to 86400");
        row("public-url=https://hooks.example.org/x");
        row("public-url=hooks.example.org", "public-url: not a web address");
        row("public-url=file:///etc/hosts", "public-url: not a web address");
        row("testing=yes", "testing: true or false");
        row("allow-insecure=1", "allow-insecure: true or false");
        row("something-else=1");
    }

    void checksEverySetting()
    {
        QFETCH(QString, settings);
        QFETCH(QString, problem);
        QMap<QString, QString> map;
        for (const QString& pair : settings.split(QLatin1Char{';'}, Qt::SkipEmptyParts)) {
            map.insert(pair.section(QLatin1Char{'='}, 0, 0), pair.section(QLatin1Char{'='}, 1));
        }
        const auto read = readZoomSettings(configured(map));
        QCOMPARE(read ? QString{} : read.error().detail(), problem);
        if (!read) {
            QCOMPARE(read.error().kind(), ErrorKind::Rejected);
        }
    }

    void aLineBreakInTheEmailIsNoAddress()
    {
        const auto read = readZoomSettings(configured(
            {{QStringLiteral("email"), QStringLiteral("desk@example.org\r\nX-Evil:1")}}));
        QVERIFY(!read);
        QCOMPARE(read.error().detail(), QStringLiteral("email: not an address"));
    }

    void understandsWhatItReads()
    {
        const auto read = readZoomSettings(configured({
            {QStringLiteral("base-url"), QStringLiteral(" https://sms.example.org/a%20b ")},
            {QStringLiteral("region"), QStringLiteral("gb")},
            {QStringLiteral("auth"), QStringLiteral("basic")},
            {QStringLiteral("checksum"), QStringLiteral("off")},
            {QStringLiteral("provider-zone"), QStringLiteral("-03:30")},
        }));
        QVERIFY(read);
        QCOMPARE(read->base.toEncoded(), QByteArray{"https://sms.example.org/a%20b/"});
        QCOMPARE(read->region, QStringLiteral("GB"));
        QCOMPARE(read->auth, ZoomAuth::Basic);
        QVERIFY(!read->checksumRequired);
        QCOMPARE(read->zone.offsetFromUtc(QDateTime::currentDateTimeUtc()), -(3 * 60 + 30) * 60);
    }
};

TEXTDESK_TEST(tst_zoomsettings, TestZoomSettings)
#include "tst_zoomsettings.moc"
