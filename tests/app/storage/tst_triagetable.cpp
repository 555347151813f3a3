// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Waiting for me, snoozed, labelled: what the filters of the list show.
#include "app/storage/conversationtable.h"
#include "app/storage/labeltable.h"
#include "app/storage/messagetable.h"
#include "app/storage/triagetable.h"
#include "tests/app/storage/books.h"
#include "tests/support/storage/tempstore.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace std::chrono_literals;

class TestTriageTable final : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<TempStore> m_store;
    AccountId m_account;
    const QString m_ann{QStringLiteral("+27820000001")};
    const QString m_ben{QStringLiteral("+27820000002")};

    ConversationRow row(ConversationId id)
    {
        return *ConversationTable::find(m_store->reader(), id);
    }
    QStringList listed(const ConversationQuery& query)
    {
        QStringList peers;
        for (const ConversationRow& one :
            ConversationTable::page(m_store->reader(), query, 0, {}, 50)) {
            peers.append(one.peer);
        }
        return peers;
    }
    void snooze(ConversationId id, qint64 untilMs)
    {
        m_store->change(
            [=](WriteContext& context) { QVERIFY(TriageTable::snooze(context, id, untilMs)); });
    }
    LabelId addLabel(const char* name)
    {
        return *m_store->write<LabelId>([name](WriteContext& context) {
            return LabelTable::insert(context, {{}, QLatin1String{name}, 2});
        });
    }

private slots:
    void init()
    {
        m_store = std::make_unique<TempStore>();
        m_account = m_store->addAccount(QStringLiteral("Office"));
    }
    void cleanup()
    {
        QCOMPARE(wrongBooks(m_store->reader()), QStringList{});
        m_store.reset();
    }

    void whoWroteLastWaits()
    {
        const Message asked{m_store->addIncoming(m_account, m_ann, QStringLiteral("Open?"))};
        const ConversationId id{asked.conversation};
        QVERIFY(row(id).waiting);
        QCOMPARE(ConversationTable::counts(m_store->reader()).waitingConversations, 1);
        m_store->clock().advance(1s);
        const Message answer{m_store->addOutgoing(m_account, m_ann, QStringLiteral("Yes"))};
        QVERIFY(!row(id).waiting);
        QCOMPARE(listed(ConversationFilter::Waiting), QStringList{});
        // The answer is taken back: the question stands again.
        m_store->change([&](WriteContext& context) { MessageTable::remove(context, answer); });
        QVERIFY(row(id).waiting);
        // An older text that turns up late changes nothing.
        m_store->addOutgoing(
            m_account, m_ann, QStringLiteral("old"), DeliveryState::Sent, asked.atMs - 5000);
        QVERIFY(row(id).waiting);
    }

    void historyThatWasReadWaitsForNobody()
    {
        const ConversationId id{
            m_store->addReadIncoming(m_account, m_ann, QStringLiteral("last year")).conversation};
        QVERIFY(!row(id).waiting);
        m_store->change([id](WriteContext& context) { ConversationTable::recount(context, id); });
        QVERIFY(!row(id).waiting);
    }

    void doneHoldsUntilTheyWriteAgain()
    {
        const ConversationId id{
            m_store->addIncoming(m_account, m_ann, QStringLiteral("Thanks!")).conversation};
        const auto setDone = [&](bool done) {
            m_store->change([=](WriteContext& context) {
                QVERIFY(TriageTable::setDone(context, id, done));
                QVERIFY(!TriageTable::setDone(context, ConversationId{99}, done));
            });
        };
        setDone(true);
        QVERIFY(!row(id).waiting);
        setDone(false);
        QVERIFY(row(id).waiting);
        setDone(true);
        // What recounts for another reason keeps the person's word.
        m_store->change(
            [id](WriteContext& context) { (void)MessageTable::setConversationRead(context, id); });
        QVERIFY(!row(id).waiting);
        m_store->clock().advance(1s);
        m_store->addIncoming(m_account, m_ann, QStringLiteral("One more thing"));
        QVERIFY(row(id).waiting);
    }

    void aSnoozeEndsByTimeAtTheTopAndUnread()
    {
        const ConversationId ann{
            m_store->addIncoming(m_account, m_ann, QStringLiteral("later")).conversation};
        m_store->clock().advance(1min);
        m_store->addIncoming(m_account, m_ben, QStringLiteral("now"));
        m_store->change([ann](WriteContext& context) {
            (void)MessageTable::setConversationRead(context, ann);
        });
        const qint64 until{m_store->clock().nowMs() + 3'600'000};
        snooze(ann, until);
        QCOMPARE(listed(ConversationFilter::All), QStringList{m_ben});
        QCOMPARE(listed(ConversationFilter::Waiting), QStringList{m_ben});
        QCOMPARE(listed(ConversationFilter::Snoozed), QStringList{m_ann});
        QCOMPARE(ConversationTable::counts(m_store->reader()).snoozedConversations, 1);
        QCOMPARE(ConversationTable::counts(m_store->reader()).waitingConversations, 1);
        QCOMPARE(TriageTable::nextWake(m_store->reader()), until);

        m_store->clock().advance(59min);
        m_store->change([](WriteContext& context) { QCOMPARE(TriageTable::wakeDue(context), 0); });
        m_store->clock().advance(1min);
        m_store->change([](WriteContext& context) { QCOMPARE(TriageTable::wakeDue(context), 1); });
        QCOMPARE(TriageTable::nextWake(m_store->reader()), -1);
        QCOMPARE(listed(ConversationFilter::All), (QStringList{m_ann, m_ben}));
        QCOMPARE(row(ann).unread, 1);
        QCOMPARE(row(ann).sortMs, until);
    }

    void aSnoozeEndsWithANewText()
    {
        const ConversationId ann{
            m_store->addIncoming(m_account, m_ann, QStringLiteral("later")).conversation};
        snooze(ann, m_store->clock().nowMs() + 3'600'000);
        m_store->clock().advance(1s);
        m_store->addOutgoing(m_account, m_ann, QStringLiteral("I will"));
        QCOMPARE(listed(ConversationFilter::Snoozed), QStringList{m_ann});
        m_store->clock().advance(1s);
        m_store->addIncoming(m_account, m_ann, QStringLiteral("Well?"));
        QCOMPARE(listed(ConversationFilter::Snoozed), QStringList{});
        QCOMPARE(listed(ConversationFilter::Unread), QStringList{m_ann});
    }

    void snoozedOnesAreNotCountedAsUnreadOrFailed()
    {
        const ConversationId ann{
            m_store->addIncoming(m_account, m_ann, QStringLiteral("x")).conversation};
        m_store->addOutgoing(m_account, m_ann, QStringLiteral("y"), DeliveryState::Failed);
        QCOMPARE(ConversationTable::counts(m_store->reader()).unreadMessages, 1);
        snooze(ann, m_store->clock().nowMs() + 1000);
        QCOMPARE(ConversationTable::counts(m_store->reader()).unreadMessages, 0);
        QCOMPARE(ConversationTable::counts(m_store->reader()).failedConversations, 0);
    }

    void labelsAndLinesNarrowEveryFilter()
    {
        const AccountId clinic{m_store->addAccount(QStringLiteral("Clinic"))};
        const ConversationId ann{
            m_store->addIncoming(m_account, m_ann, QStringLiteral("x")).conversation};
        m_store->addIncoming(m_account, m_ben, QStringLiteral("y"));
        m_store->addIncoming(clinic, m_ben, QStringLiteral("z"));
        const LabelId fees{addLabel("Fees")};
        m_store->change([&](WriteContext& context) {
            LabelTable::hang(context, ann, fees, true);
            LabelTable::hang(context, ann, fees, true); // twice is once
            LabelTable::hang(context, ConversationId{99}, fees, true); // nothing is there
        });
        QCOMPARE(row(ann).labels, QList<LabelId>{fees});
        QCOMPARE(listed({ConversationFilter::All, fees}), QStringList{m_ann});
        QCOMPARE(listed({ConversationFilter::Unread, fees}), QStringList{m_ann});
        QCOMPARE(listed({ConversationFilter::Failed, fees}), QStringList{});
        QCOMPARE(listed({ConversationFilter::All, {}, clinic}), QStringList{m_ben});
        QCOMPARE(listed({ConversationFilter::All, fees, clinic}), QStringList{});
        m_store->change([&](WriteContext& context) { LabelTable::remove(context, fees); });
        QVERIFY(row(ann).labels.isEmpty());
    }

    void labelsHaveNamesOfTheirOwn()
    {
        const LabelId fees{addLabel("Fees")};
        const LabelId trips{addLabel("Trips")};
        const auto taken = m_store->write<LabelId>([](WriteContext& context) {
            return LabelTable::insert(context, {{}, QStringLiteral("FEES"), 0});
        });
        QCOMPARE(taken.error().detail(), QStringLiteral("name-taken"));
        const auto change = [this](const Label& label) {
            return m_store->write<Done>(
                [&label](WriteContext& context) { return LabelTable::change(context, label); });
        };
        QCOMPARE(change({trips, QStringLiteral("fees"), 1}).error().detail(),
            QStringLiteral("name-taken"));
        QCOMPARE(
            change({LabelId{99}, QStringLiteral("New"), 1}).error().kind(), ErrorKind::NotFound);
        QVERIFY(change({fees, QStringLiteral("fees"), 5})); // its own name in another case
        QCOMPARE(
            LabelTable::all(m_store->reader()).front(), (Label{fees, QStringLiteral("fees"), 5}));
    }
};

TEXTDESK_TEST(tst_triagetable, TestTriageTable)
#include "tst_triagetable.moc"
