// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Ids are times: they order a thread whatever clocks do and however coarse a stated time is.
#include "app/storage/messageids.h"

#include "app/storage/conversationtable.h"
#include "app/storage/messagetable.h"
#include "tests/support/storage/tempstore.h"
#include "tests/support/testregistry.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace std::chrono_literals;

class TestMessageIds final : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_store = std::make_unique<TempStore>();
        m_account = m_store->addAccount(QStringLiteral("Office"));
    }

    void cleanup() { m_store.reset(); }

    void holdTheTimeTheyWereMade()
    {
        const qint64 now{m_store->clock().nowMs()};
        QCOMPARE(timeOfMessageId(nextMessageId(m_store->reader(), now)), now);
        QCOMPARE(timeOfMessageId(nextOutgoingId(m_store->reader(), now)), now);
        QVERIFY(nextMessageId(m_store->reader(), 0).isValid());
        QVERIFY(nextMessageId(m_store->reader(), -5).value() > 0);
    }

    void manyInOneMillisecondKeepTheirOrder()
    {
        const std::vector<MessageId> ids{m_store->addMany(
            m_account, QStringLiteral("+27820000001"), 500, m_store->clock().nowMs(), 0)};
        for (size_t i{1}; i < ids.size(); ++i) {
            QVERIFY(ids[i] > ids[i - 1]);
            QCOMPARE(timeOfMessageId(ids[i]), timeOfMessageId(ids[0]));
        }
    }

    void aFullMillisecondRunsIntoTheNext()
    {
        const qint64 now{m_store->clock().nowMs()};
        const qint64 last{((now + 1) << messageIdCounterBits) - 1};
        m_store->change([&](WriteContext& context) { insertAt(context, MessageId{last}); });
        const MessageId next{nextMessageId(m_store->reader(), now)};
        QCOMPARE(next.value(), last + 1);
    }

    void aClockSetBackNeverPutsANewTextAboveAnOldOne()
    {
        const MessageId before{write()};
        m_store->clock().setWallClock(m_store->clock().now().addDays(-400));
        const MessageId after{write()};
        QVERIFY(after > before);
        m_store->clock().setWallClock(m_store->clock().now().addDays(800));
        QVERIFY(write() > after);
    }

    void aReplyIsNeverAboveItsQuestion_data()
    {
        QTest::addColumn<qint64>("offset");
        QTest::newRow("a minute before it") << qint64{-60000};
        QTest::newRow("in its millisecond") << qint64{0};
        QTest::newRow("years before it") << qint64{-100000000000};
    }

    void aReplyIsNeverAboveItsQuestion()
    {
        QFETCH(const qint64, offset);
        const MessageId question{write()};
        const MessageId reply{
            nextMessageId(m_store->reader(), m_store->clock().nowMs() + offset, question)};
        QVERIFY(reply > question);
        QVERIFY(timeOfMessageId(reply) <= timeOfMessageId(question) + 1);
    }

    void aSecondReplyToOneQuestionComesAfterTheFirst()
    {
        const MessageId question{write()};
        const qint64 stated{m_store->clock().nowMs() - 30000};
        MessageId first;
        m_store->change([&](WriteContext& context) {
            first = nextMessageId(context.db, stated, question);
            insertAt(context, first);
        });
        QVERIFY(nextMessageId(m_store->reader(), stated, question) > first);
    }

    void theBestTimeOfAnIncomingText_data()
    {
        QTest::addColumn<bool>("known");
        QTest::addColumn<qint64>("statedMs");
        QTest::addColumn<qint64>("grainMs");
        QTest::addColumn<qint64>("best");
        // It arrives at 1,000,000.
        QTest::newRow("nothing stated") << false << qint64{0} << qint64{1} << qint64{1000000};
        QTest::newRow("exact") << true << qint64{999123} << qint64{1} << qint64{999123};
        QTest::newRow("this very minute")
            << true << qint64{960000} << qint64{60000} << qint64{1000000};
        QTest::newRow("an older minute")
            << true << qint64{900000} << qint64{60000} << qint64{900000};
        QTest::newRow("the end of its grain")
            << true << qint64{940000} << qint64{60000} << qint64{940000};
        QTest::newRow("from the future") << true << qint64{1000001} << qint64{1} << qint64{1000000};
        QTest::newRow("no grain") << true << qint64{1000000} << qint64{0} << qint64{1000000};
    }

    void theBestTimeOfAnIncomingText()
    {
        QFETCH(const bool, known);
        QFETCH(const qint64, statedMs);
        QFETCH(const qint64, grainMs);
        QFETCH(const qint64, best);
        const std::optional<StatedTime> stated{
            known ? std::optional{StatedTime{statedMs, grainMs}} : std::nullopt};
        QCOMPARE(incomingTime(stated, 1000000), best);
    }

    void anyTimesGiveIdsOfTheirOwn()
    {
        QRandomGenerator random{3};
        QSet<MessageId> seen;
        m_store->change([&](WriteContext& context) {
            for (int i{0}; i < 2000; ++i) {
                const MessageId id{random.bounded(2) == 0
                        ? nextMessageId(context.db, 1000000 + random.bounded(50))
                        : nextOutgoingId(context.db, 1000000 + random.bounded(50))};
                QVERIFY(!seen.contains(id));
                seen.insert(id);
                insertAt(context, id);
            }
        });
    }

private:
    void insertAt(WriteContext& context, MessageId id) const
    {
        Message message{incoming(m_account, QStringLiteral("+27820000001"), QStringLiteral("x"))};
        message.conversation = ConversationTable::findOrCreate(context, m_account, message.peer);
        message.id = id;
        MessageTable::insert(context, message);
    }
    MessageId write()
    {
        MessageId id;
        m_store->change([&](WriteContext& context) {
            id = nextOutgoingId(context.db, context.nowMs);
            insertAt(context, id);
        });
        return id;
    }

    std::unique_ptr<TempStore> m_store;
    AccountId m_account;
};

TEXTDESK_TEST(tst_messageids, TestMessageIds)
#include "tst_messageids.moc"
