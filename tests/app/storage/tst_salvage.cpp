// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Databases hurt in the ways that disks hurt them, and what a person still has afterwards.
#include "app/storage/salvage.h"

#include "app/storage/backup.h"
#include "app/storage/integrity.h"
#include "app/storage/messagetable.h"
#include "app/storage/optouttable.h"
#include "app/storage/profilefacts.h"
#include "app/storage/searchindex.h"
#include "app/storage/statement.h"
#include "tests/app/storage/books.h"
#include "tests/support/storage/tempstore.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

namespace {

const QString ann{QStringLiteral("+27820000001")};
const QString ben{QStringLiteral("+27820000002")};
constexpr int pageBytes{4096};
constexpr int messages{3000};

} // namespace

class TestSalvage final : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_store = std::make_unique<TempStore>();
        m_account = m_store->addAccount(QStringLiteral("Office"));
        m_store->addMany(m_account, ann, messages, 1000, 60000);
        m_store->addIncoming(m_account, ben, QStringLiteral("a word from ben"));
        m_store->change([](WriteContext& context) {
            OptOutTable::close(context, {ben, 1000, QStringLiteral("stop-word"), {}, {}});
        });
    }

    void cleanup() { m_store.reset(); }

    void aWholeFileComesThroughWhole()
    {
        const SalvageReport report{salvageIt()};
        QCOMPARE(report.gaps, 0);
        QCOMPARE(report.messages, qint64{messages + 1});
        QCOMPARE(report.conversations, qint64{2});
        expectAGoodStore(messages + 1);
    }

    void pagesOfRubbishCostOnlyWhatStoodOnThem_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed{1}; seed <= 8; ++seed) {
            QTest::addRow("holes %u", seed) << seed;
        }
    }

    void pagesOfRubbishCostOnlyWhatStoodOnThem()
    {
        QFETCH(const quint32, seed);
        m_store->close();
        QRandomGenerator random{seed};
        const int pages{int(QFileInfo{m_store->file()}.size() / pageBytes)};
        for (int i{0}; i < 5; ++i) {
            overwrite(random.bounded(pages / 2, pages) * qint64{pageBytes}, pageBytes);
        }
        const auto report = Textdesk::salvage(m_store->file(), 5000000, [](int) {});
        QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().detail()));
        QVERIFY2(
            report->messages > messages * 8 / 10, qPrintable(QString::number(report->messages)));
        m_store->open();
        expectAGoodStore(report->messages);
        QVERIFY(QFile::exists(report->keptFile));
    }

    void textsOfALostConversationAndAccountStayReadable()
    {
        m_store->change([](WriteContext& context) {
            context.db.execute(QStringLiteral("PRAGMA defer_foreign_keys=ON"));
        });
        m_store->close();
        {
            const auto db = Connection::open(m_store->file(), Connection::Mode::ReadWrite);
            (*db)->execute(QStringLiteral("PRAGMA foreign_keys=OFF"));
            (*db)->execute(QStringLiteral("DELETE FROM conversation"));
            (*db)->execute(QStringLiteral("DELETE FROM line"));
            (*db)->execute(QStringLiteral("DELETE FROM account"));
            QVERIFY(!(*db)->error());
        }
        const SalvageReport report{salvageIt()};
        QCOMPARE(report.messages, qint64{messages + 1});
        QCOMPARE(report.conversations, qint64{2});
        expectAGoodStore(messages + 1);
        QCOMPARE(count("SELECT count(*) FROM account WHERE removed_ms > 0"), 1);
    }

    void whatWaitedToBeSentIsInDoubtAndAccountsWait()
    {
        m_store->addOutgoing(m_account, ann, QStringLiteral("was it sent?"));
        salvageIt();
        QCOMPARE(count("SELECT count(*) FROM message WHERE state IN (2, 3)"), 0);
        QCOMPARE(count("SELECT count(*) FROM message WHERE state = 8 AND reason = 'restored'"), 1);
        QCOMPARE(count("SELECT count(*) FROM account WHERE paused = 'restored'"), 1);
        QVERIFY(ProfileFacts::number(m_store->reader(), ProfileFacts::restoredMs) > 0);
    }

    void whoSaidStopStaysClosedByBackupOrLog()
    {
        const auto backup =
            makeBackup(m_store->reader(), m_store->file(), 4000000, qint64{1} << 40);
        QVERIFY(backup.has_value());
        m_store->change([](WriteContext& context) {
            OptOutTable::close(context, {ann, 2000, QStringLiteral("stop-word"), {}, {}});
            context.db.execute(QStringLiteral("DELETE FROM opt_out"));
            context.db.execute(
                QStringLiteral("DELETE FROM opt_out_log WHERE peer = '+27820000002'"));
        });
        salvageIt();
        QVERIFY(OptOutTable::isClosed(m_store->reader(), ann)); // the log
        QVERIFY(OptOutTable::isClosed(m_store->reader(), ben)); // the backup
    }

    void nothingThatReadsAsADatabaseIsNotTouched()
    {
        m_store->close();
        overwrite(0, int(QFileInfo{m_store->file()}.size()));
        QFile file{m_store->file()};
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray before{file.readAll()};
        file.close();
        const auto report = salvage(m_store->file(), 5000000, [](int) {});
        QVERIFY(!report);
        QCOMPARE(report.error().detail(), QStringLiteral("unreadable"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), before);
        QCOMPARE(QFileInfo{m_store->file()}.dir().entryList(QDir::Files),
            QStringList{QStringLiteral("textdesk.db")});
    }

    void aBackupTakesTheDamagedOnesPlace()
    {
        m_store->addOutgoing(m_account, ann, QStringLiteral("waits"));
        const auto backup =
            makeBackup(m_store->reader(), m_store->file(), 4000000, qint64{1} << 40);
        QVERIFY(backup.has_value());
        m_store->close();
        overwrite(0, pageBytes);
        const auto report = restoreBackup(m_store->file(), backup->file, 5000000);
        QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().detail()));
        QCOMPARE(report->messages, qint64{messages + 2});
        QVERIFY(QFile::exists(report->keptFile));
        m_store->open();
        QCOMPARE(count("SELECT count(*) FROM message WHERE state = 8"), 1);
        QCOMPARE(count("SELECT count(*) FROM account WHERE paused = 'restored'"), 1);
        expectAGoodStore(messages + 2);
    }

    void aBackupThatIsDamagedItselfChangesNothing()
    {
        m_store->close();
        const QString rubbish{
            QFileInfo{m_store->file()}.absolutePath() + QStringLiteral("/old.db")};
        QFile file{rubbish};
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray{9000, 'x'});
        file.close();
        const auto report = restoreBackup(m_store->file(), rubbish, 5000000);
        QVERIFY(!report);
        QCOMPARE(report.error().detail(), QStringLiteral("damaged"));
        m_store->open();
        expectAGoodStore(messages + 1);
    }

private:
    SalvageReport salvageIt()
    {
        m_store->close();
        int last{-1};
        const auto report = salvage(m_store->file(), 5000000, [&last](int percent) {
            QVERIFY2(percent >= last && percent <= 100, qPrintable(QString::number(percent)));
            last = percent;
        });
        if (!report) {
            qFatal("not salvaged: %s", qPrintable(report.error().detail()));
        }
        m_store->open();
        return *report;
    }
    void overwrite(qint64 place, int bytes)
    {
        QFile file{m_store->file()};
        QVERIFY(file.open(QFile::ReadWrite));
        QVERIFY(file.seek(place));
        QCOMPARE(file.write(QByteArray{bytes, 'x'}), qint64{bytes});
    }
    void expectAGoodStore(qint64 expected)
    {
        Connection& db{m_store->reader()};
        QCOMPARE(*checkIntegrity(db, CheckDepth::Whole), QStringList{});
        QCOMPARE(wrongBooks(db), QStringList{});
        QCOMPARE(qint64{count("SELECT count(*) FROM message")}, expected);
        QCOMPARE(count("SELECT count(*) FROM pragma_foreign_key_check"), 0);
        // Every text that is there is found.
        const auto found = searchMessages(db, QStringLiteral("message"), {}, 2 * messages);
        QCOMPARE(
            int(found.size()), count("SELECT count(*) FROM message WHERE text LIKE 'message%'"));
        // And life goes on.
        m_store->addIncoming(
            m_account, QStringLiteral("+27820000009"), QStringLiteral("after the salvage"));
        QTRY_COMPARE(int(searchMessages(db, QStringLiteral("salvage"), {}, 10).size()), 1);
    }
    int count(const char* sql)
    {
        auto query = m_store->reader().prepare(sql);
        return query.first() ? int(query.integer(0)) : -1;
    }

    std::unique_ptr<TempStore> m_store;
    AccountId m_account;
};

TEXTDESK_TEST(tst_salvage, TestSalvage)
#include "tst_salvage.moc"
