// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// After a crash, a full disk or a removed account: nothing twice, nothing lost, nothing stuck.
#include "tests/app/messaging/outboxbench.h"
#include "tests/support/testregistry.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestOutboxRecovery final : public QObject {
    Q_OBJECT

    static MessageId leftInDoubt(OutboxBench& bench)
    {
        bench.start();
        bench.service->answerNext(fail(perhaps(ErrorKind::Timeout)));
        const MessageId id{bench.send(person(0))};
        return bench.becomes(id, DeliveryState::Unknown) ? id : MessageId{};
    }

private:
    // The service took it, and the store broke before that could be written down.
    static MessageId sentWithoutRecord(OutboxBench& bench)
    {
        bench.start();
        bench.service->hold();
        const MessageId id{bench.send(person(0))};
        const bool asked{eventually([&] { return bench.service->waiting() == 1; })};
        bench.breakStore();
        QSignalSpy waits{bench.outbox.get(), &Outbox::outcomeWaits};
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression{u"outcome not recorded"_s});
        bench.service->release();
        return asked && eventually([&] { return waits.size() == 1; }) ? id : MessageId{};
    }

private slots:
    void whatWasOnTheWireIsInDoubtAfterARestart()
    {
        OutboxBench bench;
        bench.start();
        bench.service->hold();
        const auto ids = bench.sendMany(8);
        QVERIFY(eventually([&] { return bench.service->waiting() == 6; }));
        bench.restart();
        bench.service->release();
        QCOMPARE(bench.countIn(DeliveryState::Submitting), 6);
        bench.start();
        QVERIFY(eventually([&] { return bench.countIn(DeliveryState::Accepted) == 2; }));
        QVERIFY(bench.becomesQuiet());
        QCOMPARE(bench.countIn(DeliveryState::Unknown), 6);
        QCOMPARE(bench.message(ids.front()).reason, u"interrupted"_s);
        for (int i{0}; i < 8; ++i) {
            QCOMPARE(bench.sendsTo(person(i)), 1);
        }
    }

    void startingTwiceChangesNothing()
    {
        OutboxBench bench;
        bench.start();
        bench.service->hold();
        const MessageId id{bench.send(person(0))};
        QVERIFY(eventually([&] { return bench.service->waiting() == 1; }));
        bench.start();
        QCOMPARE(bench.message(id).state, DeliveryState::Submitting);
        bench.service->release();
        QVERIFY(bench.becomes(id, DeliveryState::Accepted));
    }

    void aDoubtSettledAsSentStaysSent()
    {
        OutboxBench bench;
        const MessageId id{leftInDoubt(bench)};
        QVERIFY(answerOf(bench.outbox->settle(id, true)));
        QVERIFY(bench.becomesQuiet());
        QCOMPARE(bench.message(id).state, DeliveryState::Accepted);
        QVERIFY(bench.message(id).reason.isEmpty());
        QCOMPARE(bench.service->sends.size(), size_t{1});
        QCOMPARE(answerOf(bench.outbox->settle(id, false)).error().detail(), u"not-in-doubt"_s);
    }

    void aDoubtSettledAsNotSentGoesOutOnce()
    {
        OutboxBench bench;
        const MessageId id{leftInDoubt(bench)};
        QVERIFY(answerOf(bench.outbox->settle(id, false)));
        QVERIFY(bench.becomes(id, DeliveryState::Accepted));
        QCOMPARE(bench.service->sends.size(), size_t{2});
        QCOMPARE(bench.message(id).attempts, 2);
        bench.restart();
        bench.start();
        QVERIFY(bench.becomesQuiet());
        QCOMPARE(bench.service->sends.size(), size_t{2});
        QCOMPARE(
            answerOf(bench.outbox->settle(MessageId{5}, true)).error().kind(), ErrorKind::NotFound);
    }

    void nothingIsSentFromAStoreThatCannotBeWritten()
    {
        OutboxBench bench;
        bench.start();
        Draft held{bench.draft(person(0))};
        held.undoMs = 5000;
        const MessageId id{bench.send(held)};
        bench.breakStore();
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression{u"cannot claim"_s});
        bench.clock.advance(5s);
        bench.settleDown();
        QVERIFY(bench.service->sends.empty());
        QVERIFY(bench.becomesQuiet()); // it waits instead of spinning
        const auto refused = answerOf(bench.outbox->send({bench.draft(person(1))}));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind(), ErrorKind::Storage);
        bench.mendStore();
        bench.clock.advance(1min);
        QVERIFY(bench.becomes(id, DeliveryState::Accepted));
        QCOMPARE(bench.service->sends.size(), size_t{1});
    }

    void anOutcomeThatCannotBeStoredIsWrittenWhenTheStoreIsMended()
    {
        OutboxBench bench;
        const MessageId id{sentWithoutRecord(bench)};
        QVERIFY(id.isValid());
        QVERIFY(!bench.outbox->isQuiet());
        bench.mendStore();
        bench.clock.advance(5s);
        QVERIFY(bench.becomes(id, DeliveryState::Accepted));
        QCOMPARE(bench.service->sends.size(), size_t{1});
    }

    void anOutcomeThatWasNeverStoredIsADoubtNotASecondSend()
    {
        OutboxBench bench;
        const MessageId id{sentWithoutRecord(bench)};
        QVERIFY(id.isValid());
        bench.mendStore();
        QCOMPARE(bench.message(id).state, DeliveryState::Submitting);
        bench.restart();
        bench.start();
        QCOMPARE(bench.message(id).state, DeliveryState::Unknown);
        bench.settleDown();
        QCOMPARE(bench.service->sends.size(), size_t{1});
    }

    void onePersonUnderTwoSpellingsIsTextedOnce()
    {
        OutboxBench bench;
        bench.start();
        Draft first{bench.draft(u"+27 82 000 0030"_s)};
        Draft second{bench.draft(u"082 000 0030"_s)};
        const auto ids = answerOf(bench.outbox->send({first, second, first}));
        QVERIFY(ids);
        QCOMPARE(ids->size(), size_t{1});
        QVERIFY(bench.becomes(ids->front(), DeliveryState::Accepted));
        QCOMPARE(bench.service->sends.size(), size_t{1});
    }

    void liftingAllPausesIsNotQuietBeforeTheLastAccountSent()
    {
        OutboxBench bench;
        const AccountId other{bench.addAccount(u"Other"_s)};
        bench.start();
        bench.accounts->setPaused(other, u"unknown-outcomes"_s);
        Draft draft{bench.draft(person(0))};
        draft.account = other;
        const auto ids = answerOf(bench.outbox->send({draft}));
        QVERIFY(ids);
        QVERIFY(bench.becomesQuiet());
        QSignalSpy quiet{bench.outbox.get(), &Outbox::quiet};
        bench.outbox->resumeAll();
        QCOMPARE(quiet.size(), 0);
        QVERIFY(bench.becomes(ids->front(), DeliveryState::Accepted));
    }

    void anAccountRemovedWithRequestsUnderWayLeavesNoneHanging()
    {
        OutboxBench bench;
        const AccountId other{bench.addAccount(u"Other"_s)};
        bench.start();
        bench.service->hold();
        const auto ids = bench.sendMany(8);
        QVERIFY(eventually([&] { return bench.service->waiting() == 6; }));
        QVERIFY(answerOf(bench.accounts->remove(bench.account)));
        QVERIFY(bench.becomesQuiet());
        QVERIFY(eventually([&] { return bench.countIn(DeliveryState::Submitting) == 0; }));
        QCOMPARE(bench.countIn(DeliveryState::Unknown), 6); // they may have arrived
        QCOMPARE(bench.countIn(DeliveryState::Failed), 2);
        QCOMPARE(bench.message(ids.back()).reason, u"account-removed"_s);
        bench.service->release(); // answers that nobody waits for any more

        QVERIFY(answerOf(bench.outbox->settle(ids.front(), false)));
        QCOMPARE(bench.message(ids.front()).state, DeliveryState::Failed); // nobody could send it
        QCOMPARE(bench.message(ids.front()).reason, u"account-removed"_s);
        Draft next{bench.draft(person(0))};
        next.account = other;
        QVERIFY(bench.becomes(bench.send(next), DeliveryState::Accepted));
        QVERIFY(bench.becomesQuiet());
    }

    void aTextQueuedWhileItsAccountGoesIsRefused()
    {
        OutboxBench bench;
        bench.start();
        auto* removed = bench.accounts->remove(bench.account);
        const auto ids = answerOf(bench.outbox->send({bench.draft(person(0))}));
        QVERIFY(!ids);
        QCOMPARE(ids.error().detail(), u"no-account"_s);
        Q_UNUSED(removed)
        QVERIFY(bench.messages().empty());
    }

    void aPauseBetweenClaimAndRequestPutsTheTextBack()
    {
        OutboxBench bench;
        bench.start();
        auto* stored = bench.outbox->send({bench.draft(person(0))});
        // Paused in the moment in which the claim is committed but its rows are not handed over
        // yet.
        connect(bench.database.get(), &Database::changed, bench.outbox.get(), [&] {
            if (bench.countIn(DeliveryState::Submitting) == 1) {
                bench.accounts->setPaused(bench.account, u"by-person"_s);
            }
        });
        const auto ids = answerOf(stored);
        QVERIFY(ids);
        bench.settleDown();
        QVERIFY(bench.becomesQuiet());
        // Either it had left already or it is back in the queue; it is never lost in between.
        const DeliveryState state{bench.message(ids->front()).state};
        QCOMPARE(state == DeliveryState::Queued, bench.service->sends.empty());
        QVERIFY(state == DeliveryState::Queued || state == DeliveryState::Accepted);
    }
};

TEXTDESK_TEST(tst_outboxrecovery, TestOutboxRecovery)
#include "tst_outboxrecovery.moc"
