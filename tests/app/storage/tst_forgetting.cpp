// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A deleted word is looked for in the bytes of the files, as somebody who found the disk would.
#include "app/storage/forgetting.h"

#include "app/storage/inboundtable.h"
#include "app/storage/messagetable.h"
#include "app/storage/searchindex.h"
#include "app/storage/statement.h"
#include "tests/app/storage/books.h"
#include "tests/support/storage/tempstore.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

namespace {

const QString ann{QStringLiteral("+27820000001")};
const QString planted{QStringLiteral("quartzophone")};

} // namespace

class TestForgetting final : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_store = std::make_unique<TempStore>();
        m_account = m_store->addAccount(QStringLiteral("Office"));
    }

    void cleanup() { m_store.reset(); }

    void deletedWordsLeaveTheDisk_data()
    {
        QTest::addColumn<int>("neighbours");
        QTest::addColumn<bool>("indexed");
        QTest::newRow("alone") << 0 << true;
        QTest::newRow("alone, not indexed yet") << 0 << false;
        QTest::newRow("among others") << 300 << true;
        QTest::newRow("among others, not indexed yet") << 300 << false;
        QTest::newRow("in an index of many slices") << 20000 << true;
    }

    void deletedWordsLeaveTheDisk()
    {
        QFETCH(const int, neighbours);
        QFETCH(const bool, indexed);
        if (neighbours > 0) {
            m_store->addMany(m_account, ann, neighbours, 1000, 1);
        }
        const Message message{plant()};
        if (neighbours > 0) {
            m_store->addMany(m_account, ann, neighbours, 2000000, 1);
        }
        if (indexed) {
            QTRY_COMPARE(count("SELECT count(*) FROM message_unindexed"), 0);
        }
        QVERIFY(isOnDisk());
        m_store->change([&](WriteContext& context) { forgetMessage(context, message); });
        QTRY_COMPARE_WITH_TIMEOUT(count("SELECT count(*) FROM scrub"), 0, 20000);
        QVERIFY(!isOnDisk());
        QVERIFY(!MessageTable::find(m_store->reader(), message.id));
        QCOMPARE(wrongBooks(m_store->reader()), QStringList{});
        // The index is whole, and what stayed is still found.
        m_store->change([](WriteContext& context) {
            QVERIFY(context.db.execute(QStringLiteral(
                "INSERT INTO message_index(message_index, rank) VALUES('integrity-check', 1)")));
        });
        const auto found =
            searchMessages(m_store->reader(), QStringLiteral("message"), {}, 3 * neighbours + 1);
        QCOMPARE(int(found.size()), 2 * neighbours);
        m_store->close();
        QVERIFY(!isOnDisk());
    }

    void theLogOfWebhooksKeepsThatOneCameButNotItsWords()
    {
        const Message message{plant()};
        const auto event = [&](const QString& verdict, MessageId of, const QByteArray& body) {
            InboundEventRow row;
            row.account = m_account;
            row.verdict = verdict;
            row.query = body;
            row.body = body;
            row.message = of;
            m_store->change([&](WriteContext& context) { InboundTable::logEvent(context, row); });
        };
        const QByteArray words{"messageId=p-1&message=" + planted.toUtf8()};
        event(QStringLiteral("applied"), message.id, words);
        event(QStringLiteral("replayed"), {}, words);
        event(QStringLiteral("refused"), {}, words);
        event(QStringLiteral("applied"), MessageId{5}, QByteArrayLiteral("other"));
        event(QStringLiteral("refused"), {}, QByteArrayLiteral("messageId=p-2"));
        m_store->change([&](WriteContext& context) { forgetMessage(context, message); });
        const auto events = InboundTable::newestEvents(m_store->reader(), 10);
        QCOMPARE(events.size(), size_t{5});
        QCOMPARE(events[0].body, QByteArrayLiteral("messageId=p-2"));
        QCOMPARE(events[1].body, QByteArrayLiteral("other"));
        for (size_t i{2}; i < 5; ++i) {
            QVERIFY(events[i].body.isEmpty());
            QVERIFY(events[i].query.isEmpty());
        }
        QTRY_COMPARE(count("SELECT count(*) FROM scrub"), 0);
        QVERIFY(!isOnDisk());
    }

    void aReaderInTheWayHoldsUpNobodyAndIsWaitedFor()
    {
        const Message message{plant()};
        m_store->addMany(m_account, ann, 10, 1000, 1);
        QTRY_COMPARE(count("SELECT count(*) FROM message_unindexed"), 0);
        auto reader = Connection::open(m_store->file(), Connection::Mode::ReadOnly);
        {
            auto cursor = (*reader)->prepare("SELECT id FROM message ORDER BY id");
            QVERIFY(cursor.first());
            m_store->change([&](WriteContext& context) { forgetMessage(context, message); });
            QTRY_COMPARE(count("SELECT stage FROM scrub"), 3);
            m_store->addIncoming(m_account, ann, QStringLiteral("a person's write goes through"));
            QCOMPARE(count("SELECT stage FROM scrub"), 3);
        }
        m_store->addIncoming(m_account, ann, QStringLiteral("the next write tries again"));
        QTRY_COMPARE(count("SELECT count(*) FROM scrub"), 0);
        QVERIFY(!isOnDisk());
    }

    void aProgramThatEndsBeforeGoesOnAtItsNextStart()
    {
        const Message message{plant()};
        QTRY_COMPARE(count("SELECT count(*) FROM message_unindexed"), 0);
        m_store->change([&](WriteContext& context) { forgetMessage(context, message); });
        m_store->close();
        m_store->open();
        QTRY_COMPARE(count("SELECT count(*) FROM scrub"), 0);
        QVERIFY(!isOnDisk());
    }

    void isKnownByWhatProvidersAndWeCalledIt()
    {
        const AccountId other{m_store->addAccount(QStringLiteral("Other"))};
        Message message{outgoing(m_account, ann, QStringLiteral("x"), DeliveryState::Sent)};
        message.providerId = QStringLiteral("p-1");
        message.reference = QStringLiteral("ref1234567890");
        m_store->change([&](WriteContext& context) {
            forgetMessage(context, store(context, message));
            // The same one came again in an odd way; and one that nobody can name.
            forgetMessage(context, store(context, message));
            forgetMessage(context,
                store(
                    context, outgoing(m_account, ann, QStringLiteral("y"), DeliveryState::Failed)));
        });
        Connection& db{m_store->reader()};
        QCOMPARE(count("SELECT count(*) FROM deleted_message"), 1);
        QVERIFY(wasForgotten(db, m_account, QStringLiteral("p-1"), {}));
        QVERIFY(wasForgotten(db, m_account, {}, message.reference));
        QVERIFY(wasForgotten(db, m_account, QStringLiteral("p-2"), message.reference));
        QVERIFY(!wasForgotten(db, other, QStringLiteral("p-1"), message.reference));
        QVERIFY(!wasForgotten(db, m_account, {}, {}));
        QVERIFY(!wasForgotten(db, m_account, QStringLiteral("p-2"), QStringLiteral("other")));
    }

private:
    // The newest of its conversation: its words are the preview too.
    Message plant()
    {
        Message message{incoming(m_account, ann, QStringLiteral("say ") + planted)};
        message.providerId = QStringLiteral("p-1");
        m_store->change([&](WriteContext& context) { message = store(context, message); });
        return message;
    }
    bool isOnDisk() const
    {
        for (const auto& end : {QStringLiteral(""), QStringLiteral("-wal")}) {
            QFile file{m_store->file() + end};
            // The index shares the first letters of a word with its neighbour.
            if (file.open(QIODevice::ReadOnly)
                && file.readAll().contains(planted.mid(2).toUtf8())) {
                return true;
            }
        }
        return false;
    }
    int count(const char* sql)
    {
        auto query = m_store->reader().prepare(sql);
        return query.first() ? int(query.integer(0)) : -1;
    }

    std::unique_ptr<TempStore> m_store;
    AccountId m_account;
};

TEXTDESK_TEST(tst_forgetting, TestForgetting)
#include "tst_forgetting.moc"
