// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the list says, signal by signal, while texts come, are read and fail.
#include "app/models/conversationmodel.h"
#include "app/storage/contacttable.h"
#include "app/storage/labeltable.h"
#include "app/storage/messagetable.h"
#include "app/storage/optouttable.h"
#include "tests/app/models/modelbench.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace std::chrono_literals;

namespace {

const QString ann{QStringLiteral("+27820000001")};
const QString ben{QStringLiteral("+27820000002")};
const QString cat{QStringLiteral("+15550100")};

QStringList lines(std::initializer_list<const char*> texts)
{
    QStringList all;
    for (const char* text : texts) {
        all += QString::fromLatin1(text);
    }
    return all;
}

} // namespace

class TestConversationModel final : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_bench = std::make_unique<ModelBench>();
        m_account = m_bench->addAccount(QStringLiteral("Office"));
        receive(ann, "first");
        receive(ben, "second");
    }

    void cleanup() { m_bench.reset(); }

    void saysWhatADelegateNeeds()
    {
        ConversationModel model{m_bench->store.database(), m_bench->accounts};
        QCOMPARE(model.rowCount(), 2);
        const QModelIndex row{model.index(0)};
        QCOMPARE(row.data(ConversationTitleRole).toString(), QStringLiteral("082 000 0002"));
        QCOMPARE(row.data().toString(), QStringLiteral("082 000 0002"));
        QCOMPARE(row.data(ConversationNamedRole).toBool(), false);
        QCOMPARE(row.data(ConversationPeerRole).toString(), ben);
        QCOMPARE(row.data(ConversationAccountRole).toString(), QStringLiteral("Office"));
        QCOMPARE(row.data(ConversationPreviewRole).toString(), QStringLiteral("second"));
        QCOMPARE(row.data(ConversationPreviewDirectionRole).toInt(), int(Direction::In));
        QCOMPARE(row.data(ConversationPreviewStateRole).toInt(), int(DeliveryState::Received));
        QCOMPARE(row.data(ConversationPreviewReasonRole).toString(), QString{});
        QCOMPARE(row.data(ConversationDraftRole).toBool(), false);
        QCOMPARE(row.data(ConversationAtRole).toLongLong(), m_bench->store.clock().nowMs());
        QCOMPARE(row.data(ConversationUnreadRole).toInt(), 1);
        QCOMPARE(row.data(ConversationOptedOutRole).toBool(), false);
        QVERIFY(!row.data(Qt::DecorationRole).isValid());
        QVERIFY(!model.data(model.index(7), ConversationIdRole).isValid());
        QCOMPARE(model.idAt(-1), ConversationId{});
        QCOMPARE(model.idAt(2), ConversationId{});
        QCOMPARE(model.indexOf(ConversationId{999}), QModelIndex{});
    }

    void aTextMovesItsConversationToTheTop()
    {
        ConversationModel model{m_bench->store.database(), m_bench->accounts};
        Transcript said{model};
        const QPersistentModelIndex selected{model.indexOf(of(ann))};
        QCOMPARE(selected.row(), 1);
        receive(ann, "third");
        // Preview, time and unread count; then nothing else.
        QCOMPARE(said.take(), lines({"move 1 to 0", "data 0: +6 +11 +12"}));
        QCOMPARE(selected.row(), 0);
        QCOMPARE(selected.data(ConversationPreviewRole).toString(), QStringLiteral("third"));
        QCOMPARE(selected.data(ConversationUnreadRole).toInt(), 2);
    }

    void aNewPersonIsOneInsertion()
    {
        ConversationModel model{m_bench->store.database(), m_bench->accounts};
        Transcript said{model};
        receive(cat, "hello");
        QCOMPARE(said.take(), lines({"insert 0-0"}));
        QCOMPARE(model.idAt(0), of(cat));
    }

    void aDeliveryReportIsOneChangeAndMovesNothing()
    {
        m_bench->store.clock().advance(1s);
        Message sent{m_bench->store.addOutgoing(
            m_account, ann, QStringLiteral("reply"), DeliveryState::Sent)};
        ConversationModel model{m_bench->store.database(), m_bench->accounts};
        Transcript said{model};
        sent.state = DeliveryState::Delivered;
        m_bench->store.change(
            [sent](WriteContext& context) { MessageTable::updateState(context, sent); });
        QCOMPARE(said.take(), lines({"data 0: +8"}));
    }

    void aDraftShowsAndGoes()
    {
        ConversationModel model{m_bench->store.database(), m_bench->accounts};
        Transcript said{model};
        m_bench->store.clock().advance(1min);
        const ConversationId id{of(ann)};
        m_bench->store.change([id](WriteContext& context) {
            ConversationTable::setDraft(context, id, QStringLiteral("not\n  yet"));
        });
        QCOMPARE(said.take(), lines({"move 1 to 0", "data 0: +6 +10 +11"}));
        QCOMPARE(
            model.index(0).data(ConversationPreviewRole).toString(), QStringLiteral("not yet"));
        QVERIFY(model.index(0).data(ConversationDraftRole).toBool());
        m_bench->store.change(
            [id](WriteContext& context) { ConversationTable::setDraft(context, id, {}); });
        QCOMPARE(said.take(), lines({"move 0 to 1", "data 1: +6 +10 +11"}));
        QCOMPARE(model.index(1).data(ConversationPreviewRole).toString(), QStringLiteral("first"));
    }

    void anOptOutIsOneChange()
    {
        ConversationModel model{m_bench->store.database(), m_bench->accounts};
        Transcript said{model};
        m_bench->store.change([](WriteContext& context) {
            OptOutTable::close(context, {ann, context.nowMs, QStringLiteral("person"), {}, {}});
        });
        QCOMPARE(said.take(), lines({"data 1: +13"}));
        QVERIFY(model.index(1).data(ConversationOptedOutRole).toBool());
    }

    void deletingTheLastTextTakesTheConversationAway()
    {
        const Message only{m_bench->store.addIncoming(m_account, cat, QStringLiteral("oops"))};
        ConversationModel model{m_bench->store.database(), m_bench->accounts};
        Transcript said{model};
        m_bench->store.change(
            [only](WriteContext& context) { MessageTable::remove(context, only); });
        QCOMPARE(said.take(), lines({"remove 0-0"}));
        QCOMPARE(model.rowCount(), 2);
    }

    void theUnreadFilterFollowsReading()
    {
        ConversationModel model{m_bench->store.database(), m_bench->accounts};
        Transcript said{model};
        model.setFilter(ConversationFilter::Unread);
        QCOMPARE(said.take(), lines({"reset"}));
        QCOMPARE(model.filter(), ConversationFilter::Unread);
        model.setFilter(ConversationFilter::Unread);
        QCOMPARE(said.take(), QStringList{});
        setRead(ben);
        QCOMPARE(said.take(), lines({"remove 0-0"}));
        QCOMPARE(model.rowCount(), 1);
        receive(ben, "again");
        QCOMPARE(said.take(), lines({"insert 0-0"}));
    }

    void theOpenConversationStaysUntilAnotherIsOpened()
    {
        ConversationModel model{m_bench->store.database(), m_bench->accounts};
        model.setFilter(ConversationFilter::Unread);
        Transcript said{model};
        model.setKept(of(ben));
        setRead(ben);
        QCOMPARE(said.take(), lines({"data 0: +12"}));
        model.setKept(of(ann));
        QCOMPARE(said.take(), lines({"remove 0-0"}));
        setRead(ann);
        model.setFilter(ConversationFilter::All);
        QCOMPARE(model.rowCount(), 2);
        model.setFilter(ConversationFilter::Unread);
        QCOMPARE(model.rowCount(), 0);
    }

    void theFailedFilterHoldsFailuresAndDoubts()
    {
        ConversationModel model{m_bench->store.database(), m_bench->accounts};
        model.setFilter(ConversationFilter::Failed);
        Transcript said{model};
        Message doubtful{m_bench->store.addOutgoing(
            m_account, ann, QStringLiteral("lost?"), DeliveryState::Unknown)};
        m_bench->store.addOutgoing(m_account, ben, QStringLiteral("fine"), DeliveryState::Sent);
        QCOMPARE(said.take(), lines({"insert 0-0"}));
        doubtful.state = DeliveryState::Accepted;
        m_bench->store.change(
            [doubtful](WriteContext& context) { MessageTable::updateState(context, doubtful); });
        QCOMPARE(said.take(), lines({"remove 0-0"}));
    }

    void countsAreOfAllConversationsAndSaidOnce()
    {
        ConversationModel model{m_bench->store.database(), m_bench->accounts};
        QSignalSpy changed{&model, &ConversationModel::countsChanged};
        QCOMPARE(model.counts().unreadConversations, 2);
        receive(ann, "third");
        QCOMPARE(changed.size(), 1);
        QCOMPARE(model.counts().unreadConversations, 2);
        QCOMPARE(model.counts().unreadMessages, 3);
        QCOMPARE(model.counts().waitingConversations, 2);
        m_bench->store.addOutgoing(m_account, ann, QStringLiteral("x"), DeliveryState::Sent);
        QCOMPARE(changed.size(), 2);
        QCOMPARE(model.counts().waitingConversations, 1);
        m_bench->store.addOutgoing(m_account, ann, QStringLiteral("y"), DeliveryState::Sent);
        QCOMPARE(changed.size(), 2);
        m_bench->store.addOutgoing(m_account, ann, QStringLiteral("y"), DeliveryState::Failed);
        QCOMPARE(changed.size(), 3);
        QCOMPARE(model.counts().failedConversations, 1);
    }

    void namesAndLabelsAreShownAndFollowed()
    {
        ConversationModel model{m_bench->store.database(), m_bench->accounts};
        const QModelIndex row{model.indexOf(of(ann))};
        QVERIFY(!row.data(ConversationNamedRole).toBool());
        const auto id = *m_bench->store.write<ContactId>([this](WriteContext& context) {
            return ContactTable::insert(context, QStringLiteral("Ann"), ann);
        });
        QCOMPARE(row.data(ConversationTitleRole).toString(), QStringLiteral("Ann"));
        QVERIFY(row.data(ConversationNamedRole).toBool());
        m_bench->store.change([&](WriteContext& context) {
            (void)ContactTable::rename(context, id, QStringLiteral("Ann Smith"));
        });
        QCOMPARE(row.data(ConversationTitleRole).toString(), QStringLiteral("Ann Smith"));
        m_bench->store.change(
            [&](WriteContext& context) { (void)ContactTable::remove(context, id); });
        QVERIFY(!row.data(ConversationNamedRole).toBool());

        const auto fees = *m_bench->store.write<LabelId>([](WriteContext& context) {
            return LabelTable::insert(context, {{}, QStringLiteral("Fees"), 1});
        });
        m_bench->store.change(
            [&](WriteContext& context) { LabelTable::hang(context, of(ann), fees, true); });
        const auto shown = [&row] {
            return row.data(ConversationLabelsRole).value<QList<Label>>();
        };
        QCOMPARE(shown(), (QList<Label>{{fees, QStringLiteral("Fees"), 1}}));
        m_bench->store.change([&](WriteContext& context) {
            (void)LabelTable::change(context, {fees, QStringLiteral("Paid"), 4});
        });
        QCOMPARE(shown(), (QList<Label>{{fees, QStringLiteral("Paid"), 4}}));
        model.setQuery({ConversationFilter::All, fees});
        QCOMPARE(model.rowCount(), 1);
        m_bench->store.change([&](WriteContext& context) { LabelTable::remove(context, fees); });
        QCOMPARE(model.rowCount(), 0);
    }

    void aRemovedAccountKeepsItsNameAndIsUnreadNoMore()
    {
        ConversationModel model{m_bench->store.database(), m_bench->accounts};
        m_bench->store.clock().advance(1s);
        m_bench->store.addOutgoing(m_account, ann, QStringLiteral("waiting"));
        Transcript said{model};
        m_bench->store.change(
            [this](WriteContext& context) { AccountTable::remove(context, m_account); });
        QVERIFY(resultOf(m_bench->accounts.load()));
        QCOMPARE(model.counts().unreadMessages, 0);
        QCOMPARE(model.counts().failedConversations, 1);
        QCOMPARE(model.index(0).data(ConversationAccountRole).toString(), QStringLiteral("Office"));
        QCOMPARE(
            model.index(0).data(ConversationPreviewStateRole).toInt(), int(DeliveryState::Failed));
        QCOMPARE(model.index(0).data(ConversationPreviewReasonRole).toString(),
            QStringLiteral("account-removed"));
    }

    void aDatabaseThatCannotBeReadKeepsTheRowsAndSaysSo()
    {
        ConversationModel model{m_bench->store.database(), m_bench->accounts};
        QSignalSpy failed{&model, &ConversationModel::readFailed};
        const ConversationId id{of(ann)};
        m_bench->store.change([id](WriteContext& context) {
            context.db.execute(QStringLiteral("ALTER TABLE opt_out RENAME TO elsewhere"));
            context.changes.conversations.insert(id);
        });
        QVERIFY(!failed.isEmpty());
        QCOMPARE(model.rowCount(), 2);
    }

private:
    void receive(const QString& peer, const char* text)
    {
        m_bench->store.clock().advance(1s);
        m_bench->store.addIncoming(m_account, peer, QString::fromLatin1(text));
    }
    void setRead(const QString& peer)
    {
        const ConversationId id{of(peer)};
        m_bench->store.change(
            [id](WriteContext& context) { (void)MessageTable::setConversationRead(context, id); });
    }
    [[nodiscard]] ConversationId of(const QString& peer)
    {
        return m_bench->store.conversation(m_account, peer);
    }

    std::unique_ptr<ModelBench> m_bench;
    AccountId m_account;
};

TEXTDESK_TEST(tst_conversationmodel, TestConversationModel)
#include "tst_conversationmodel.moc"
