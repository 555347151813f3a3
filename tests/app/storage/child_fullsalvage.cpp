// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Runs on a file system of one mebibyte, with a store that has no room beside itself.
#include "app/storage/backup.h"
#include "app/storage/salvage.h"
#include "app/storage/statement.h"
#include "tests/app/storage/childprocess.h"
#include "tests/support/storage/tempstore.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

class ChildFullSalvage final : public QObject {
    Q_OBJECT
private slots:
    void aRescueWithoutRoomLeavesEverythingAsItWas()
    {
        if (childFolder().isEmpty()) {
            QSKIP("runs as a child of tst_filesystem");
        }
        const QString folder{childFolder() + QStringLiteral("/profile")};
        QString file;
        {
            TempStore store{folder};
            file = store.file();
            const AccountId account{store.addAccount(QStringLiteral("Office"))};
            store.addMany(account, QStringLiteral("+27820000001"), 300, 1000, 1000);
            const auto backup =
                makeBackup(store.reader(), file, 86400000, freeBytesAt(childFolder()));
            QVERIFY(!backup);
            QCOMPARE(backup.error().detail(), QStringLiteral("no-room"));
        }
        QFile filler{childFolder() + QStringLiteral("/filler")};
        QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        while (filler.write(QByteArray(4096, 'x')) == 4096) { }
        filler.close();
        const QStringList before{QDir{folder}.entryList(QDir::Files)};
        const auto report = salvage(file, 5000000, [](int) {});
        QVERIFY(!report);
        QCOMPARE(report.error().detail(), QStringLiteral("disk-full"));
        QCOMPARE(QDir{folder}.entryList(QDir::Files), before);
        QVERIFY(filler.remove());
        TempStore again{folder};
        auto rows = again.reader().prepare("SELECT count(*) FROM message");
        QVERIFY(rows.first());
        QCOMPARE(rows.integer(0), qint64{300});
    }
};

TEXTDESK_TEST(child_fullsalvage, ChildFullSalvage)
#include "child_fullsalvage.moc"
