// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Runs on a file system of one mebibyte.
#include "app/storage/searchindex.h"
#include "app/storage/statement.h"
#include "tests/app/storage/books.h"
#include "tests/app/storage/childprocess.h"
#include "tests/support/storage/tempstore.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

class ChildFullDisk final : public QObject {
    Q_OBJECT
private slots:
    void refusesWhileTheDiskIsFullAndGoesOnAfterwards()
    {
        if (childFolder().isEmpty()) {
            QSKIP("runs as a child of tst_filesystem");
        }
        QFile filler{childFolder() + QStringLiteral("/filler")};
        QVERIFY(filler.open(QIODevice::WriteOnly));
        QVERIFY(filler.write(QByteArray(300000, 'x')) == 300000);
        filler.close();
        TempStore store{childFolder() + QStringLiteral("/profile")};
        m_account = store.addAccount(QStringLiteral("Office"));
        const Error error{fill(store)};
        QCOMPARE(error.kind(), ErrorKind::Storage);
        QCOMPARE(error.detail(), QStringLiteral("disk-full"));
        QCOMPARE(stored(store), m_stored);
        QVERIFY(m_stored > 0);
        QVERIFY(!add(store)); // still full, and still only refused
        QVERIFY(filler.remove());
        QVERIFY(add(store));
        QCOMPARE(stored(store), m_stored);
        QCOMPARE(wrongBooks(store.reader()), QStringList{});
        QTRY_COMPARE(int(searchMessages(store.reader(), QStringLiteral("number"), {}, 1000).size()),
            m_stored);
        auto check = store.reader().prepare("PRAGMA integrity_check");
        QVERIFY(check.first());
        QCOMPARE(check.text(0), QStringLiteral("ok"));
    }

    void aDiskWithoutAnyRoomRefusesToOpen()
    {
        if (childFolder().isEmpty()) {
            QSKIP("runs as a child of tst_filesystem");
        }
        QFile filler{childFolder() + QStringLiteral("/filler")};
        QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        while (filler.write(QByteArray(4096, 'x')) == 4096) { }
        filler.close();
        ManualClock clock;
        const auto opened =
            Database::open(childFolder() + QStringLiteral("/other/textdesk.db"), clock);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind(), ErrorKind::Storage);
        QVERIFY2(opened.error().detail() == QStringLiteral("disk-full")
                || opened.error().detail() == QStringLiteral("cannot-open"),
            qPrintable(opened.error().detail()));
    }

private:
    Result<Message> add(TempStore& store)
    {
        const QString text{QStringLiteral("number ") + QString(15000, QChar{u'a'})};
        auto result = store.write<Message>([this, text](WriteContext& context) -> Result<Message> {
            return Testing::store(
                context, incoming(m_account, QStringLiteral("+27820000001"), text));
        });
        m_stored += result ? 1 : 0;
        return result;
    }
    Error fill(TempStore& store)
    {
        for (int i{0}; i < 500; ++i) {
            const auto result = add(store);
            if (!result) {
                return result.error();
            }
        }
        return Error{ErrorKind::Cancelled, QStringLiteral("never full")};
    }
    static int stored(TempStore& store)
    {
        auto count = store.reader().prepare("SELECT count(*) FROM message");
        return count.first() ? int(count.integer(0)) : -1;
    }

    AccountId m_account;
    int m_stored{0};
};

TEXTDESK_TEST(child_fulldisk, ChildFullDisk)
#include "child_fulldisk.moc"
