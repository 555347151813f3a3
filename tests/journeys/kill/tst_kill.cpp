// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Killed at every step of a send and started again: nobody is texted twice, nobody is skipped.
#include "tests/journeys/kill/killbench.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace std::chrono_literals;

class TestKill final : public QObject {
    Q_OBJECT

    static bool isNotFound(const Message& message)
    {
        return message.state == DeliveryState::Unknown
            && message.reason == QStringLiteral("not-found-at-provider");
    }

    // Whatever happened before: the ledger and our rows tell one story.
    static void compareWithLedger(KillBench& bench, int texts)
    {
        const auto ledger = bench.ledger();
        QVERIFY(ledger);
        const auto rows = bench.messages();
        QCOMPARE(int(rows.size()), texts);
        for (const Message& message : rows) {
            const auto at = ledger->find(message.peer);
            const int sent{at == ledger->end() ? 0 : at->second};
            QVERIFY2(sent <= 1, "texted twice");
            switch (message.state) {
            case DeliveryState::Accepted:
            case DeliveryState::Sent:
            case DeliveryState::Delivered:
                QCOMPARE(sent, 1);
                break;
            case DeliveryState::Unknown:
                break; // that is what the word means
            default:
                QFAIL(qPrintable(deliveryStateName(message.state)));
            }
        }
    }

    static void compareDoubtsWithLedger(KillBench& bench)
    {
        const auto ledger = bench.ledger();
        QVERIFY(ledger);
        for (const Message& message : bench.messages()) {
            QCOMPARE(message.state == DeliveryState::Unknown, ledger->count(message.peer) == 0);
        }
    }

    // Asking the service settles the hits at once and the misses only in time.
    static void settleByAsking(KillBench& bench)
    {
        bench.openGraph();
        const auto young = bench.sync();
        QVERIFY(young);
        QCOMPARE(young->notFound, 0);
        compareDoubtsWithLedger(bench); // a hit settled each that arrived
        for (const Message& message : bench.messages()) {
            QVERIFY(!isNotFound(message));
        }
        bench.later.advance(10min);
        const auto old = bench.sync();
        QVERIFY(old);
        QCOMPARE(old->stillDoubtful, 0);
        for (const Message& message : bench.messages()) {
            QCOMPARE(isNotFound(message), message.state == DeliveryState::Unknown);
        }
    }

    // A person releases what never arrived: it goes out once, and now everybody has theirs.
    static void releaseTheRest(KillBench& bench, int texts)
    {
        const auto before = bench.ledger();
        QVERIFY(before);
        bench.later.advance(24h);
        QVERIFY(bench.becomesQuiet());
        const auto waited = bench.ledger();
        QVERIFY(waited);
        QVERIFY(*before == *waited); // nothing went by itself
        bench.letThrough(bench.messages());
        for (const Message& message : bench.messages()) {
            if (isNotFound(message)) {
                QVERIFY(bench.settle(message.id, false));
            }
        }
        QVERIFY(bench.becomesQuiet());
        const auto after = bench.ledger();
        QVERIFY(after);
        QCOMPARE(int(after->size()), texts);
        for (const auto& [number, count] : *after) {
            QCOMPARE(count, 1);
        }
        bench.closeGraph();
    }

    static void killAndRestart(int texts, int killAt, int killAgainAt)
    {
        KillBench bench{texts};
        const auto first = bench.runSender(killAt);
        QVERIFY(first == KillBench::End::Killed || first == KillBench::End::Quiet);
        if (killAgainAt > 0) {
            const auto second = bench.runSender(killAgainAt);
            QVERIFY(second == KillBench::End::Killed || second == KillBench::End::Quiet);
        }
        QVERIFY(bench.runSender(0) == KillBench::End::Quiet);
        bench.openGraph();
        compareWithLedger(bench, texts);
        settleByAsking(bench);
        releaseTheRest(bench, texts);
    }

    static int stepsOf(int texts)
    {
        KillBench bench{texts};
        return bench.runSender(0) == KillBench::End::Quiet ? bench.steps() : 0;
    }

private slots:
    void withoutAKillOnlyTheSpoiltOnesAreInDoubt()
    {
        constexpr int texts{8};
        KillBench bench{texts};
        QVERIFY(bench.runSender(0) == KillBench::End::Quiet);
        bench.openGraph();
        const auto rows = bench.messages();
        QCOMPARE(int(rows.size()), texts);
        for (int i{0}; i < texts; ++i) {
            QCOMPARE(rows[size_t(i)].state == DeliveryState::Unknown, i % 2 == 1);
        }
        compareWithLedger(bench, texts);
        settleByAsking(bench);
        int missing{0};
        for (const Message& message : bench.messages()) {
            missing += isNotFound(message) ? 1 : 0;
        }
        QCOMPARE(missing, 1); // only the one that was cut before it was recorded
        releaseTheRest(bench, texts);
    }

    void everyStepOfASmallBatch()
    {
        constexpr int texts{6};
        const int steps{stepsOf(texts)};
        QVERIFY2(steps > 3 * texts, "the footfalls are not heard");
        for (int step{1}; step <= steps; ++step) {
            killAndRestart(texts, step, 0);
            if (QTest::currentTestFailed()) {
                qInfo("killed at step %d of %d", step, steps);
                return;
            }
        }
    }

    void aSampleOfTheStepsOfFiftyTexts()
    {
        constexpr int texts{50};
        const int steps{stepsOf(texts)};
        QVERIFY2(steps > 3 * texts, "the footfalls are not heard");
        constexpr int samples{9};
        for (int sample{1}; sample <= samples; ++sample) {
            const int step{steps * sample / (samples + 1)};
            killAndRestart(texts, step, 1 + step % 11);
            if (QTest::currentTestFailed()) {
                qInfo("killed at step %d of %d", step, steps);
                return;
            }
        }
    }
};

TEXTDESK_TEST(tst_kill, TestKill)
#include "tst_kill.moc"
