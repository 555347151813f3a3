// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A person's acts on what came, here and at the provider.
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

class TestInbox final : public QObject {
    Q_OBJECT
private slots:
    void readAndUnreadAreToldToTheProvider()
    {
        OutboxBench bench;
        (void)bench.apply(
            {incoming(u"in-1"_s, person(0), u"a"_s), incoming(u"in-2"_s, person(0), u"b"_s)});
        const ConversationId id{bench.messages().front().conversation};
        QVERIFY(answerOf(bench.inbox->setConversationRead(id)));
        QCOMPARE(bench.service->readMarks.value(u"in-1"_s), true);
        QCOMPARE(bench.service->readMarks.value(u"in-2"_s), true);
        QCOMPARE(ConversationTable::counts(bench.reader()).unreadMessages, 0);
        QVERIFY(answerOf(bench.inbox->setConversationUnread(id)));
        QCOMPARE(bench.service->readMarks.value(u"in-2"_s), false);
        QCOMPARE(bench.service->readMarks.value(u"in-1"_s), true);
        QCOMPARE(ConversationTable::counts(bench.reader()).unreadMessages, 1);
        QVERIFY(!answerOf(bench.inbox->setConversationRead(ConversationId{99})));
        QVERIFY(!answerOf(bench.inbox->setRead(MessageId{99}, true)));
    }

    void aReadMarkIsHereAtOnceAndDoneWhenTheProviderAnswered_data()
    {
        QTest::addColumn<bool>("conversation");
        QTest::addColumn<bool>("taken");
        QTest::newRow("a conversation") << true << true;
        QTest::newRow("a conversation, refused") << true << false;
        QTest::newRow("one text") << false << true;
        QTest::newRow("one text, refused") << false << false;
    }

    void aReadMarkIsHereAtOnceAndDoneWhenTheProviderAnswered()
    {
        QFETCH(const bool, conversation);
        QFETCH(const bool, taken);
        OutboxBench bench;
        (void)bench.apply(
            {incoming(u"in-1"_s, person(0), u"a"_s), incoming(u"in-2"_s, person(0), u"b"_s)});
        const Message first{bench.messages().front()};
        bench.service->holdReadMarks = true;
        bench.service->readMark = taken ? Result<Done>{Done{}} : fail(ErrorKind::Offline);
        std::optional<Result<Done>> done;
        auto* call = conversation ? bench.inbox->setConversationRead(first.conversation)
                                  : bench.inbox->setRead(first.id, true);
        call->then(this, [&done](const Result<Done>& result) { done = result; });
        const int asked{conversation ? 2 : 1};
        QVERIFY(eventually([&] { return bench.service->readMarks.size() == asked; }));
        QVERIFY(bench.message(first.id).read);
        bench.write<Done>([](WriteContext&) { return Done{}; }); // events ran
        QVERIFY(!done);
        bench.service->answerReadMarks();
        QVERIFY(eventually([&] { return done.has_value(); }));
        QVERIFY(*done);
        QVERIFY(bench.message(first.id).read);
    }

    void aReadMarkIsDoneWhenItsAccountGoes()
    {
        OutboxBench bench;
        const MessageId id{bench.apply({incoming(u"in-1"_s, person(0), u"a"_s)}).lastMessage};
        bench.service->holdReadMarks = true;
        std::optional<Result<Done>> done;
        bench.inbox->setRead(id, true)->then(
            this, [&done](const Result<Done>& result) { done = result; });
        QVERIFY(eventually([&] { return bench.service->readMarks.size() == 1; }));
        QVERIFY(!done);
        QVERIFY(answerOf(bench.accounts->remove(bench.account)));
        QVERIFY(eventually([&] { return done.has_value(); }));
        QVERIFY(*done);
    }

    void whatTheProviderWillNotDeleteStays()
    {
        OutboxBench bench;
        const MessageId id{bench.apply({incoming(u"in-1"_s, person(0), u"a"_s)}).lastMessage};
        bench.service->removal = fail(ErrorKind::Offline);
        QVERIFY(!answerOf(bench.inbox->remove(id, true)));
        QVERIFY(bench.message(id).id.isValid());
        bench.service->removal = fail(ErrorKind::NotFound); // gone there already
        QVERIFY(answerOf(bench.inbox->remove(id, true)));
        QVERIFY(!bench.message(id).id.isValid());
        QCOMPARE(bench.service->removed.size(), 2);
        QCOMPARE(answerOf(bench.inbox->remove(id, false)).error().kind(), ErrorKind::NotFound);
    }

    void whatAPersonDeletedDoesNotComeBack()
    {
        OutboxBench bench;
        bench.start();
        const MessageId sent{bench.send(person(0))};
        QVERIFY(bench.becomes(sent, DeliveryState::Accepted));
        OutgoingSeen seen{report(u"id-1"_s, DeliveryState::Sent), Address::fromCanonical(person(0)),
            u"Hello"_s, std::nullopt};
        seen.report.dataField = toWire({}, bench.message(sent).reference);
        IncomingText reply{incoming(u"in-1"_s, person(0), u"Stop"_s)};
        reply.dataField = seen.report.dataField; // a reply carries the reference of our text
        const MessageId came{bench.apply({reply}).lastMessage};
        QVERIFY(answerOf(bench.inbox->setOptedOut(person(0), {}, false)));
        QVERIFY(answerOf(bench.inbox->remove(sent, false)));
        QVERIFY(answerOf(bench.inbox->remove(came, false)));
        bench.restart();
        OutgoingSeen withoutOurs{seen};
        withoutOurs.report.dataField.clear();
        OutgoingSeen underAnotherId{seen};
        underAnotherId.report.providerId = u"id-9"_s;
        const Applied again{bench.apply({reply, seen, withoutOurs, underAnotherId,
            report(u"id-1"_s, DeliveryState::Delivered)})};
        QCOMPARE(again.repeats, 5);
        QCOMPARE(again.newTexts + again.stateChanges + again.optOuts, 0);
        QCOMPARE(bench.messages().size(), size_t{0});
        QVERIFY(!OptOutTable::isClosed(bench.reader(), person(0)));
        reply.providerId = u"in-2"_s; // another answer to the text that was deleted
        QCOMPARE(bench.apply({reply}).newTexts, 1);
        const AccountId other{bench.addAccount(u"Other"_s)};
        const auto elsewhere = answerOf(bench.inbox->apply(
            other, {incoming(u"in-1"_s, person(0), u"Yes"_s)}, WritePriority::Bulk));
        QCOMPARE(elsewhere->newTexts, 1);
    }

    void whatWasTakenBackOrMergedIsNotDeleted()
    {
        OutboxBench bench;
        const MessageId first{bench.apply({incoming(u"in-1"_s, person(0), u"Yes"_s)}).lastMessage};
        bench.write<Done>([first](WriteContext& context) {
            MessageTable::remove(context, *MessageTable::find(context.db, first));
            return Done{};
        });
        QCOMPARE(bench.apply({incoming(u"in-1"_s, person(0), u"Yes"_s)}).newTexts, 1);
    }

    void aTextInDoubtIsNotDeleted()
    {
        OutboxBench bench;
        bench.start();
        bench.service->answerNext(fail(perhaps(ErrorKind::Timeout)));
        const MessageId id{bench.send(person(0))};
        QVERIFY(bench.becomes(id, DeliveryState::Unknown));
        QCOMPARE(answerOf(bench.inbox->remove(id, false)).error().detail(), u"still-queued"_s);
    }

    void aConversationOpensOnceForAnySpelling()
    {
        OutboxBench bench;
        const auto a = answerOf(bench.inbox->openConversation(bench.account, u"082 000 0100"_s));
        const auto b = answerOf(bench.inbox->openConversation(bench.account, person(0)));
        QVERIFY(a && b);
        QCOMPARE(*a, *b);
        QVERIFY(!answerOf(bench.inbox->openConversation(bench.account, u"12"_s)));
        QVERIFY(!answerOf(bench.inbox->openConversation(AccountId{99}, person(0))));
    }

    void aDraftIsOnDisk()
    {
        OutboxBench bench;
        const auto id = answerOf(bench.inbox->openConversation(bench.account, person(0)));
        QVERIFY(answerOf(bench.inbox->setDraft(*id, u"half a sen"_s)));
        bench.restart();
        QCOMPARE(ConversationTable::find(bench.reader(), *id)->draft, u"half a sen"_s);
    }

    void aPersonsOwnOptOutHasALog()
    {
        OutboxBench bench;
        QVERIFY(answerOf(bench.inbox->setOptedOut(u"0820000100"_s, u"ZA"_s, true)));
        QVERIFY(answerOf(bench.inbox->setOptedOut(person(0), {}, true))); // already
        QVERIFY(OptOutTable::isClosed(bench.reader(), person(0)));
        QVERIFY(answerOf(bench.inbox->setOptedOut(person(0), {}, false)));
        QVERIFY(!OptOutTable::isClosed(bench.reader(), person(0)));
        QCOMPARE(OptOutTable::log(bench.reader(), person(0)).size(), size_t{2});
        QVERIFY(!answerOf(bench.inbox->setOptedOut(u"nobody!"_s, {}, true)));
    }
};

TEXTDESK_TEST(tst_inbox, TestInbox)
#include "tst_inbox.moc"
