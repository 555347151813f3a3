// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Asking the provider: every page, no sooner than polite, and the rule that settles a doubt.
#include "app/messaging/reference.h"
#include "app/storage/accounttable.h"
#include "tests/app/messaging/outboxbench.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Pages of incoming texts as a service would cut them.
FakeService::PageAnswer slice(int all, int perPage, const HistoryQuery& query, bool counted)
{
    HistoryPage page;
    page.page = query.page;
    page.totalElements = counted ? all : -1;
    for (int i{(query.page - 1) * perPage}; i < std::min(all, query.page * perPage); ++i) {
        const QString id{u"in-%1"_s.arg(i)};
        page.providerIds.push_back(id);
        page.events.emplace_back(incoming(id, person(i), u"Text %1"_s.arg(i)));
    }
    return page;
}

} // namespace

class TestHistorySync final : public QObject {
    Q_OBJECT

    struct Bench final {
        explicit Bench(SyncOptions options = {})
            : sync{std::make_unique<HistorySync>(
                *box.database, *box.accounts, *box.inbox, box.clock, options)}
        { }
        OutboxBench box;
        std::unique_ptr<HistorySync> sync;

        Result<SyncReport> syncNow() { return answerOf(sync->syncNow(box.account)); }
        int pagesOf(bool incoming) const
        {
            return int(std::count_if(box.service->queries.cbegin(), box.service->queries.cend(),
                [incoming](const HistoryQuery& query) { return query.incoming == incoming; }));
        }
        // As after a round of today: no days to make up for.
        void beUpToDate()
        {
            QVERIFY(syncNow());
            box.service->queries.clear();
        }
        MessageId doubt()
        {
            box.start();
            box.service->answerNext(fail(perhaps(ErrorKind::Timeout)));
            const MessageId id{box.send(person(0))};
            return box.becomes(id, DeliveryState::Unknown) ? id : MessageId{};
        }
        void listOurs(const QString& dataField)
        {
            box.service->history = [dataField](
                                       const HistoryQuery& query) -> FakeService::PageAnswer {
                HistoryPage page;
                if (query.page == 1 && query.dataField == dataField) {
                    OutgoingSeen seen{report(u"id-9"_s, DeliveryState::Sent),
                        Address::fromCanonical(person(0)), u"Hello"_s, std::nullopt};
                    seen.report.dataField = dataField;
                    page.events.emplace_back(seen);
                    page.providerIds.push_back(u"id-9"_s);
                }
                return page;
            };
        }
        qint64 nextMs() const { return sync->nextPollIn(box.account); }
    };

private slots:
    void everyPageIsSeen_data()
    {
        QTest::addColumn<int>("all");
        QTest::addColumn<int>("perPage");
        QTest::addColumn<bool>("counted");
        QTest::addColumn<int>("pages");
        QTest::newRow("nothing") << 0 << 100 << false << 1;
        QTest::newRow("one page, counted") << 100 << 100 << true << 1;
        QTest::newRow("one page, not counted") << 100 << 100 << false << 2;
        QTest::newRow("pages cut silently, counted") << 25 << 10 << true << 3;
        QTest::newRow("pages cut silently, not counted") << 25 << 10 << false << 4;
    }

    void everyPageIsSeen()
    {
        QFETCH(int, all);
        QFETCH(int, perPage);
        QFETCH(bool, counted);
        QFETCH(int, pages);
        Bench bench;
        bench.beUpToDate();
        bench.box.service->history = [=](const HistoryQuery& query) {
            return slice(all, perPage, query, counted);
        };
        const auto report = bench.syncNow();
        QVERIFY(report);
        QCOMPARE(report->newTexts, all);
        QCOMPARE(bench.pagesOf(true), pages);
        QCOMPARE(int(bench.box.messages().size()), all);
        QCOMPARE(bench.syncNow()->newTexts, 0);
    }

    void aServiceThatRepeatsItsLastPageDoesNotTrapUs()
    {
        Bench bench;
        bench.beUpToDate();
        bench.box.service->history = [](HistoryQuery query) {
            query.page = std::min(query.page, 3);
            return slice(30, 10, query, false);
        };
        QCOMPARE(bench.syncNow()->newTexts, 30);
        QCOMPARE(bench.pagesOf(true), 4);
    }

    void aRowThatCannotBeReadStopsNoOther()
    {
        Bench bench;
        bench.box.service->history = [](const HistoryQuery& query) {
            auto page = slice(3, 100, query, true);
            page->events.erase(page->events.begin());
            page->unreadable = 1;
            return page;
        };
        const auto report = bench.syncNow();
        QVERIFY(report);
        QCOMPARE(report->newTexts, 2);
        QCOMPARE(report->unreadable, 1);
    }

    void whatCannotBeReadIsAGapUntilItsDaysReadWell()
    {
        Bench bench;
        int unreadable{1};
        bench.box.service->history = [&unreadable](const HistoryQuery& query) {
            auto page = slice(3, 100, query, true);
            page->unreadable = query.incoming == true ? unreadable : 0;
            return page;
        };
        QVERIFY(!bench.sync->incompleteDays(bench.box.account));
        QVERIFY(bench.syncNow()); // of a week
        const auto days = bench.sync->incompleteDays(bench.box.account);
        QVERIFY(days);
        QCOMPARE(days->from, QDate(2026, 2, 23));
        QCOMPARE(days->to, QDate(2026, 3, 2));
        unreadable = 0;
        QVERIFY(bench.syncNow()); // of two days only: nobody knows of the others
        QVERIFY(bench.sync->incompleteDays(bench.box.account));
        // Two days that are mended are no gap any more.
        Bench other;
        QVERIFY(other.syncNow());
        unreadable = 1;
        other.box.service->history = bench.box.service->history;
        QVERIFY(other.syncNow());
        QCOMPARE(other.sync->incompleteDays(other.box.account)->from, QDate(2026, 3, 1));
        unreadable = 0;
        QVERIFY(other.syncNow());
        QVERIFY(!other.sync->incompleteDays(other.box.account));
    }

    void aSecondRequestJoinsTheRunningRound()
    {
        Bench bench;
        bench.box.service->history = [](const HistoryQuery& query) {
            return slice(3, 100, query, true);
        };
        auto* first = bench.sync->syncNow(bench.box.account);
        const auto second = answerOf(bench.sync->syncNow(bench.box.account));
        QVERIFY(second);
        QCOMPARE(second->newTexts, 3);
        QCOMPARE(bench.pagesOf(true), 1);
        Q_UNUSED(first)
    }

    void askingGoesBackAWeekFirstAndADayLater()
    {
        Bench bench;
        QVERIFY(bench.syncNow());
        QCOMPARE(
            bench.box.service->queries.front().receivedFrom, std::optional{QDate(2026, 2, 23)});
        bench.box.clock.advance(72h);
        bench.box.service->queries.clear();
        QVERIFY(bench.syncNow());
        QCOMPARE(bench.box.service->queries.front().receivedFrom, std::optional{QDate(2026, 3, 1)});
    }

    void aDayOnAWrongClockLeavesNoGap()
    {
        Bench bench;
        bench.box.clock.setWallClock(QDateTime{{2031, 1, 1}, {0, 0}, Qt::UTC});
        QVERIFY(bench.syncNow());
        bench.box.clock.setWallClock(QDateTime{{2026, 3, 2}, {9, 0}, Qt::UTC});
        bench.box.service->queries.clear();
        QVERIFY(bench.syncNow());
        QCOMPARE(bench.box.service->queries.front().receivedFrom, std::optional{QDate(2026, 3, 1)});
    }

    void aFailedRoundMovesNoMark()
    {
        Bench bench;
        bench.box.service->history = [](const HistoryQuery&) -> FakeService::PageAnswer {
            return fail(ErrorKind::ServerFault);
        };
        QVERIFY(!bench.syncNow());
        QVERIFY(AccountTable::syncMark(bench.box.reader(), bench.box.account, u"synced-until-day"_s)
                    .isEmpty());
    }

    void aStoreThatCannotBeWrittenFailsTheRound()
    {
        Bench bench;
        bench.box.service->history = [](const HistoryQuery& query) {
            return slice(3, 100, query, true);
        };
        bench.box.breakStore();
        const auto report = bench.syncNow();
        QVERIFY(!report);
        QCOMPARE(report.error().kind(), ErrorKind::Storage);
        bench.box.mendStore();
        QCOMPARE(bench.syncNow()->newTexts, 3);
    }

    void statesOfOpenTextsAreAskedFor()
    {
        Bench bench;
        QVERIFY(bench.syncNow());
        QCOMPARE(bench.pagesOf(false), 0); // nothing is open: no question
        bench.box.start();
        const MessageId id{bench.box.send(person(0))};
        QVERIFY(bench.box.becomes(id, DeliveryState::Accepted));
        bench.box.service->history = [](const HistoryQuery& query) -> FakeService::PageAnswer {
            HistoryPage page;
            if (query.incoming == false && query.page == 1) {
                page.events.emplace_back(OutgoingSeen{report(u"id-1"_s, DeliveryState::Delivered),
                    Address::fromCanonical(person(0)), u"Hello"_s, std::nullopt});
                page.providerIds.push_back(u"id-1"_s);
            }
            return page;
        };
        QCOMPARE(bench.syncNow()->stateChanges, 1);
        QCOMPARE(bench.box.message(id).state, DeliveryState::Delivered);
    }

    void aHitSettlesADoubt()
    {
        Bench bench;
        const MessageId id{bench.doubt()};
        const QString wire{bench.box.service->sends.front().dataField};
        bench.listOurs(wire);
        const auto report = bench.syncNow();
        QVERIFY(report);
        QCOMPARE(report->settled, 1);
        QCOMPARE(bench.box.message(id).state, DeliveryState::Sent);
        QCOMPARE(bench.box.message(id).providerId, u"id-9"_s);
        QCOMPARE(
            bench.box.service->queries.back().dataField, wire); // asked for the whole wire value
    }

    // While anything is open, the list of all outgoing texts is asked for before each doubt is.
    void aDoubtThatTheListNamesIsCountedAndNotAskedFor()
    {
        Bench bench;
        bench.beUpToDate();
        const MessageId id{bench.doubt()};
        const MessageId open{bench.box.send(person(1))};
        QVERIFY(bench.box.becomes(open, DeliveryState::Accepted));
        const QString wire{bench.box.service->sends.front().dataField};
        bench.box.service->history = [wire](const HistoryQuery& query) -> FakeService::PageAnswer {
            HistoryPage page;
            if (query.incoming == false && query.page == 1) {
                OutgoingSeen seen{report(u"id-9"_s, DeliveryState::Delivered),
                    Address::fromCanonical(person(0)), u"Hello"_s, std::nullopt};
                seen.report.dataField = wire;
                page.events.emplace_back(seen);
                page.providerIds.push_back(u"id-9"_s);
            }
            return page;
        };
        const auto report = bench.syncNow();
        QVERIFY(report);
        QCOMPARE(report->settled, 1);
        QCOMPARE(report->stillDoubtful + report->notFound, 0);
        QCOMPARE(bench.box.message(id).state, DeliveryState::Delivered);
        for (const HistoryQuery& query : bench.box.service->queries) {
            QVERIFY(query.dataField.isEmpty());
        }
        QCOMPARE(bench.syncNow()->settled, 0); // told once
        QCOMPARE(bench.box.service->sends.size(), size_t{2});
    }

    void aMissCountsOnlyAfterTenMinutes()
    {
        Bench bench;
        const MessageId id{bench.doubt()};
        bench.box.clock.advance(10min - 1s);
        auto report = bench.syncNow();
        QCOMPARE(report->stillDoubtful, 1);
        QCOMPARE(bench.box.message(id).reason, u"unknown-outcome"_s);
        bench.box.clock.advance(1s);
        report = bench.syncNow();
        QCOMPARE(report->notFound, 1);
        QCOMPARE(bench.box.message(id).reason, u"not-found-at-provider"_s);
        QCOMPARE(bench.box.message(id).state, DeliveryState::Unknown); // a person decides
        QSignalSpy changes{bench.box.database.get(), &Database::changed};
        QCOMPARE(bench.syncNow()->notFound, 1);
        QCOMPARE(changes.count(), 0); // said once
        QVERIFY(answerOf(bench.box.outbox->settle(id, false)));
        QVERIFY(bench.box.becomes(id, DeliveryState::Accepted));
        QCOMPARE(bench.box.service->sends.size(), size_t{2});
    }

    void anIncompleteListingIsNoMiss_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("an unreadable row") << -1;
        QTest::newRow("rubbish for an answer") << int(ErrorKind::Protocol);
        QTest::newRow("the question refused") << int(ErrorKind::Rejected);
    }

    void anIncompleteListingIsNoMiss()
    {
        QFETCH(int, kind);
        Bench bench;
        const MessageId id{bench.doubt()};
        bench.box.clock.advance(1h);
        bench.box.service->history = [kind](const HistoryQuery& query) -> FakeService::PageAnswer {
            HistoryPage page;
            if (query.dataField.isEmpty()) {
                return page;
            }
            if (kind >= 0) {
                return fail(ErrorKind(kind));
            }
            page.unreadable = 1;
            return page;
        };
        const auto report = bench.syncNow();
        QVERIFY(report);
        QCOMPARE(report->stillDoubtful, 1);
        QCOMPARE(bench.box.message(id).reason, u"unknown-outcome"_s);
    }

    void aRateLimitEndsTheRoundInsteadOfAskingOnAndOn()
    {
        Bench bench;
        bench.box.start();
        for (int i{0}; i < 5; ++i) {
            bench.box.service->answerNext(fail(perhaps(ErrorKind::Timeout)));
        }
        (void)bench.box.sendMany(5);
        QVERIFY(eventually([&] { return bench.box.countIn(DeliveryState::Unknown) == 5; }));
        bench.box.service->history = [](const HistoryQuery& query) -> FakeService::PageAnswer {
            return query.dataField.isEmpty()
                ? FakeService::PageAnswer{HistoryPage{}}
                : FakeService::PageAnswer{fail(ErrorKind::RateLimited)};
        };
        bench.box.service->queries.clear();
        const auto report = bench.syncNow();
        QVERIFY(!report);
        QCOMPARE(report.error().kind(), ErrorKind::RateLimited);
        QCOMPARE(bench.box.service->queries.size(), size_t{2}); // incoming, and one doubt
    }

    void pollingFollowsItsIntervalAndBacksOffToTenMinutes()
    {
        Bench bench;
        QSignalSpy synced{bench.sync.get(), &HistorySync::synced};
        bench.sync->startPolling();
        QVERIFY(eventually([&] { return synced.count() == 1; }));
        QCOMPARE(bench.nextMs(), qint64{60000});
        bench.box.service->history = [](const HistoryQuery&) -> FakeService::PageAnswer {
            return fail(ErrorKind::Offline);
        };
        qint64 before{0};
        for (int failures{1}; failures <= 8; ++failures) {
            bench.box.clock.advance(std::chrono::milliseconds{bench.nextMs()});
            QVERIFY(eventually([&] { return synced.count() == failures + 1; }));
            QVERIFY(bench.nextMs() >= before / 2);
            QVERIFY(bench.nextMs() >= 48000);
            QVERIFY(bench.nextMs() <= 600000);
            before = bench.nextMs();
        }
        QVERIFY(before >= 480000);
        bench.box.service->history = nullptr;
        bench.box.clock.advance(std::chrono::milliseconds{bench.nextMs()});
        QVERIFY(eventually([&] { return synced.count() == 10; }));
        QCOMPARE(bench.nextMs(), qint64{60000});
    }

    void aWaitThatTheServiceAsksForIsHonoured()
    {
        Bench bench;
        bench.box.service->history = [](const HistoryQuery&) -> FakeService::PageAnswer {
            Error error{ErrorKind::RateLimited};
            error.withRetryAfter(1800s);
            return fail(error);
        };
        bench.sync->startPolling();
        QVERIFY(eventually([&] { return bench.nextMs() > 0; }));
        QCOMPARE(bench.nextMs(), qint64{1800000});
    }

    void aVerifiedWebhookMakesPollingRare()
    {
        Bench bench;
        bench.box.accounts->noteVerifiedWebhook(bench.box.account, bench.box.clock.nowMs());
        bench.sync->startPolling();
        QVERIFY(eventually([&] { return bench.nextMs() > 0; }));
        QCOMPARE(bench.nextMs(), qint64{900000});
    }

    void theAccountsOwnIntervalCounts()
    {
        Bench bench;
        const AccountId slow{bench.box.addAccount(u"Slow"_s, {{u"poll-seconds"_s, u"300"_s}})};
        bench.sync->startPolling();
        QVERIFY(eventually([&] { return bench.sync->nextPollIn(slow) > 0; }));
        QCOMPARE(bench.sync->nextPollIn(slow), qint64{300000});
    }

    void pollingStopsAndStartsAgain()
    {
        Bench bench;
        QVERIFY(bench.syncNow()); // by hand, before polling begins
        QCOMPARE(bench.nextMs(), qint64{-1});
        bench.sync->startPolling();
        QVERIFY(eventually([&] { return bench.nextMs() > 0; }));
        bench.sync->stopPolling();
        QCOMPARE(bench.nextMs(), qint64{-1});
        bench.box.service->queries.clear();
        bench.box.clock.advance(1h);
        bench.box.settleDown();
        QVERIFY(bench.box.service->queries.empty());
        bench.sync->startPolling();
        QVERIFY(eventually([&] { return bench.nextMs() > 0; }));
        QVERIFY(!bench.box.service->queries.empty());
    }

    void aNewAccountIsPolledWithoutAsking()
    {
        Bench bench;
        bench.sync->startPolling();
        const AccountId fresh{bench.box.addAccount(u"Fresh"_s)};
        QVERIFY(eventually([&] { return bench.sync->nextPollIn(fresh) > 0; }));
    }

    void anAccountRemovedInTheMiddleEndsItsRound()
    {
        Bench bench;
        bench.box.service->holdPages = true;
        auto* round = bench.sync->syncNow(bench.box.account);
        QVERIFY(!bench.box.service->queries.empty());
        QVERIFY(answerOf(bench.box.accounts->remove(bench.box.account)));
        const auto report = answerOf(round);
        QVERIFY(!report);
        QCOMPARE(report.error().detail(), u"account-gone"_s);
        QCOMPARE(bench.syncNow().error().detail(), u"no-account"_s);
    }

    void anAccountRemovedBetweenPagesEndsItsRound()
    {
        Bench bench;
        bench.box.service->history = [&](const HistoryQuery& query) {
            if (query.page == 1) {
                (void)bench.box.accounts->remove(bench.box.account);
            }
            return slice(30, 10, query, true);
        };
        const auto report = bench.syncNow();
        QVERIFY(!report || report->newTexts == 30);
        QVERIFY(eventually([&] { return bench.box.accounts->all().empty(); }));
    }
};

TEXTDESK_TEST(tst_historysync, TestHistorySync)
#include "tst_historysync.moc"
