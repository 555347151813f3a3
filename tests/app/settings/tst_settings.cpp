// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings.h"
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
};

TEXTDESK_TEST(tst_settings, TestSettings)
#include "tst_settings.moc"
