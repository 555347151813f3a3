// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Labels, snoozes that end by themselves, and texts that were just written.
#include "app/messaging/triage.h"
#include "app/storage/conversationtable.h"
#include "tests/app/messaging/outboxbench.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestTriage final : public QObject {
    Q_OBJECT
private:
    static ConversationId anyConversation(OutboxBench& bench)
    {
        const Applied applied{bench.apply({incoming(u"in-1"_s, person(0), u"Open?"_s)})};
        return bench.message(applied.lastMessage).conversation;
    }
    static bool isSnoozed(OutboxBench& bench, ConversationId id)
    {
        return ConversationTable::find(bench.reader(), id)->snoozedMs > 0;
    }

private slots:
    void aSnoozeEndsAtItsTime()
    {
        OutboxBench bench;
        Triage triage{*bench.database, bench.clock};
        triage.start();
        const ConversationId id{anyConversation(bench)};
        QCOMPARE(
            answerOf(triage.snooze(id, bench.clock.nowMs())).error().detail(), u"time-passed"_s);
        QVERIFY(answerOf(triage.snooze(id, bench.clock.nowMs() + 90'000)));
        QVERIFY(isSnoozed(bench, id));
        QVERIFY(eventually([&] { return bench.clock.pendingTimers() > 0; }));
        bench.clock.advance(60s); // looked at, too early
        bench.clock.advance(29s);
        bench.write<Done>([](WriteContext&) { return Done{}; });
        QVERIFY(isSnoozed(bench, id));
        bench.clock.advance(1s);
        QVERIFY(eventually([&] { return !isSnoozed(bench, id); }));
        QCOMPARE(ConversationTable::find(bench.reader(), id)->unread, 1);
    }

    void oneThatEndedWhileTheProgramWasOffComesBackAtOnce()
    {
        OutboxBench bench;
        const ConversationId id{anyConversation(bench)};
        {
            Triage before{*bench.database, bench.clock};
            QVERIFY(answerOf(before.snooze(id, bench.clock.nowMs() + 1000)));
        }
        bench.clock.advance(1h);
        Triage triage{*bench.database, bench.clock};
        triage.start();
        bench.clock.advance(0s);
        QVERIFY(eventually([&] { return !isSnoozed(bench, id); }));
    }

    void aSnoozeIsTakenBack()
    {
        OutboxBench bench;
        Triage triage{*bench.database, bench.clock};
        triage.start();
        const ConversationId id{anyConversation(bench)};
        QVERIFY(answerOf(triage.snooze(id, bench.clock.nowMs() + 5000)));
        QVERIFY(answerOf(triage.snooze(id, 0)));
        QVERIFY(!isSnoozed(bench, id));
        QVERIFY(!answerOf(triage.snooze(ConversationId{99}, bench.clock.nowMs() + 5000)));
        QVERIFY(!answerOf(triage.setDone(ConversationId{99}, true)));
    }

    void labelNamesAreTidied()
    {
        OutboxBench bench;
        Triage triage{*bench.database, bench.clock};
        const auto fees = answerOf(triage.addLabel(u"  Fees \n 2026 "_s, 99));
        QVERIFY(fees);
        QCOMPARE(triage.labels().front(), (Label{*fees, u"Fees 2026"_s, labelColours - 1}));
        QCOMPARE(answerOf(triage.addLabel(u" \t"_s, 0)).error().detail(), u"empty-name"_s);
        QCOMPARE(
            answerOf(triage.addLabel(QString{41, u'x'}, 0)).error().detail(), u"name-too-long"_s);
        QCOMPARE(answerOf(triage.addLabel(u"fees 2026"_s, 0)).error().detail(), u"name-taken"_s);
        QVERIFY(answerOf(triage.changeLabel({*fees, u"Trips"_s, 3})));
        const ConversationId id{anyConversation(bench)};
        QVERIFY(answerOf(triage.hang(id, *fees, true)));
        QCOMPARE(ConversationTable::find(bench.reader(), id)->labels, QList<LabelId>{*fees});
        QVERIFY(answerOf(triage.removeLabel(*fees)));
        QVERIFY(triage.labels().isEmpty());
        QVERIFY(ConversationTable::find(bench.reader(), id)->labels.isEmpty());
    }

    void aStopNeedsNoAnswer()
    {
        OutboxBench bench;
        const Applied applied{bench.apply({incoming(u"in-1"_s, person(0), u"STOP"_s)})};
        const auto row = ConversationTable::find(
            bench.reader(), bench.message(applied.lastMessage).conversation);
        QVERIFY(!row->waiting);
        QCOMPARE(row->unread, 1); // but somebody should know
    }

    void whatWasJustWrittenIsKnownInAnySpelling()
    {
        OutboxBench bench;
        Draft draft;
        draft.account = bench.account;
        draft.to = u"082 000 0001"_s;
        draft.text = u"The hall is open."_s;
        QVERIFY(!bench.inbox->wasJustWritten(draft.account, draft.to, draft.text));
        QVERIFY(answerOf(bench.outbox->send({draft})));
        QVERIFY(bench.inbox->wasJustWritten(draft.account, u"+27820000001"_s, draft.text));
        QVERIFY(!bench.inbox->wasJustWritten(draft.account, draft.to, u"Another text"_s));
        QVERIFY(!bench.inbox->wasJustWritten(draft.account, u"082 000 0002"_s, draft.text));
        QVERIFY(!bench.inbox->wasJustWritten(draft.account, u"nobody"_s, draft.text));
        bench.clock.advance(61s);
        QVERIFY(!bench.inbox->wasJustWritten(draft.account, draft.to, draft.text));
    }
};

TEXTDESK_TEST(tst_triage, TestTriage)
#include "tst_triage.moc"
