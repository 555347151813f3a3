// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Until when everything is here, and why not later: what the window says of a gap rests on it.
#include "app/messaging/historysync.h"
#include "tests/app/messaging/outboxbench.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestCompleteUntil final : public QObject {
    Q_OBJECT

    struct Bench final {
        OutboxBench box;
        std::unique_ptr<HistorySync> sync{std::make_unique<HistorySync>(
            *box.database, *box.accounts, *box.inbox, box.clock, SyncOptions{})};

        bool syncNow() { return answerOf(sync->syncNow(box.account)).has_value(); }
        void answerWith(const FakeService::PageAnswer& answer)
        {
            box.service->history = [answer](const HistoryQuery&) { return answer; };
        }
    };

private slots:
    void beforeTheFirstRoundNothingIsKnown()
    {
        Bench bench;
        QVERIFY(!bench.sync->completeUntil(bench.box.account).isValid());
        QVERIFY(!bench.sync->problemOf(bench.box.account));
    }
    void aFailedRoundKeepsTheTimeOfTheLastGoodOne()
    {
        Bench bench;
        const QDateTime good{bench.box.clock.now()};
        QVERIFY(bench.syncNow());
        QCOMPARE(bench.sync->completeUntil(bench.box.account), good);
        bench.box.clock.advance(20min);
        bench.answerWith(fail(ErrorKind::Unauthorized));
        QVERIFY(!bench.syncNow());
        QCOMPARE(bench.sync->completeUntil(bench.box.account), good);
        QCOMPARE(bench.sync->problemOf(bench.box.account)->kind(), ErrorKind::Unauthorized);
        bench.answerWith(HistoryPage{});
        QVERIFY(bench.syncNow());
        QCOMPARE(bench.sync->completeUntil(bench.box.account), bench.box.clock.now());
        QVERIFY(!bench.sync->problemOf(bench.box.account));
    }
    void ofAnEarlierStartTheDayIsKnown()
    {
        Bench bench;
        QVERIFY(bench.syncNow());
        const QDate day{bench.box.clock.now().date()};
        bench.sync = std::make_unique<HistorySync>(
            *bench.box.database, *bench.box.accounts, *bench.box.inbox, bench.box.clock);
        QCOMPARE(bench.sync->completeUntil(bench.box.account), day.startOfDay());
    }
};

TEXTDESK_TEST(tst_completeuntil, TestCompleteUntil)
#include "tst_completeuntil.moc"
