// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings.h"

#include "app/settings/settingtable.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Textdesk;

class TestSettings final : public QObject {
    Q_OBJECT
private slots:
    void aNewProfileHasTheDefaults()
    {
        const QTemporaryDir folder;
        const Settings settings{folder.path()};
        QCOMPARE(settings.text(Setting::Theme), QStringLiteral("system"));
        QCOMPARE(settings.number(Setting::ListenerPort), 8477);
        QCOMPARE(settings.text(Setting::ListenerAddress), QStringLiteral("127.0.0.1"));
        QVERIFY(settings.value(Setting::WindowGeometry).toByteArray().isEmpty());
    }

    void whatIsSetIsThereAfterARestartForItsOwnerOnly()
    {
        const QTemporaryDir folder;
        {
            Settings settings{folder.path()};
            QSignalSpy changed{&settings, &Settings::changed};
            settings.set(Setting::Theme, QStringLiteral("dark"));
            settings.set(Setting::Theme, QStringLiteral("dark"));
            settings.set(Setting::WindowGeometry, QByteArray::fromHex("00ff10"));
            QCOMPARE(changed.size(), 2);
        }
        const Settings settings{folder.path()};
        QCOMPARE(settings.text(Setting::Theme), QStringLiteral("dark"));
        QCOMPARE(
            settings.value(Setting::WindowGeometry).toByteArray(), QByteArray::fromHex("00ff10"));
        const auto permissions =
            QFile::permissions(folder.filePath(QStringLiteral("settings.ini")));
        QVERIFY(!(permissions & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther)));
    }

    void rubbishInTheFileMeansTheDefault()
    {
        const QTemporaryDir folder;
        QFile file{folder.filePath(QStringLiteral("settings.ini"))};
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[listener]\nport=banana\n[window\ntheme\x00\x01=");
        file.close();
        const Settings settings{folder.path()};
        QCOMPARE(settings.number(Setting::ListenerPort), 8477);
        QCOMPARE(settings.text(Setting::Theme), QStringLiteral("system"));
    }

    void everyRowStandsAtItsPlaceUnderAKeyOfItsOwn()
    {
        QSet<QString> keys;
        for (size_t i{0}; i < settingTable().size(); ++i) {
            const SettingRow& row{settingTable()[i]};
            QCOMPARE(size_t(row.setting), i);
            QCOMPARE(&rowOf(row.setting), &row);
            QVERIFY2(fits(row, row.fallback), row.key);
            keys.insert(QString::fromLatin1(row.key));
        }
        QCOMPARE(size_t(keys.size()), settingTable().size());
    }

    void aValueThatIsNotPossibleMeansTheDefault_data()
    {
        QTest::addColumn<Setting>("setting");
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("no such theme")
            << Setting::Theme << QByteArrayLiteral("[window]\ntheme=red");
        QTest::newRow("a port too large")
            << Setting::ListenerPort << QByteArrayLiteral("[listener]\nport=70000");
        QTest::newRow("a negative port")
            << Setting::ListenerPort << QByteArrayLiteral("[listener]\nport=-1");
        QTest::newRow("half a port")
            << Setting::ListenerPort << QByteArrayLiteral("[listener]\nport=84.5x");
        QTest::newRow("an address that is none")
            << Setting::ListenerAddress << QByteArrayLiteral("[listener]\naddress=300.1.1.1");
        QTest::newRow("a list for an address")
            << Setting::ListenerAddress << QByteArrayLiteral("[listener]\naddress=1, 2, 3");
        QTest::newRow("a minute too long")
            << Setting::UndoMs << QByteArrayLiteral("[sending]\nundo-ms=99999999");
        QTest::newRow("beyond any number")
            << Setting::UndoMs << QByteArrayLiteral("[sending]\nundo-ms=99999999999999999999");
        QTest::newRow("a region in words")
            << Setting::DefaultRegion << QByteArrayLiteral("[sending]\nregion=South Africa");
    }

    void aValueThatIsNotPossibleMeansTheDefault()
    {
        QFETCH(const Setting, setting);
        QFETCH(const QByteArray, line);
        const QTemporaryDir folder;
        QFile file{folder.filePath(QStringLiteral("settings.ini"))};
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(line);
        file.close();
        Settings settings{folder.path()};
        QCOMPARE(settings.value(setting), rowOf(setting).fallback);
        QVERIFY(settings.isDefault(setting));
        QCOMPARE(settings.unusable(), QStringList{QString::fromLatin1(rowOf(setting).key)});
        settings.reset(setting);
        QCOMPARE(settings.unusable(), QStringList{});
    }

    void backToTheDefaultLeavesNothingInTheFile()
    {
        const QTemporaryDir folder;
        Settings settings{folder.path()};
        QSignalSpy changed{&settings, &Settings::changed};
        settings.set(Setting::ProxyHost, QStringLiteral("proxy.example"));
        QVERIFY(!settings.isDefault(Setting::ProxyHost));
        settings.reset(Setting::ProxyHost);
        settings.reset(Setting::ProxyHost);
        QCOMPARE(changed.size(), 2);
        QVERIFY(settings.isDefault(Setting::ProxyHost));
        QFile file{folder.filePath(QStringLiteral("settings.ini"))};
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("proxy"));
    }
};

TEXTDESK_TEST(tst_settings, TestSettings)
#include "tst_settings.moc"
