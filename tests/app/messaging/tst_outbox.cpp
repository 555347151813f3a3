// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// From the button to the provider's answer: durable first, once, in order.
#include "app/storage/messagetable.h"
#include "app/storage/optouttable.h"
#include "tests/app/messaging/outboxbench.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestOutbox final : public QObject {
    Q_OBJECT

    static void compareText(
        OutboxBench& bench, MessageId id, DeliveryState state, const QString& reason)
    {
        QCOMPARE(bench.message(id).state, state);
        QCOMPARE(bench.message(id).reason, reason);
    }

private slots:
    void aTextIsOnDiskBeforeItsRequestLeaves()
    {
        OutboxBench bench;
        bench.start();
        DeliveryState onDisk{DeliveryState::Draft};
        bench.service->onSend = [&](const OutgoingText&) {
            // A connection of its own sees only what was committed.
            auto other = Connection::open(bench.file(), Connection::Mode::ReadOnly);
            QVERIFY(other);
            const auto rows = MessageTable::newest(**other, {}, {}, 10);
            QCOMPARE(rows.size(), size_t{1});
            onDisk = rows.front().state;
        };
        const MessageId id{bench.send(person(0))};
        QVERIFY(id.isValid());
        QVERIFY(bench.becomes(id, DeliveryState::Accepted));
        QCOMPARE(onDisk, DeliveryState::Submitting);
        const Message sent{bench.message(id)};
        QCOMPARE(sent.providerId, u"id-1"_s);
        QCOMPARE(sent.attempts, 1);
        QCOMPARE(bench.service->sends.size(), size_t{1});
        QCOMPARE(bench.service->sends.front().dataField, u'#' + sent.reference);
    }

    void nothingIsStoredWhenOneDraftIsWrong()
    {
        OutboxBench bench;
        bench.start();
        const auto ids = answerOf(bench.outbox->send(
            {bench.draft(person(0)), bench.draft(person(1), u"  "_s), bench.draft(person(2))}));
        QVERIFY(!ids);
        QCOMPARE(ids.error().detail(), u"empty-message"_s);
        QVERIFY(bench.messages().empty());
        QVERIFY(bench.becomesQuiet());
        QVERIFY(bench.service->sends.empty());
    }

    void anAccountThatCannotSendSaysSo()
    {
        OutboxBench bench;
        bench.start();
        Draft nowhere{bench.draft(person(0))};
        nowhere.account = AccountId{99};
        QCOMPARE(answerOf(bench.outbox->send({nowhere})).error().detail(), u"no-account"_s);
        bench.service->canSend = false;
        QCOMPARE(answerOf(bench.outbox->send({bench.draft(person(0))})).error().detail(),
            u"cannot-send"_s);
    }

    void twoTextsToOnePersonKeepTheirOrderAndGoOneAtATime()
    {
        OutboxBench bench;
        bench.start();
        bench.service->hold();
        (void)bench.send(person(0), u"first"_s);
        (void)bench.send(u"082 000 0100"_s, u"second"_s); // the same person
        const MessageId last{bench.send(person(0), u"third"_s)};
        for (int sent{1}; sent <= 3; ++sent) {
            QVERIFY(eventually([&] { return bench.service->waiting() == 1; }));
            bench.settleDown();
            QCOMPARE(int(bench.service->sends.size()), sent);
            bench.service->release(1);
        }
        QVERIFY(bench.becomes(last, DeliveryState::Accepted));
        QCOMPARE(bench.sentTexts(), (QStringList{u"first"_s, u"second"_s, u"third"_s}));
    }

    void aTextThatWaitsForAnotherTryIsNotOvertaken()
    {
        OutboxBench bench;
        bench.start();
        bench.service->answerNext(fail(ErrorKind::Offline));
        const MessageId first{bench.send(person(0), u"first"_s)};
        QVERIFY(eventually([&] { return bench.message(first).reason == u"offline"_s; }));
        (void)bench.send(person(0), u"second"_s);
        bench.settleDown();
        QCOMPARE(bench.service->sends.size(), size_t{1});
        bench.clock.advance(10s);
        QVERIFY(eventually([&] { return bench.service->sends.size() == 3; }));
        QCOMPARE(bench.sentTexts(), (QStringList{u"first"_s, u"first"_s, u"second"_s}));
    }

    void noMoreRequestsThanAllowedAtOnce()
    {
        OutboxBench bench;
        bench.start();
        bench.service->hold();
        const auto ids = bench.sendMany(20);
        QCOMPARE(ids.size(), size_t{20});
        QVERIFY(eventually([&] { return bench.service->waiting() == 6; }));
        bench.settleDown();
        QCOMPARE(bench.service->waiting(), 6);
        QCOMPARE(bench.countIn(DeliveryState::Submitting), 6);
        QVERIFY(!bench.outbox->isQuiet());
        while (bench.service->sends.size() < 20 || bench.service->waiting() > 0) {
            QVERIFY(eventually([&] { return bench.service->waiting() > 0; }));
            bench.service->release(2);
        }
        QVERIFY(bench.becomesQuiet());
        QCOMPARE(bench.service->mostAtOnce, 6);
        QCOMPARE(bench.countIn(DeliveryState::Accepted), 20);
    }

    void aThousandTextsDrainOnceEachInTheirOrder()
    {
        OutboxBench bench;
        const auto ids = bench.sendMany(1000);
        QCOMPARE(ids.size(), size_t{1000});
        QSignalSpy quiet{bench.outbox.get(), &Outbox::quiet};
        bench.start();
        QVERIFY(eventually([&] { return bench.service->sends.size() == 1000; }, 60000));
        QVERIFY(bench.becomesQuiet());
        QVERIFY(quiet.count() > 0);
        QCOMPARE(bench.service->sends.size(), size_t{1000});
        for (int i{0}; i < 1000; ++i) {
            QCOMPARE(bench.service->sends[size_t(i)].to.canonical(), person(i));
        }
        QVERIFY(std::is_sorted(ids.begin(), ids.end()));
    }

    void whatTheServiceRefusesFailsWithItsWords()
    {
        OutboxBench bench;
        bench.start();
        Error refused{ErrorKind::Rejected, u"invalid-number"_s};
        refused.withProviderText(u"That is no mobile number"_s);
        bench.service->answerNext(fail(refused));
        const MessageId id{bench.send(person(0))};
        QVERIFY(bench.becomes(id, DeliveryState::Failed));
        compareText(bench, id, DeliveryState::Failed, u"invalid-number"_s);
        QCOMPARE(bench.message(id).reasonText, u"That is no mobile number"_s);
        QVERIFY(bench.becomesQuiet());
        QCOMPARE(bench.service->sends.size(), size_t{1});
        QVERIFY(bench.paused().isEmpty());
    }

    void aFailedTextGoesAgainAsANewOne()
    {
        OutboxBench bench;
        bench.start();
        bench.service->answerNext(fail(ErrorKind::Rejected));
        const MessageId first{bench.send(person(0), u"once more"_s)};
        QVERIFY(bench.becomes(first, DeliveryState::Failed));
        const auto second = answerOf(bench.outbox->sendAgain(first));
        QVERIFY(second);
        QVERIFY(*second > first);
        QVERIFY(bench.becomes(*second, DeliveryState::Accepted));
        QVERIFY(bench.message(*second).reference != bench.message(first).reference);
        QCOMPARE(bench.message(first).state, DeliveryState::Failed);
        QCOMPARE(answerOf(bench.outbox->sendAgain(*second)).error().detail(), u"not-failed"_s);
        QCOMPARE(answerOf(bench.outbox->sendAgain(MessageId{5})).error().detail(), u"not-failed"_s);
    }

    void aTextIsTakenBackOnlyBeforeItLeft()
    {
        OutboxBench bench;
        bench.start();
        Draft withUndo{bench.draft(person(0), u"oh no"_s)};
        withUndo.undoMs = 5000;
        const MessageId regretted{bench.send(withUndo)};
        bench.settleDown();
        QVERIFY(bench.service->sends.empty());
        QCOMPARE(answerOf(bench.outbox->takeBack(regretted)).value_or(QString{}), u"oh no"_s);
        bench.clock.advance(10s);
        bench.settleDown();
        QVERIFY(bench.service->sends.empty());
        QVERIFY(!bench.message(regretted).id.isValid());

        const MessageId kept{bench.send(withUndo)};
        bench.clock.advance(5s);
        QVERIFY(bench.becomes(kept, DeliveryState::Accepted));
        QCOMPARE(answerOf(bench.outbox->takeBack(kept)).error().detail(), u"too-late"_s);
        bench.service->hold();
        const MessageId onTheWire{bench.send(person(1))};
        QVERIFY(bench.becomes(onTheWire, DeliveryState::Submitting));
        QCOMPARE(answerOf(bench.outbox->takeBack(onTheWire)).error().detail(), u"too-late"_s);
        QCOMPARE(
            answerOf(bench.outbox->takeBack(MessageId{7})).error().kind(), ErrorKind::NotFound);
    }

    void aClosedPersonIsNotTextedWhateverTheOrder()
    {
        OutboxBench bench;
        Draft later{bench.draft(person(0), u"held"_s)};
        later.undoMs = 5000;
        const MessageId held{bench.send(later)};
        bench.start();
        // STOP arrives between the button and the claim.
        (void)bench.apply({incoming(u"in-1"_s, person(0), u"Stop."_s)});
        bench.clock.advance(5s);
        QVERIFY(bench.becomes(held, DeliveryState::Failed));
        compareText(bench, held, DeliveryState::Failed, u"opted-out"_s);
        const MessageId after{bench.send(person(0))};
        QVERIFY(bench.becomes(after, DeliveryState::Failed));
        QVERIFY(bench.service->sends.empty());
        QVERIFY(bench.becomesQuiet());
        QVERIFY(answerOf(bench.inbox->setOptedOut(person(0), {}, false)));
        const MessageId welcome{bench.send(person(0))};
        QVERIFY(bench.becomes(welcome, DeliveryState::Accepted));
        QCOMPARE(bench.message(held).state, DeliveryState::Failed); // not revived
    }

    void aReportMayComeBeforeTheAnswer()
    {
        OutboxBench bench;
        bench.start();
        bench.service->hold();
        const MessageId id{bench.send(person(0))};
        QVERIFY(eventually([&] { return bench.service->waiting() == 1; }));
        (void)bench.apply({report(u"id-1"_s, DeliveryState::Delivered)});
        QCOMPARE(bench.message(id).state, DeliveryState::Submitting);
        bench.service->release();
        QVERIFY(bench.becomes(id, DeliveryState::Delivered));
        QCOMPARE(bench.message(id).providerId, u"id-1"_s);
    }

    void anEarlyCarriersBlockClosesThePerson()
    {
        OutboxBench bench;
        bench.start();
        bench.service->hold();
        const MessageId id{bench.send(person(0))};
        QVERIFY(eventually([&] { return bench.service->waiting() == 1; }));
        (void)bench.apply({report(u"id-1"_s, DeliveryState::Failed, u"opted-out"_s)});
        bench.service->release();
        QVERIFY(bench.becomes(id, DeliveryState::Failed));
        QCOMPARE(bench.message(id).reason, u"opted-out"_s);
        QVERIFY(OptOutTable::isClosed(bench.reader(), person(0)));
    }

    void aReportThatNamesOurReferenceSettlesARunningSend()
    {
        OutboxBench bench;
        bench.start();
        bench.service->hold();
        bench.service->answerNext(fail(perhaps(ErrorKind::Timeout)));
        const MessageId id{bench.send(person(0))};
        QVERIFY(eventually([&] { return bench.service->waiting() == 1; }));
        DeliveryReport known{report(u"id-9"_s, DeliveryState::Sent)};
        known.dataField = bench.service->sends.front().dataField;
        (void)bench.apply({known});
        QCOMPARE(bench.message(id).state, DeliveryState::Sent);
        bench.service->release();
        QVERIFY(bench.becomesQuiet());
        compareText(bench, id, DeliveryState::Sent, {}); // the time-out does not undo what we know
    }

    void aTextDeletedWhileItIsOnTheWireComesToNothing()
    {
        OutboxBench bench;
        bench.start();
        bench.service->hold();
        const MessageId id{bench.send(person(0))};
        QVERIFY(eventually([&] { return bench.service->waiting() == 1; }));
        QCOMPARE(answerOf(bench.inbox->remove(id, false)).error().detail(), u"still-queued"_s);
        // Another program's window could still do it.
        bench.write<Done>([id](WriteContext& context) {
            MessageTable::remove(context, *MessageTable::find(context.db, id));
            return Done{};
        });
        bench.service->release();
        QVERIFY(bench.becomesQuiet());
        QVERIFY(bench.messages().empty());
    }

    void textsOfTwoAccountsDoNotWaitForEachOther()
    {
        OutboxBench bench;
        const AccountId second{bench.addAccount(u"Second"_s)};
        bench.start();
        bench.service->answerFor(person(0), fail(ErrorKind::Offline));
        const MessageId held{bench.send(person(0))};
        QVERIFY(eventually([&] { return bench.message(held).reason == u"offline"_s; }));
        Draft other{bench.draft(person(1))};
        other.account = second;
        const MessageId going{bench.send(other)};
        QVERIFY(bench.becomes(going, DeliveryState::Accepted));
        QCOMPARE(bench.message(held).state, DeliveryState::Queued);
    }
};

TEXTDESK_TEST(tst_outbox, TestOutbox)
#include "tst_outbox.moc"
