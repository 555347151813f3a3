// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/outboxtable.h"

#include "app/storage/messagetable.h"
#include "app/storage/optouttable.h"
#include "tests/app/storage/books.h"
#include "tests/support/storage/tempstore.h"
#include "tests/support/testregistry.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace std::chrono_literals;

class TestOutboxTable final : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_store = std::make_unique<TempStore>();
        m_account = m_store->addAccount(QStringLiteral("Office"));
    }

    void cleanup() { m_store.reset(); }

    void aRowIsClaimedOnce()
    {
        const Message one{queue(1)};
        queue(2);
        QCOMPARE(claim(1), QStringList{QStringLiteral("to 1")});
        QCOMPARE(claim(10), QStringList{QStringLiteral("to 2")});
        QCOMPARE(claim(10), QStringList{});
        const auto found = MessageTable::find(m_store->reader(), one.id);
        QCOMPARE(found->state, DeliveryState::Submitting);
        QCOMPARE(found->attempts, 1);
        QCOMPARE(wrongBooks(m_store->reader()), QStringList{});
    }

    void oneAtATimeForEachPerson()
    {
        queue(1);
        queue(1);
        const Message other{queue(2)};
        QCOMPARE(claim(10), (QStringList{QStringLiteral("to 1"), QStringLiteral("to 2")}));
        QCOMPARE(claim(10, {m_store->conversation(m_account, peer(1))}), QStringList{});
        QCOMPARE(claim(10), QStringList{QStringLiteral("to 1")});
    }

    void whatIsNotDueWaits()
    {
        const qint64 due{m_store->clock().nowMs() + 60000};
        queue(1, due);
        QCOMPARE(claim(10), QStringList{});
        QCOMPARE(OutboxTable::nextDue(m_store->reader(), m_account), due);
        m_store->clock().advance(1min);
        QCOMPARE(claim(10), QStringList{QStringLiteral("to 1")});
        QCOMPARE(OutboxTable::nextDue(m_store->reader(), m_account), -1);
    }

    void otherAccountsAreLeftAlone()
    {
        queue(1);
        const AccountId other{m_store->addAccount(QStringLiteral("Other"))};
        m_store->change([other](WriteContext& context) {
            QVERIFY(OutboxTable::claim(context, other, 10, {}).empty());
        });
    }

    void whoOptedOutInTheMeantimeIsNotTexted()
    {
        const Message closed{queue(1)};
        queue(2);
        m_store->change([](WriteContext& context) {
            OptOutTable::close(context, {peer(1), context.nowMs, QStringLiteral("person"), {}, {}});
        });
        QCOMPARE(claim(10), QStringList{QStringLiteral("to 2")});
        const auto found = MessageTable::find(m_store->reader(), closed.id);
        QCOMPARE(found->state, DeliveryState::Failed);
        QCOMPARE(found->reason, QStringLiteral("opted-out"));
        QCOMPARE(found->attempts, 0);
        QCOMPARE(wrongBooks(m_store->reader()), QStringList{});
    }

    void whatACrashInterruptedIsInDoubt()
    {
        const Message one{queue(1)};
        const Message two{queue(2)};
        (void)claim(1);
        int recovered{0};
        m_store->change(
            [&](WriteContext& context) { recovered = OutboxTable::recoverInterrupted(context); });
        QCOMPARE(recovered, 1);
        QCOMPARE(MessageTable::find(m_store->reader(), one.id)->state, DeliveryState::Unknown);
        QCOMPARE(
            MessageTable::find(m_store->reader(), one.id)->reason, QStringLiteral("interrupted"));
        QCOMPARE(MessageTable::find(m_store->reader(), two.id)->state, DeliveryState::Queued);
        QCOMPARE(
            claim(10), QStringList{QStringLiteral("to 2")}); // the doubtful one is never sent again
        QCOMPARE(wrongBooks(m_store->reader()), QStringList{});
    }

    void anOverdueScheduleWaitsForAPerson()
    {
        Message late{outgoing(m_account, peer(1), QStringLiteral("late"), DeliveryState::Queued)};
        late.scheduledMs = m_store->clock().nowMs() - 3600000;
        late.dueMs = late.scheduledMs;
        Message recent{outgoing(m_account, peer(2), QStringLiteral("to 2"), DeliveryState::Queued)};
        recent.scheduledMs = m_store->clock().nowMs() - 1000;
        recent.dueMs = recent.scheduledMs;
        int held{0};
        m_store->change([&](WriteContext& context) {
            late = store(context, late);
            store(context, recent);
            held = OutboxTable::holdOverdue(context, 600000);
        });
        QCOMPARE(held, 1);
        QCOMPARE(claim(10), QStringList{QStringLiteral("to 2")});
        QCOMPARE(MessageTable::find(m_store->reader(), late.id)->reason, QStringLiteral("overdue"));
        QCOMPARE(OutboxTable::nextDue(m_store->reader(), m_account), -1);
    }

    // Each claim asks this, and a script may have planned a whole list while nobody was here.
    void manyThatWaitForAPersonCostTheOthersNothing()
    {
        constexpr int many{30000};
        m_store->change([this](WriteContext& context) {
            for (int i{0}; i < many; ++i) {
                Message late{outgoing(
                    m_account, peer(i % 50), QStringLiteral("late"), DeliveryState::Queued)};
                late.dueMs = context.nowMs - 3600000;
                late.reason = QStringLiteral("overdue");
                store(context, late);
            }
        });
        QElapsedTimer timer;
        qint64 fastest{std::numeric_limits<qint64>::max()};
        for (int i{0}; i < 5; ++i) {
            timer.start();
            QCOMPARE(OutboxTable::nextDue(m_store->reader(), m_account), -1);
            fastest = std::min(fastest, timer.nsecsElapsed());
        }
        QVERIFY2(fastest < 3'000'000, qPrintable(QString::number(fastest))); // 20 ms row by row
    }

    void countsAndLists()
    {
        queue(1);
        queue(2);
        queue(3);
        (void)claim(1);
        m_store->addOutgoing(m_account, peer(4), QStringLiteral("lost"), DeliveryState::Unknown);
        m_store->addOutgoing(m_account, peer(5), QStringLiteral("done"), DeliveryState::Delivered);
        const OutboxCounts counts{OutboxTable::counts(m_store->reader(), m_account)};
        QCOMPARE(counts.queued, 2);
        QCOMPARE(counts.submitting, 1);
        QCOMPARE(counts.unknown, 1);
        const auto texts = [this](AccountId account, int limit) {
            QStringList all;
            for (const Message& message : OutboxTable::open(m_store->reader(), account, limit)) {
                all += message.text;
            }
            return all.join(u',');
        };
        QCOMPARE(texts({}, 99), QStringLiteral("to 1,to 2,to 3,lost"));
        QCOMPARE(texts(m_account, 2), QStringLiteral("to 1,to 2"));
        QCOMPARE(texts(AccountId{99}, 99), QString{});
    }

private:
    static QString peer(int number) { return QStringLiteral("+2782000000%1").arg(number); }
    Message queue(int number, qint64 dueMs = 0)
    {
        m_store->clock().advance(1ms);
        Message message{outgoing(
            m_account, peer(number), QStringLiteral("to %1").arg(number), DeliveryState::Queued)};
        message.dueMs = dueMs;
        m_store->change([&](WriteContext& context) { message = store(context, message); });
        return message;
    }
    QStringList claim(int limit, const QSet<ConversationId>& busy = {})
    {
        QStringList texts;
        m_store->change([&](WriteContext& context) {
            for (const Message& message : OutboxTable::claim(context, m_account, limit, busy)) {
                texts += message.text;
            }
        });
        return texts;
    }

    std::unique_ptr<TempStore> m_store;
    AccountId m_account;
};

TEXTDESK_TEST(tst_outboxtable, TestOutboxTable)
#include "tst_outboxtable.moc"
