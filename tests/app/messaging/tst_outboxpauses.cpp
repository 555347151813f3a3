// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a bad answer means for the whole account: wait, pause, and go on again.
#include "tests/app/messaging/outboxbench.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestOutboxPauses final : public QObject {
    Q_OBJECT
private slots:
    void aRefusedAccountPausesAndNothingIsLost_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("detail");
        QTest::addColumn<QString>("pause");
        QTest::newRow("token") << int(ErrorKind::Unauthorized) << QString{} << u"unauthorized"_s;
        QTest::newRow("credit") << int(ErrorKind::Unauthorized) << u"no-credit"_s << u"no-credit"_s;
        QTest::newRow("keychain") << int(ErrorKind::SecretUnavailable) << QString{} << u"secret"_s;
        QTest::newRow("address") << int(ErrorKind::NotFound) << QString{} << u"wrong-address"_s;
    }

    void aRefusedAccountPausesAndNothingIsLost()
    {
        QFETCH(int, kind);
        QFETCH(QString, detail);
        QFETCH(QString, pause);
        OutboxBench bench;
        bench.start();
        QSignalSpy paused{bench.outbox.get(), &Outbox::accountPaused};
        bench.service->hold();
        for (int i{0}; i < 6; ++i) {
            bench.service->answerNext(fail(ErrorKind(kind), detail));
        }
        (void)bench.sendMany(10);
        QVERIFY(eventually([&] { return bench.service->waiting() == 6; }));
        bench.service->release();
        QVERIFY(eventually([&] { return bench.countIn(DeliveryState::Queued) == 10; }));
        QVERIFY(bench.becomesQuiet());
        QCOMPARE(bench.paused(), pause);
        QCOMPARE(paused.count(), 1); // one banner
        QCOMPARE(bench.service->sends.size(), size_t{6});
        bench.clock.advance(1h);
        bench.settleDown();
        QCOMPARE(bench.service->sends.size(), size_t{6});

        bench.outbox->resume(bench.account);
        QVERIFY(eventually([&] { return bench.countIn(DeliveryState::Accepted) == 10; }));
        QVERIFY(bench.paused().isEmpty());
        for (int i{0}; i < 10; ++i) {
            QVERIFY(bench.sendsTo(person(i)) >= 1);
        }
    }

    void aLiveProofLiftsThePauseToo()
    {
        OutboxBench bench;
        bench.start();
        bench.service->answerNext(fail(ErrorKind::Unauthorized));
        const MessageId id{bench.send(person(0))};
        QVERIFY(eventually([&] { return !bench.paused().isEmpty(); }));
        bench.service->proof = fail(ErrorKind::Unauthorized);
        QVERIFY(!answerOf(bench.accounts->prove(bench.account)));
        QCOMPARE(bench.paused(), u"unauthorized"_s);
        bench.service->proof = Done{};
        QVERIFY(answerOf(bench.accounts->prove(bench.account)));
        QVERIFY(bench.becomes(id, DeliveryState::Accepted));
    }

    void threeDoubtsInARowPauseAndNoneIsRepeated()
    {
        OutboxBench bench;
        bench.service->parallel = 1;
        bench.start();
        for (int i{0}; i < 3; ++i) {
            bench.service->answerNext(fail(perhaps(ErrorKind::ServerFault)));
        }
        (void)bench.sendMany(5);
        QVERIFY(eventually([&] { return bench.countIn(DeliveryState::Unknown) == 3; }));
        QVERIFY(bench.becomesQuiet());
        QCOMPARE(bench.paused(), u"unknown-outcomes"_s);
        QCOMPARE(bench.service->sends.size(), size_t{3});
        QCOMPARE(bench.countIn(DeliveryState::Queued), 2);
        bench.outbox->resume(bench.account);
        QVERIFY(eventually([&] { return bench.countIn(DeliveryState::Accepted) == 2; }));
        QCOMPARE(bench.service->sends.size(), size_t{5});
        QCOMPARE(bench.countIn(DeliveryState::Unknown), 3);
    }

    void aGoodAnswerBetweenDoubtsStartsTheCountAgain()
    {
        OutboxBench bench;
        bench.service->parallel = 1;
        bench.start();
        const FakeService::SendAnswer doubt{fail(perhaps(ErrorKind::Timeout))};
        const FakeService::SendAnswer fine{SendReceipt{u"good"_s}};
        for (const auto& answer : {doubt, doubt, fine, doubt, doubt}) {
            bench.service->answerNext(answer);
        }
        (void)bench.sendMany(6);
        QVERIFY(eventually([&] { return bench.service->sends.size() == 6; }));
        QVERIFY(bench.becomesQuiet());
        QVERIFY(bench.paused().isEmpty());
        QCOMPARE(bench.countIn(DeliveryState::Unknown), 4);
    }

    void aRefusalDoesNotCoverUpDoubtNorAPersonsOwnPause()
    {
        OutboxBench bench{OutboxOptions{1, 600000}};
        bench.start();
        bench.service->hold();
        bench.service->answerNext(fail(perhaps(ErrorKind::Timeout)));
        bench.service->answerNext(fail(ErrorKind::Unauthorized));
        (void)bench.sendMany(2);
        QVERIFY(eventually([&] { return bench.service->waiting() == 2; }));
        bench.service->release();
        QVERIFY(bench.becomesQuiet());
        QCOMPARE(bench.paused(), u"unknown-outcomes"_s);

        OutboxBench other;
        other.start();
        other.service->hold();
        other.service->answerNext(fail(ErrorKind::Unauthorized));
        (void)other.send(person(0));
        QVERIFY(eventually([&] { return other.service->waiting() == 1; }));
        other.accounts->setPaused(other.account, u"by-person"_s);
        other.service->release();
        QVERIFY(other.becomesQuiet());
        QCOMPARE(other.paused(), u"by-person"_s);
    }

    void aNewStartLiftsRefusalsButNeitherDoubtNorAPersonsPause_data()
    {
        QTest::addColumn<QString>("pause");
        QTest::addColumn<bool>("lifted");
        for (const char* reason : {"unauthorized", "no-credit", "secret", "wrong-address"}) {
            QTest::newRow(reason) << QString::fromLatin1(reason) << true;
        }
        QTest::newRow("doubt") << u"unknown-outcomes"_s << false;
        QTest::newRow("person") << u"by-person"_s << false;
    }

    void aNewStartLiftsRefusalsButNeitherDoubtNorAPersonsPause()
    {
        QFETCH(QString, pause);
        QFETCH(bool, lifted);
        OutboxBench bench;
        bench.accounts->setPaused(bench.account, pause);
        bench.settleDown();
        bench.restart();
        QCOMPARE(bench.paused(), pause); // it was on disk
        bench.start();
        bench.settleDown();
        QCOMPARE(bench.paused().isEmpty(), lifted);
    }

    void aRateLimitWaitsAsLongAsTheServiceAsks()
    {
        OutboxBench bench;
        bench.start();
        Error tooFast{ErrorKind::RateLimited};
        tooFast.withRetryAfter(90s);
        bench.service->answerNext(fail(tooFast));
        const MessageId first{bench.send(person(0))};
        QVERIFY(eventually([&] { return bench.message(first).reason == u"rate-limited"_s; }));
        QVERIFY(bench.becomesQuiet());
        QCOMPARE(bench.message(first).dueMs, bench.clock.nowMs() + 90000);
        const MessageId second{bench.send(person(1))};
        bench.clock.advance(89s);
        bench.settleDown();
        QCOMPARE(bench.service->sends.size(), size_t{1});
        bench.clock.advance(2s);
        QVERIFY(bench.becomes(first, DeliveryState::Accepted));
        QVERIFY(bench.becomes(second, DeliveryState::Accepted));
        QCOMPARE(bench.service->sends.size(), size_t{3});
        QVERIFY(bench.paused().isEmpty());
    }

    void beingOfflineWaitsLongerEachTimeButRequestsSideBySideCountOnce()
    {
        OutboxBench bench;
        bench.start();
        bench.service->hold();
        for (int i{0}; i < 6; ++i) {
            bench.service->answerNext(fail(ErrorKind::Offline));
        }
        (void)bench.sendMany(6);
        QVERIFY(eventually([&] { return bench.service->waiting() == 6; }));
        bench.service->release();
        QVERIFY(eventually([&] { return bench.countIn(DeliveryState::Queued) == 6; }));
        QVERIFY(bench.becomesQuiet());
        for (const Message& message : bench.messages()) {
            QVERIFY(message.dueMs - bench.clock.nowMs() <= 5000);
        }
        for (int i{0}; i < 6; ++i) {
            bench.service->answerFor(person(i), fail(ErrorKind::Offline));
        }
        qint64 longest{0};
        for (int round{0}; round < 12; ++round) {
            const size_t before{bench.service->sends.size()};
            bench.clock.advance(10min);
            QVERIFY(eventually([&] { return bench.service->sends.size() >= before + 6; }));
            QVERIFY(bench.becomesQuiet());
            for (const Message& message : bench.messages()) {
                longest = std::max(longest, message.dueMs - bench.clock.nowMs());
            }
        }
        QVERIFY(longest > 400000);
        QVERIFY(longest <= 600000);
        bench.service->acceptAll();
        bench.clock.advance(10min);
        QVERIFY(eventually([&] { return bench.countIn(DeliveryState::Accepted) == 6; }));
    }

    void aClockSetBackAnHourDoesNotHoldWhatIsDueNow()
    {
        OutboxBench bench;
        bench.start();
        const MessageId before{bench.send(person(0), u"before"_s)};
        QVERIFY(bench.becomes(before, DeliveryState::Accepted));
        bench.clock.setWallClock(bench.clock.now().addSecs(-3600));
        const MessageId after{bench.send(person(0), u"after"_s)};
        QVERIFY(after > before); // the thread keeps its order
        QVERIFY(bench.becomes(after, DeliveryState::Accepted));
        bench.clock.setWallClock(bench.clock.now().addSecs(7200));
        const MessageId last{bench.send(person(0), u"last"_s)};
        QVERIFY(last > after);
        QVERIFY(bench.becomes(last, DeliveryState::Accepted));
    }
};

TEXTDESK_TEST(tst_outboxpauses, TestOutboxPauses)
#include "tst_outboxpauses.moc"
