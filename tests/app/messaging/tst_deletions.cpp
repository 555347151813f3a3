// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Deletes with a way back, and the provider that is asked only when there is none any more.
#include "app/messaging/deletions.h"
#include "app/storage/conversationtable.h"
#include "app/storage/messagetable.h"
#include "app/storage/removaltable.h"
#include "app/storage/triagetable.h"
#include "tests/app/messaging/outboxbench.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestDeletions final : public QObject {
    Q_OBJECT
private:
    static constexpr qint64 undoMs{5000};
    std::unique_ptr<OutboxBench> m_bench;
    std::unique_ptr<Deletions> m_deletions;

    void restart()
    {
        m_deletions =
            std::make_unique<Deletions>(*m_bench->database, *m_bench->accounts, m_bench->clock);
        m_deletions->start();
    }
    bool exists(MessageId id) { return MessageTable::find(m_bench->reader(), id).has_value(); }
    void change(const std::function<void(WriteContext&)>& work)
    {
        QVERIFY(answerOf(m_bench->database->write<Done>(
            WritePriority::Person, [work](WriteContext& context) -> Result<Done> {
                work(context);
                return Done{};
            })));
    }
    qint64 nextDue() { return RemovalTable::nextDue(m_bench->reader()); }

private slots:
    void init()
    {
        m_bench = std::make_unique<OutboxBench>();
        (void)m_bench->apply({incoming(u"in-1"_s, person(0), u"first"_s),
            incoming(u"in-2"_s, person(0), u"second"_s)});
        restart();
    }
    void cleanup()
    {
        m_deletions.reset();
        m_bench.reset();
    }

    void aMessageComesBackWithinTheTime()
    {
        const Message text{m_bench->messages().front()};
        QSignalSpy ended{m_deletions.get(), &Deletions::undoEnded};
        QVERIFY(answerOf(
            m_deletions->removeMessages({text.id}, DeleteWhere::HereAndAtProvider, undoMs)));
        QVERIFY(!exists(text.id));
        m_bench->clock.advance(4s);
        QVERIFY(m_bench->service->removed.isEmpty());
        QVERIFY(answerOf(m_deletions->undo()));
        QVERIFY(exists(text.id));
        QCOMPARE(ended.count(), 1);
        m_bench->clock.advance(1min);
        QCOMPARE(nextDue(), -1);
        QVERIFY(m_bench->service->removed.isEmpty());
        QCOMPARE(answerOf(m_deletions->undo()).error().detail(), u"too-late"_s);
        // What is listed again by the provider is that very text.
        QCOMPARE(m_bench->apply({incoming(u"in-1"_s, person(0), u"first"_s)}).newTexts, 0);
    }

    // The person had read it and not answered yet: it waits again, and a snooze goes on.
    void itComesBackToTheSamePlace()
    {
        const Message text{m_bench->messages().back()};
        const auto row = [&] {
            return *ConversationTable::find(m_bench->reader(), text.conversation);
        };
        change([&](WriteContext& context) { MessageTable::setRead(context, text, true); });
        QVERIFY(row().waiting);
        QVERIFY(answerOf(m_deletions->removeMessages({text.id}, DeleteWhere::Here, undoMs)));
        QVERIFY(answerOf(m_deletions->undo()));
        QVERIFY(row().waiting);
        QCOMPARE(row().unread, 1); // the other one
        QCOMPARE(row().preview, text.text);
        change([&](WriteContext& context) {
            (void)TriageTable::snooze(context, text.conversation, context.nowMs + 3'600'000);
        });
        QVERIFY(row().snoozedMs > 0);
        QVERIFY(answerOf(m_deletions->removeMessages({text.id}, DeleteWhere::Here, undoMs)));
        QVERIFY(answerOf(m_deletions->undo()));
        QVERIFY(row().snoozedMs > 0);
        change([&](WriteContext& context) {
            (void)TriageTable::setDone(context, text.conversation, true);
        });
        QVERIFY(answerOf(m_deletions->removeMessages({text.id}, DeleteWhere::Here, undoMs)));
        QVERIFY(answerOf(m_deletions->undo()));
        QVERIFY(!row().waiting);
    }

    void theProviderIsAskedWhenTheTimeIsOver()
    {
        const Message text{m_bench->messages().front()};
        QSignalSpy ended{m_deletions.get(), &Deletions::undoEnded};
        QVERIFY(answerOf(
            m_deletions->removeMessages({text.id}, DeleteWhere::HereAndAtProvider, undoMs)));
        m_bench->clock.advance(5s);
        QVERIFY(eventually([&] { return m_bench->service->removed == QStringList{u"in-1"_s}; }));
        QVERIFY(eventually([&] { return nextDue() == -1; }));
        QCOMPARE(ended.count(), 1);
        QCOMPARE(answerOf(m_deletions->undo()).error().detail(), u"too-late"_s);
        QVERIFY(!exists(text.id));
    }

    void hereOnlyTellsNobody()
    {
        QVERIFY(answerOf(m_deletions->removeMessages(
            {m_bench->messages().front().id}, DeleteWhere::Here, undoMs)));
        QCOMPARE(nextDue(), -1);
        m_bench->clock.advance(1min);
        QVERIFY(m_bench->service->removed.isEmpty());
    }

    void aProviderThatIsAwayIsAskedAgain()
    {
        m_bench->service->removal = fail(ErrorKind::Offline);
        QVERIFY(answerOf(m_deletions->removeMessages(
            {m_bench->messages().front().id}, DeleteWhere::HereAndAtProvider, undoMs)));
        m_bench->clock.advance(5s);
        const qint64 later{m_bench->clock.nowMs() + 60'000};
        QVERIFY(eventually([&] { return nextDue() == later; }));
        m_bench->service->removal = Done{};
        m_bench->service->removed.clear();
        QVERIFY(eventually([&] { return m_bench->clock.pendingTimers() > 0; }));
        m_bench->clock.advance(60s);
        QVERIFY(eventually([&] { return nextDue() == -1; }));
        QCOMPARE(m_bench->service->removed, QStringList{u"in-1"_s});
    }

    void itIsNotAskedAgainAfterItsNo()
    {
        for (const ErrorKind kind : {ErrorKind::NotFound, ErrorKind::Rejected}) {
            m_bench->service->removal = fail(kind);
            QVERIFY(answerOf(m_deletions->removeMessages(
                {m_bench->messages().front().id}, DeleteWhere::HereAndAtProvider, undoMs)));
            m_bench->clock.advance(5s);
            QVERIFY(eventually([&] { return nextDue() == -1; }));
        }
        QVERIFY(m_bench->messages().empty());
    }

    void aProgramThatEndedGoesOn()
    {
        const ConversationId id{m_bench->messages().front().conversation};
        QVERIFY(
            answerOf(m_deletions->removeConversation(id, DeleteWhere::HereAndAtProvider, undoMs)));
        m_deletions.reset();
        m_bench->clock.advance(1h);
        QVERIFY(ConversationTable::find(m_bench->reader(), id));
        restart();
        m_bench->clock.advance(0s);
        QVERIFY(eventually([&] {
            m_bench->clock.advance(0s);
            return m_bench->service->removed.size() == 2 && nextDue() == -1;
        }));
        QVERIFY(!ConversationTable::find(m_bench->reader(), id));
    }

    void aConversationComesBackWhole()
    {
        const ConversationId id{m_bench->messages().front().conversation};
        QVERIFY(answerOf(m_deletions->removeConversation(id, DeleteWhere::Here, undoMs)));
        QCOMPARE(ConversationTable::find(m_bench->reader(), id)->sortMs, 0);
        QVERIFY(answerOf(m_deletions->undo()));
        QVERIFY(ConversationTable::find(m_bench->reader(), id)->sortMs > 0);
        m_bench->clock.advance(1min);
        QCOMPARE(m_bench->messages().size(), 2U);
    }

    void oneDeleteAtATimeCanBeTakenBack()
    {
        const auto texts = m_bench->messages();
        QVERIFY(answerOf(m_deletions->removeMessages({texts[0].id}, DeleteWhere::Here, undoMs)));
        QVERIFY(answerOf(m_deletions->removeMessages({texts[1].id}, DeleteWhere::Here, undoMs)));
        QVERIFY(answerOf(m_deletions->undo()));
        QVERIFY(!exists(texts[0].id));
        QVERIFY(exists(texts[1].id));
    }

    void nothingGoesWhenOneOfThemMayYetBeSent()
    {
        m_bench->service->hold();
        Draft draft;
        draft.account = m_bench->account;
        draft.to = person(0);
        draft.text = u"on its way"_s;
        const auto sent = answerOf(m_bench->outbox->send({draft}));
        const MessageId first{m_bench->messages().front().id};
        QCOMPARE(
            answerOf(m_deletions->removeMessages({first, sent->front()}, DeleteWhere::Here, undoMs))
                .error()
                .detail(),
            u"still-queued"_s);
        QVERIFY(exists(first));
        QCOMPARE(answerOf(m_deletions->removeConversation(
                              m_bench->message(first).conversation, DeleteWhere::Here, undoMs))
                     .error()
                     .detail(),
            u"still-queued"_s);
        QVERIFY(!answerOf(m_deletions->removeMessages({MessageId{99}}, DeleteWhere::Here, undoMs)));
    }
};

TEXTDESK_TEST(tst_deletions, TestDeletions)
#include "tst_deletions.moc"
