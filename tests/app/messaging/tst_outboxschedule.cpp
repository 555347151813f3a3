// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Texts for later: held here, handed over, and what happens when their time passed without us.
#include "tests/app/messaging/outboxbench.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestOutboxSchedule final : public QObject {
    Q_OBJECT

    static MessageId schedule(
        OutboxBench& bench, std::chrono::milliseconds in, bool handOver = false)
    {
        Draft draft{bench.draft(person(0), u"later"_s)};
        draft.scheduledMs = bench.clock.nowMs() + in.count();
        draft.handOver = handOver;
        return bench.send(draft);
    }

private slots:
    void heldHereItGoesOutAtItsTime()
    {
        OutboxBench bench;
        bench.start();
        const MessageId id{schedule(bench, 2h)};
        bench.settleDown();
        bench.clock.advance(2h - 1s);
        bench.settleDown();
        QVERIFY(bench.service->sends.empty());
        bench.clock.advance(1s);
        QVERIFY(bench.becomes(id, DeliveryState::Accepted));
        QVERIFY(!bench.service->sends.front().sendAtMs);
    }

    void handedOverItLeavesAtOnceWithItsTime()
    {
        OutboxBench bench;
        bench.start();
        const qint64 at{bench.clock.nowMs() + 7200000};
        const MessageId id{schedule(bench, 2h, true)};
        QVERIFY(bench.becomes(id, DeliveryState::Scheduled));
        QCOMPARE(bench.service->sends.front().sendAtMs, std::optional{at});
        (void)bench.apply({report(u"id-1"_s, DeliveryState::Sent)});
        QCOMPARE(bench.message(id).state, DeliveryState::Sent);
    }

    void heldTextsSurviveARestart()
    {
        OutboxBench bench;
        bench.start();
        const MessageId id{schedule(bench, 2h)};
        bench.restart();
        bench.start();
        bench.settleDown();
        QVERIFY(bench.service->sends.empty());
        bench.clock.advance(2h);
        QVERIFY(bench.becomes(id, DeliveryState::Accepted));
        QCOMPARE(bench.service->sends.size(), size_t{1});
    }

    void anHourTooLateItAsksFirst_data()
    {
        QTest::addColumn<bool>("send");
        QTest::newRow("the person sends it") << true;
        QTest::newRow("the person drops it") << false;
    }

    void anHourTooLateItAsksFirst()
    {
        QFETCH(bool, send);
        OutboxBench bench;
        const MessageId id{schedule(bench, 1h)};
        bench.clock.advance(2h); // the program was closed
        bench.restart();
        bench.start();
        QVERIFY(bench.becomesQuiet());
        QCOMPARE(bench.message(id).state, DeliveryState::Queued);
        QCOMPARE(bench.message(id).reason, u"overdue"_s);
        bench.clock.advance(24h);
        bench.settleDown();
        QVERIFY(bench.service->sends.empty());
        QVERIFY(answerOf(bench.outbox->settle(id, !send)));
        if (send) {
            QVERIFY(bench.becomes(id, DeliveryState::Accepted));
        } else {
            QVERIFY(bench.becomesQuiet());
            QVERIFY(bench.messages().empty());
            QVERIFY(bench.service->sends.empty());
        }
    }

    void aFewMinutesLateIsLateButNotAQuestion()
    {
        OutboxBench bench;
        const MessageId id{schedule(bench, 1h)};
        bench.clock.advance(1h + 9min);
        bench.restart();
        bench.start();
        QVERIFY(bench.becomes(id, DeliveryState::Accepted));
    }

    void aComputerThatSleptOverItsTimeAsksToo()
    {
        OutboxBench bench;
        bench.start();
        const MessageId id{schedule(bench, 1h)};
        bench.settleDown();
        // Asleep: the wall clock went on, no timer ran.
        bench.clock.setWallClock(bench.clock.now().addSecs(5 * 3600));
        bench.clock.advance(1min);
        QVERIFY(eventually([&] { return bench.message(id).reason == u"overdue"_s; }));
        QVERIFY(bench.becomesQuiet());
        QVERIFY(bench.service->sends.empty());
    }

    void aPauseOverItsTimeAsksToo()
    {
        OutboxBench bench;
        bench.start();
        bench.accounts->setPaused(bench.account, u"unauthorized"_s);
        const MessageId held{schedule(bench, 1h)};
        bench.clock.advance(3h);
        bench.outbox->resume(bench.account);
        QVERIFY(eventually([&] { return bench.message(held).reason == u"overdue"_s; }));
        QVERIFY(bench.service->sends.empty());
    }

    void aTextToBeHandedOverDoesNotGoOutAtOnceWhenItsTimePassed()
    {
        OutboxBench bench;
        const MessageId id{schedule(bench, 1h, true)};
        bench.clock.advance(3h);
        bench.restart();
        bench.start();
        QVERIFY(eventually([&] { return bench.message(id).reason == u"overdue"_s; }));
        bench.settleDown();
        QVERIFY(bench.service->sends.empty());
        QVERIFY(answerOf(bench.outbox->settle(id, false)));
        QVERIFY(bench.becomes(id, DeliveryState::Accepted));
        QVERIFY(!bench.service->sends.front().sendAtMs);
    }

    void aReleasedOneIsNotAskedAboutAgain()
    {
        OutboxBench bench;
        const MessageId id{schedule(bench, 1h)};
        bench.clock.advance(2h);
        bench.restart();
        bench.start();
        QVERIFY(bench.becomesQuiet());
        bench.service->answerNext(fail(ErrorKind::Offline));
        QVERIFY(answerOf(bench.outbox->settle(id, false)));
        QVERIFY(eventually([&] { return bench.message(id).reason == u"offline"_s; }));
        bench.clock.advance(1min);
        QVERIFY(bench.becomes(id, DeliveryState::Accepted));
    }

    void aClockSetForwardAnHourSendsWhatIsDueBySoMuch()
    {
        OutboxBench bench;
        bench.start();
        const MessageId id{schedule(bench, 1h)};
        bench.settleDown();
        bench.clock.setWallClock(bench.clock.now().addSecs(3600));
        bench.clock.advance(1min); // noticed within a minute
        QVERIFY(bench.becomes(id, DeliveryState::Accepted));
    }

    void aClockSetBackAnHourWaitsForTheChosenTime()
    {
        OutboxBench bench;
        bench.start();
        const MessageId id{schedule(bench, 30min)};
        bench.settleDown();
        bench.clock.setWallClock(bench.clock.now().addSecs(-3600));
        bench.clock.advance(45min);
        bench.settleDown();
        QVERIFY(bench.service->sends.empty());
        bench.clock.advance(46min);
        QVERIFY(bench.becomes(id, DeliveryState::Accepted));
    }

    void aLaterTextToThePersonIsNotHeldUpByAScheduledOne()
    {
        OutboxBench bench;
        bench.start();
        (void)schedule(bench, 2h);
        const MessageId now{bench.send(person(0), u"now"_s)};
        QVERIFY(bench.becomes(now, DeliveryState::Accepted));
        QCOMPARE(bench.sentTexts(), QStringList{u"now"_s});
    }
};

TEXTDESK_TEST(tst_outboxschedule, TestOutboxSchedule)
#include "tst_outboxschedule.moc"
