// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Many rows at once end as one by one, and nothing comes in twice.
#include "app/storage/bulkinsert.h"

#include "app/storage/forgetting.h"
#include "app/storage/messageids.h"
#include "app/storage/messagetable.h"
#include "app/storage/searchindex.h"
#include "app/storage/statement.h"
#include "tests/app/storage/books.h"
#include "tests/app/storage/childprocess.h"
#include "tests/app/storage/historyrows.h"
#include "tests/support/storage/tempstore.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestBulkInsert final : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_store = std::make_unique<TempStore>();
        m_account = m_store->addAccount(QStringLiteral("Office"));
    }
    void cleanup() { m_store.reset(); }

    void endsAsOneByOne();
    void aSecondTimeAddsNothing();
    void whatAPersonDeletedStaysDeleted();
    void withoutAnIdTheWordsTell();
    void manyInOneMillisecond();
    void anIncomingTextWakesASnoozedConversation();
    void killedInTheMiddleAndRunAgain_data();
    void killedInTheMiddleAndRunAgain();

private:
    struct Outcome final {
        int added{0};
        int known{0};
        int forgotten{0};
    };
    [[nodiscard]] static Outcome bring(
        TempStore& store, std::vector<Message> rows, size_t slice = 64);
    [[nodiscard]] static QStringList dump(TempStore& store, const char* sql, int columns);
    [[nodiscard]] static bool indexIsWhole(TempStore& store);

    std::unique_ptr<TempStore> m_store;
    AccountId m_account;
};

TestBulkInsert::Outcome TestBulkInsert::bring(
    TempStore& store, std::vector<Message> rows, size_t slice)
{
    Outcome outcome;
    for (size_t from{0}; from < rows.size(); from += slice) {
        store.change([&](WriteContext& context) {
            BulkInsert insert{context};
            for (size_t i{from}; i < std::min(rows.size(), from + slice); ++i) {
                const BulkInsert::Row row{insert.add(rows[i])};
                outcome.added += row == BulkInsert::Row::Added ? 1 : 0;
                outcome.known += row == BulkInsert::Row::Known ? 1 : 0;
                outcome.forgotten += row == BulkInsert::Row::Forgotten ? 1 : 0;
            }
            insert.finish();
        });
    }
    return outcome;
}

QStringList TestBulkInsert::dump(TempStore& store, const char* sql, int columns)
{
    QStringList lines;
    auto rows = store.reader().prepare(sql);
    rows.run();
    while (rows.next()) {
        QStringList line;
        for (int column{0}; column < columns; ++column) {
            line.append(rows.text(column));
        }
        lines.append(line.join(u'|'));
    }
    return lines;
}

bool TestBulkInsert::indexIsWhole(TempStore& store)
{
    bool whole{false};
    store.change([&whole](WriteContext& context) {
        whole = context.db
                    .prepare("INSERT INTO message_index(message_index, rank) "
                             "VALUES('integrity-check', 1)")
                    .run();
    });
    return whole;
}

void TestBulkInsert::endsAsOneByOne()
{
    const std::vector<Message> rows{historyRows(m_account, 600)};
    const Outcome outcome{bring(*m_store, rows)};
    QCOMPARE(outcome.added, 600);

    TempStore slow;
    const AccountId account{slow.addAccount(QStringLiteral("Office"))};
    slow.change([&](WriteContext& context) {
        for (Message row : rows) {
            row.account = account;
            (void)Testing::store(context, row);
        }
    });
    constexpr auto messages =
        "SELECT id, direction, state, text, reason, provider_id, reference, at_ms, state_ms, "
        "parts, read, conversation_id FROM message ORDER BY id";
    constexpr auto conversations =
        "SELECT peer, sort_ms, last_message_id, preview, preview_direction, preview_state, "
        "preview_reason, unread, failed, waiting, snoozed_ms FROM conversation ORDER BY peer";
    QCOMPARE(dump(*m_store, conversations, 11), dump(slow, conversations, 11));
    QCOMPARE(dump(*m_store, messages, 11), dump(slow, messages, 11));
    QCOMPARE(wrongBooks(m_store->reader()), QStringList{});
    QVERIFY(indexIsWhole(*m_store));
    for (const char* words : {"word3", "row17", "zoe", "word5 row4", "nowhere"}) {
        const QString typed{QString::fromLatin1(words)};
        QCOMPARE(searchMessages(m_store->reader(), typed, {}, 1000),
            searchMessages(slow.reader(), typed, {}, 1000));
    }
    QCOMPARE(searchMessages(m_store->reader(), QStringLiteral("row"), {}, 1000).size(), 600U);
}

void TestBulkInsert::aSecondTimeAddsNothing()
{
    const std::vector<Message> rows{historyRows(m_account, 300)};
    QCOMPARE(bring(*m_store, rows).added, 300);
    const QStringList before{dump(*m_store, "SELECT * FROM conversation ORDER BY id", 12)};
    const Outcome again{bring(*m_store, rows, 37)};
    QCOMPARE(again.added, 0);
    QCOMPARE(again.known, 300);
    QCOMPARE(dump(*m_store, "SELECT * FROM conversation ORDER BY id", 12), before);
    QCOMPARE(dump(*m_store, "SELECT count(*) FROM message", 1), QStringList{QStringLiteral("300")});
}

void TestBulkInsert::whatAPersonDeletedStaysDeleted()
{
    std::vector<Message> rows{historyRows(m_account, 20)};
    rows[4].providerId = QStringLiteral("p-4");
    QCOMPARE(bring(*m_store, rows).added, 20);
    m_store->change([&](WriteContext& context) {
        forgetMessage(
            context, *MessageTable::findByProviderId(context.db, m_account, QStringLiteral("p-4")));
    });
    const Outcome again{bring(*m_store, rows)};
    QCOMPARE(again.forgotten, 1);
    QCOMPARE(again.known, 19);
}

void TestBulkInsert::withoutAnIdTheWordsTell()
{
    Message row{incoming(m_account, QStringLiteral("+27820000001"), QStringLiteral("yes"))};
    row.providerId.clear();
    row.atMs = 1700000000000;
    Message other{row};
    other.text = QStringLiteral("no");
    Message later{row};
    later.atMs += 1;
    Message elsewhere{row};
    elsewhere.peer = QStringLiteral("+27820000002");
    QCOMPARE(bring(*m_store, {row, other, later, elsewhere, row}).added, 4);
}

void TestBulkInsert::manyInOneMillisecond()
{
    std::vector<Message> rows;
    for (int i{0}; i < 2000; ++i) {
        Message row{incoming(m_account, QStringLiteral("+27820000001"), QString::number(i))};
        row.providerId = QStringLiteral("m-%1").arg(i);
        row.atMs = 1700000000000;
        rows.push_back(row);
    }
    QCOMPARE(bring(*m_store, rows, 700).added, 2000);
    QCOMPARE(dump(*m_store,
                 "SELECT count(*), count(DISTINCT id), max(at_ms) - min(at_ms) FROM "
                 "message",
                 3),
        QStringList{QStringLiteral("2000|2000|0")});
    QCOMPARE(wrongBooks(m_store->reader()), QStringList{});
}

void TestBulkInsert::anIncomingTextWakesASnoozedConversation()
{
    std::vector<Message> rows{
        incoming(m_account, QStringLiteral("+27820000001"), QStringLiteral("first")),
        incoming(m_account, QStringLiteral("+27820000001"), QStringLiteral("second")),
        outgoing(m_account, QStringLiteral("+27820000001"), QStringLiteral("third"),
            DeliveryState::Delivered)};
    for (size_t i{0}; i < rows.size(); ++i) {
        rows[i].providerId = QStringLiteral("s-%1").arg(i);
        rows[i].reference.clear();
        rows[i].atMs = 1700000000000 + qint64(i) * 1000;
    }
    QCOMPARE(bring(*m_store, {rows[0]}).added, 1);
    m_store->change([](WriteContext& context) {
        context.db.execute(QStringLiteral("UPDATE conversation SET snoozed_ms = 9999999999999"));
    });
    QCOMPARE(bring(*m_store, {rows[1], rows[2]}).added, 2);
    QCOMPARE(dump(*m_store, "SELECT snoozed_ms, preview, waiting FROM conversation", 3),
        QStringList{QStringLiteral("0|third|0")});
}

void TestBulkInsert::killedInTheMiddleAndRunAgain_data()
{
    QTest::addColumn<int>("after");
    for (const int after : {1, 3, 9}) {
        QTest::addRow("%d", after) << after;
    }
}

void TestBulkInsert::killedInTheMiddleAndRunAgain()
{
    QFETCH(const int, after);
    const QTemporaryDir folder;
    ChildProcess child;
    child.start(QStringLiteral("child_bulk"), folder.path());
    QVERIFY2(child.awaitLines(after), child.output().constData());
    child.kill();
    const int acknowledged{child.said().last().toInt()};
    TempStore store{folder.path()};
    const int kept{dump(store, "SELECT count(*) FROM message", 1).constFirst().toInt()};
    QVERIFY2(kept >= acknowledged, "what was acknowledged is there");
    QVERIFY(kept < 20000);
    QCOMPARE(wrongBooks(store.reader()), QStringList{});
    QVERIFY(indexIsWhole(store));

    const Outcome outcome{bring(store, historyRows(AccountId{1}, 20000), 2000)};
    QCOMPARE(outcome.added, 20000 - kept);
    QCOMPARE(outcome.known, kept);
    QCOMPARE(wrongBooks(store.reader()), QStringList{});
    QVERIFY(indexIsWhole(store));
}

TEXTDESK_TEST(tst_bulkinsert, TestBulkInsert)
#include "tst_bulkinsert.moc"
