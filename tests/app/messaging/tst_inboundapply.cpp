// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One rule for all news, whatever way and in whatever order it comes.
#include "app/messaging/reference.h"
#include "app/storage/conversationtable.h"
#include "app/storage/messagetable.h"
#include "app/storage/optouttable.h"
#include "tests/app/messaging/outboxbench.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestInboundApply final : public QObject {
    Q_OBJECT

    static OutgoingSeen seen(const QString& id, const QString& to, const QString& dataField,
        DeliveryState state = DeliveryState::Sent)
    {
        OutgoingSeen seen{report(id, state), Address::fromCanonical(to), u"Hello"_s, std::nullopt};
        seen.report.dataField = dataField;
        return seen;
    }
    static bool isClosed(OutboxBench& bench)
    {
        return OptOutTable::isClosed(bench.reader(), person(0));
    }
    static MessageId accepted(OutboxBench& bench)
    {
        bench.start();
        const MessageId id{bench.send(person(0))};
        return bench.becomes(id, DeliveryState::Accepted) ? id : MessageId{};
    }

private slots:
    void aRepeatIsHarmlessAndTheSameWordsTwiceAreTwo()
    {
        OutboxBench bench;
        const Applied first{bench.apply({incoming(u"in-1"_s, person(0), u"Yes"_s)})};
        QCOMPARE(first.newTexts, 1);
        const Applied again{bench.apply({incoming(u"in-1"_s, person(0), u"Yes"_s)})};
        QCOMPARE(again.newTexts, 0);
        QCOMPARE(again.repeats, 1);
        QCOMPARE(bench.apply({incoming(u"in-2"_s, person(0), u"Yes"_s)}).newTexts, 1);
        QCOMPARE(bench.messages().size(), size_t{2});
        QCOMPARE(ConversationTable::counts(bench.reader()).unreadMessages, 2);
    }

    void aRepeatWithinOneDeliveryIsOne()
    {
        OutboxBench bench;
        const IncomingText text{incoming(u"in-1"_s, person(0), u"Yes"_s)};
        QCOMPARE(bench.apply({text, text, text}).newTexts, 1);
        QCOMPARE(bench.messages().size(), size_t{1});
    }

    void twoAccountsMayUseTheSameId()
    {
        OutboxBench bench;
        const AccountId other{bench.addAccount(u"Other"_s)};
        (void)bench.apply({incoming(u"in-1"_s, person(0), u"Yes"_s)});
        QVERIFY(answerOf(bench.inbox->apply(
            other, {incoming(u"in-1"_s, person(0), u"Yes"_s)}, WritePriority::Webhook)));
        QCOMPARE(bench.messages().size(), size_t{2});
    }

    void whatWasReadHereStaysReadAndReadElsewhereIsTakenOver()
    {
        OutboxBench bench;
        IncomingText text{incoming(u"in-1"_s, person(0), u"Yes"_s)};
        const MessageId id{bench.apply({text}).lastMessage};
        QVERIFY(answerOf(bench.inbox->setRead(id, true)));
        text.read = false; // the listing was made before our mark arrived
        (void)bench.apply({text});
        QVERIFY(bench.message(id).read);
        QVERIFY(answerOf(bench.inbox->setRead(id, false)));
        text.read = true;
        (void)bench.apply({text});
        QVERIFY(bench.message(id).read);
        QCOMPARE(ConversationTable::counts(bench.reader()).unreadMessages, 0);
    }

    void statesNeverGoBack()
    {
        OutboxBench bench;
        const MessageId id{accepted(bench)};
        for (const DeliveryState news : {DeliveryState::Delivered, DeliveryState::Sent,
                 DeliveryState::Failed, DeliveryState::Scheduled, DeliveryState::Delivered}) {
            (void)bench.apply({report(u"id-1"_s, news)});
            QCOMPARE(bench.message(id).state, DeliveryState::Delivered);
        }
        QVERIFY(bench.message(id).reason.isEmpty());
    }

    void aFailureGivesWayToLateGoodNews()
    {
        OutboxBench bench;
        const MessageId id{accepted(bench)};
        (void)bench.apply({report(u"id-1"_s, DeliveryState::Failed, u"refunded"_s)});
        QCOMPARE(bench.message(id).reason, u"refunded"_s);
        (void)bench.apply({report(u"id-1"_s, DeliveryState::Delivered)});
        QCOMPARE(bench.message(id).state, DeliveryState::Delivered);
        QVERIFY(bench.message(id).reason.isEmpty());
    }

    void theFurthestOfSeveralEarlyReportsCounts()
    {
        OutboxBench bench;
        bench.start();
        (void)bench.apply(
            {report(u"id-1"_s, DeliveryState::Delivered), report(u"id-1"_s, DeliveryState::Sent)});
        const MessageId id{bench.send(person(0))};
        QVERIFY(bench.becomes(id, DeliveryState::Delivered));
    }

    void stopClosesThePersonOnEveryLine()
    {
        OutboxBench bench;
        const AccountId other{bench.addAccount(u"Other"_s)};
        bench.start();
        QCOMPARE(bench.apply({incoming(u"in-1"_s, person(0), u" stop! "_s)}).optOuts, 1);
        Draft onTheOther{bench.draft(person(0))};
        onTheOther.account = other;
        QVERIFY(bench.becomes(bench.send(onTheOther), DeliveryState::Failed));
        QVERIFY(bench.service->sends.empty());
        QVERIFY(bench.becomes(bench.send(person(1)), DeliveryState::Accepted));
        const auto rows = OptOutTable::all(bench.reader(), 10);
        QCOMPARE(rows.size(), size_t{1});
        QCOMPARE(rows.front().source, u"stop-word"_s);
        QCOMPARE(rows.front().account, bench.account);
    }

    void startReopensAndARepeatedStopDoesNotCloseAgain()
    {
        OutboxBench bench;
        const IncomingText stop{incoming(u"in-1"_s, person(0), u"STOP"_s)};
        (void)bench.apply({stop});
        QVERIFY(isClosed(bench));
        bench.clock.advance(1min);
        (void)bench.apply({incoming(u"in-2"_s, person(0), u"start"_s)});
        QVERIFY(!isClosed(bench));
        (void)bench.apply({stop});
        QVERIFY(!isClosed(bench));
        QCOMPARE(OptOutTable::log(bench.reader(), person(0)).size(), size_t{2});
    }

    void startOfSomebodyElseOpensNobody()
    {
        OutboxBench bench;
        (void)bench.apply({incoming(u"in-1"_s, person(0), u"STOP"_s)});
        (void)bench.apply({incoming(u"in-2"_s, person(1), u"START"_s)});
        QVERIFY(isClosed(bench));
    }

    void anOlderStopThatIsListedLaterDoesNotUndoStart()
    {
        OutboxBench bench;
        const qint64 now{bench.clock.nowMs()};
        IncomingText start{incoming(u"in-2"_s, person(0), u"START"_s)};
        start.at = StatedTime{now - 3600000, 1};
        IncomingText stop{incoming(u"in-1"_s, person(0), u"STOP"_s)};
        stop.at = StatedTime{now - 7200000, 1};
        (void)bench.apply({start, stop}); // newest first, as listings are
        QVERIFY(!isClosed(bench));
        IncomingText last{incoming(u"in-3"_s, person(0), u"STOP"_s)};
        last.at = StatedTime{now - 1800000, 1};
        (void)bench.apply({last});
        QVERIFY(isClosed(bench));
        IncomingText between{incoming(u"in-4"_s, person(0), u"START"_s)};
        between.at = StatedTime{now - 2400000, 1};
        (void)bench.apply({between});
        QVERIFY(isClosed(bench));
    }

    void aCarriersBlockClosesThePerson()
    {
        OutboxBench bench;
        const MessageId id{accepted(bench)};
        QCOMPARE(
            bench.apply({report(u"id-1"_s, DeliveryState::Failed, u"opted-out"_s)}).optOuts, 1);
        QVERIFY(isClosed(bench));
        QCOMPARE(bench.message(id).reason, u"opted-out"_s);
        QCOMPARE(OptOutTable::all(bench.reader(), 10).front().source, u"provider"_s);
    }

    void aReplyNeverStandsAboveItsQuestion_data()
    {
        QTest::addColumn<bool>("byId");
        QTest::newRow("named by the service's id") << true;
        QTest::newRow("named by our reference, before the answer came") << false;
    }

    void aReplyNeverStandsAboveItsQuestion()
    {
        QFETCH(bool, byId);
        OutboxBench bench;
        bench.clock.advance(30s); // within the minute
        bench.start();
        if (!byId) {
            bench.service->hold();
        }
        const MessageId question{bench.send(person(0), u"Coming?"_s)};
        QVERIFY(eventually([&] { return !bench.service->sends.empty(); }));
        bench.settleDown();
        bench.clock.advance(5min); // it is listed later, stamped by the minute
        IncomingText reply{incoming(u"in-1"_s, person(0), u"Yes"_s)};
        reply.at = StatedTime{bench.message(question).atMs / 60000 * 60000, 60000};
        reply.repliedToProviderId = u"id-1"_s;
        reply.dataField = bench.service->sends.front().dataField;
        const MessageId answer{bench.apply({reply}).lastMessage};
        QVERIFY(answer > question);
        QVERIFY(bench.message(answer).atMs >= bench.message(question).atMs);
        QVERIFY(
            bench.message(answer).dataField.isEmpty()); // our reference is not the person's data
    }

    void aStatedTimeInTheFutureIsNotBelieved()
    {
        OutboxBench bench;
        IncomingText text{incoming(u"in-1"_s, person(0), u"Yes"_s)};
        text.at = StatedTime{bench.clock.nowMs() + 86400000, 1};
        QCOMPARE(bench.message(bench.apply({text}).lastMessage).atMs, bench.clock.nowMs());
    }

    void aListedTextOfOursIsKnownByItsReference()
    {
        OutboxBench bench;
        bench.start();
        bench.service->answerNext(fail(perhaps(ErrorKind::Timeout)));
        const MessageId id{bench.send(person(0))};
        QVERIFY(bench.becomes(id, DeliveryState::Unknown));
        const Applied applied{
            bench.apply({seen(u"id-5"_s, person(0), bench.service->sends.front().dataField)})};
        QCOMPARE(applied.newTexts, 0);
        QCOMPARE(bench.message(id).state, DeliveryState::Sent);
        QCOMPARE(bench.message(id).providerId, u"id-5"_s);
        QCOMPARE(bench.messages().size(), size_t{1});
    }

    void aListedTextWithAnOddStatusIsAcceptedAllTheSame()
    {
        OutboxBench bench;
        bench.start();
        bench.service->answerNext(fail(perhaps(ErrorKind::Timeout)));
        const MessageId id{bench.send(person(0))};
        QVERIFY(bench.becomes(id, DeliveryState::Unknown));
        (void)bench.apply({seen(
            u"id-5"_s, person(0), bench.service->sends.front().dataField, DeliveryState::Unknown)});
        QCOMPARE(bench.message(id).state, DeliveryState::Accepted);
    }

    void anotherAccountsReferenceIsIgnored()
    {
        OutboxBench bench;
        const AccountId other{bench.addAccount(u"Other"_s)};
        bench.start();
        bench.service->answerNext(fail(perhaps(ErrorKind::Timeout)));
        const MessageId id{bench.send(person(0))};
        QVERIFY(bench.becomes(id, DeliveryState::Unknown));
        QVERIFY(answerOf(bench.inbox->apply(other,
            {seen(u"id-5"_s, person(0), bench.service->sends.front().dataField)},
            WritePriority::Bulk)));
        QCOMPARE(bench.message(id).state, DeliveryState::Unknown);
        QCOMPARE(bench.messages().size(), size_t{2});
    }

    void aTwinSeenBeforeTheAnswerBecomesOneWithIt()
    {
        OutboxBench bench;
        bench.start();
        bench.service->hold();
        const MessageId id{bench.send(person(0))};
        QVERIFY(eventually([&] { return bench.service->waiting() == 1; }));
        // The service cut our data field, so the listing cannot be matched yet.
        (void)bench.apply({seen(u"id-1"_s, person(0), {}, DeliveryState::Delivered)});
        QCOMPARE(bench.messages().size(), size_t{2});
        bench.service->release();
        QVERIFY(bench.becomes(id, DeliveryState::Delivered));
        QCOMPARE(bench.messages().size(), size_t{1});
    }

    void aTextWrittenElsewhereJoinsTheConversation()
    {
        OutboxBench bench;
        (void)bench.apply({report(u"id-7"_s, DeliveryState::Delivered)});
        const Applied applied{bench.apply({seen(u"id-7"_s, person(0), u"portal"_s)})};
        QCOMPARE(applied.newTexts, 1);
        const Message found{bench.message(applied.lastMessage)};
        QCOMPARE(found.direction, Direction::Out);
        QCOMPARE(found.state, DeliveryState::Delivered); // the early report was kept
        QCOMPARE(found.dataField, u"portal"_s);
        QCOMPARE(bench.apply({seen(u"id-7"_s, person(0), u"portal"_s)}).repeats, 1);
    }
};

TEXTDESK_TEST(tst_inboundapply, TestInboundApply)
#include "tst_inboundapply.moc"
