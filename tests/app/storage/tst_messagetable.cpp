// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/messagetable.h"

#include "app/storage/conversationtable.h"
#include "tests/app/storage/books.h"
#include "tests/support/storage/tempstore.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

namespace {

const QString ann{QStringLiteral("+27820000001")};

std::vector<MessageId> idsOf(const std::vector<Message>& messages)
{
    std::vector<MessageId> ids;
    ids.reserve(messages.size());
    for (const Message& message : messages) {
        ids.push_back(message.id);
    }
    return ids;
}

} // namespace

class TestMessageTable final : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_store = std::make_unique<TempStore>();
        m_account = m_store->addAccount(QStringLiteral("Office"));
    }

    void cleanup() { m_store.reset(); }

    void everyFieldComesBack()
    {
        Message message{
            outgoing(m_account, ann, QStringLiteral("שלום \U0001F389"), DeliveryState::Scheduled)};
        message.reason = QStringLiteral("why");
        message.reasonText = QStringLiteral("because");
        message.providerId = QStringLiteral("p-1");
        message.reference = QStringLiteral("ref1234567890");
        message.dataField = QStringLiteral("order 7");
        message.campaign = QStringLiteral("spring");
        message.atMs = 1700000000000;
        message.dueMs = 1700000000001;
        message.scheduledMs = 1700000000002;
        message.parts = 3;
        message.handedOver = true;
        Message stored;
        m_store->change([&](WriteContext& context) { stored = store(context, message); });
        const auto found = MessageTable::find(m_store->reader(), stored.id);
        QVERIFY(found);
        QCOMPARE(found->account, m_account);
        QCOMPARE(found->conversation, stored.conversation);
        QCOMPARE(found->direction, Direction::Out);
        QCOMPARE(found->state, DeliveryState::Scheduled);
        QCOMPARE(found->peer, ann);
        QCOMPARE(found->text, message.text);
        QCOMPARE(found->reason, message.reason);
        QCOMPARE(found->reasonText, message.reasonText);
        QCOMPARE(found->providerId, message.providerId);
        QCOMPARE(found->reference, message.reference);
        QCOMPARE(found->dataField, message.dataField);
        QCOMPARE(found->campaign, message.campaign);
        QCOMPARE(found->atMs, message.atMs);
        QCOMPARE(found->dueMs, message.dueMs);
        QCOMPARE(found->scheduledMs, message.scheduledMs);
        QCOMPARE(found->stateMs, stored.stateMs);
        QCOMPARE(found->parts, 3);
        QCOMPARE(found->attempts, 0);
        QCOMPARE(found->read, true);
        QCOMPARE(found->handedOver, true);
        QVERIFY(!MessageTable::find(m_store->reader(), MessageId{1}));
    }

    void isFoundByWhatProvidersAndWeCallIt()
    {
        Message message{outgoing(m_account, ann, QStringLiteral("x"), DeliveryState::Sent)};
        message.providerId = QStringLiteral("p-1");
        message.reference = QStringLiteral("ref1234567890");
        m_store->change([&](WriteContext& context) {
            store(context, message);
            // Many have neither.
            store(context, outgoing(m_account, ann, QStringLiteral("y"), DeliveryState::Queued));
            store(context, outgoing(m_account, ann, QStringLiteral("z"), DeliveryState::Queued));
        });
        Connection& db{m_store->reader()};
        QVERIFY(MessageTable::findByProviderId(db, m_account, message.providerId));
        QVERIFY(!MessageTable::findByProviderId(db, AccountId{99}, message.providerId));
        QVERIFY(!MessageTable::findByProviderId(db, m_account, QString{}));
        QVERIFY(MessageTable::findByReference(db, message.reference));
        QVERIFY(!MessageTable::findByReference(db, QString{}));
        QVERIFY(!MessageTable::findByReference(db, QStringLiteral("unknown")));
    }

    void oneProviderIdIsOneMessage()
    {
        Message message{incoming(m_account, ann, QStringLiteral("x"))};
        message.providerId = QStringLiteral("p-1");
        m_store->change([&](WriteContext& context) { store(context, message); });
        const auto again =
            m_store->write<Message>([message](WriteContext& context) -> Result<Message> {
                return store(context, message);
            });
        QVERIFY(!again);
        QCOMPARE(again.error().kind(), ErrorKind::Storage);
        QCOMPARE(MessageTable::newest(m_store->reader(), {}, {}, 9).size(), size_t{1});
        QCOMPARE(wrongBooks(m_store->reader()), QStringList{});
    }

    void pagesByKeyAreTheWholeOrderBothWays_data()
    {
        QTest::addColumn<int>("limit");
        for (const int limit : {1, 7, 50, 237, 500}) {
            QTest::addRow("%d at a time", limit) << limit;
        }
    }

    void pagesByKeyAreTheWholeOrderBothWays()
    {
        QFETCH(const int, limit);
        const std::vector<MessageId> all{m_store->addMany(m_account, ann, 237, 1000, 1)};
        m_store->addMany(m_account, QStringLiteral("+27820000002"), 50, 1000, 5); // between them
        const ConversationId id{m_store->conversation(m_account, ann)};
        Connection& db{m_store->reader()};
        std::vector<MessageId> down;
        MessageId mark;
        do {
            const std::vector<MessageId> page{
                idsOf(down.empty() ? MessageTable::page(db, id, {}, MessageId{1}, limit)
                                   : MessageTable::page(db, id, {}, mark, limit))};
            mark = page.empty() ? MessageId{} : page.back();
            down.insert(down.end(), page.begin(), page.end());
        } while (mark.isValid());
        QCOMPARE(down, all);
        std::vector<MessageId> up;
        std::vector<MessageId> page{idsOf(MessageTable::page(db, id, {}, {}, limit))};
        while (!page.empty()) {
            up.insert(up.begin(), page.begin(), page.end());
            page = idsOf(MessageTable::page(db, id, page.front(), {}, limit));
        }
        QCOMPARE(up, all);
    }

    void theNewestOfAllAccountsOrOfOne()
    {
        const AccountId other{m_store->addAccount(QStringLiteral("Other"))};
        const auto first = m_store->addMany(m_account, ann, 20, 1000, 10);
        m_store->addMany(other, ann, 20, 1005, 10);
        Connection& db{m_store->reader()};
        QCOMPARE(MessageTable::newest(db, {}, {}, 100).size(), size_t{40});
        const std::vector<MessageId> ours{idsOf(MessageTable::newest(db, m_account, {}, 100))};
        QCOMPARE(ours, (std::vector<MessageId>{first.rbegin(), first.rend()}));
        QCOMPARE(idsOf(MessageTable::newest(db, m_account, first[10], 2)),
            (std::vector<MessageId>{first[9], first[8]}));
    }

    void isFoundByState()
    {
        const Message queued{m_store->addOutgoing(m_account, ann, QStringLiteral("q"))};
        const Message lost{
            m_store->addOutgoing(m_account, ann, QStringLiteral("u"), DeliveryState::Unknown)};
        const Message busy{
            m_store->addOutgoing(m_account, ann, QStringLiteral("s"), DeliveryState::Submitting)};
        Connection& db{m_store->reader()};
        const auto with = [&](DeliveryState state) {
            return idsOf(MessageTable::withState(db, m_account, state, 9));
        };
        QCOMPARE(with(DeliveryState::Queued), std::vector<MessageId>{queued.id});
        QCOMPARE(with(DeliveryState::Unknown), std::vector<MessageId>{lost.id});
        QCOMPARE(with(DeliveryState::Submitting), std::vector<MessageId>{busy.id});
        QVERIFY(with(DeliveryState::Failed).empty());
        QVERIFY(MessageTable::withState(db, AccountId{99}, DeliveryState::Queued, 9).empty());
    }

    void aStateIsWrittenAndSaid()
    {
        Message message{m_store->addOutgoing(m_account, ann, QStringLiteral("x"))};
        message.state = DeliveryState::Failed;
        message.reason = QStringLiteral("invalid-number");
        message.reasonText = QStringLiteral("words");
        message.providerId = QStringLiteral("p-9");
        message.dueMs = 5;
        message.stateMs = 6;
        ChangeSet changes;
        m_store->change([&](WriteContext& context) {
            MessageTable::updateState(context, message);
            changes = context.changes;
        });
        QCOMPARE(changes.updated, QSet<MessageId>{message.id});
        QCOMPARE(changes.conversations, QSet<ConversationId>{message.conversation});
        const auto found = MessageTable::find(m_store->reader(), message.id);
        QCOMPARE(found->state, DeliveryState::Failed);
        QCOMPARE(found->reason, message.reason);
        QCOMPARE(found->reasonText, message.reasonText);
        QCOMPARE(found->providerId, message.providerId);
        QCOMPARE(found->dueMs, 5);
        QCOMPARE(found->stateMs, 6);
        Message gone{message};
        gone.id = MessageId{1};
        m_store->change([&](WriteContext& context) {
            MessageTable::updateState(context, gone);
            QVERIFY(!context.changes.updated.contains(gone.id));
        });
    }

    void readingIsForIncomingTextsOnlyAndSaidOnce()
    {
        Message in{incoming(m_account, ann, QStringLiteral("a"))};
        in.providerId = QStringLiteral("p-1");
        const Message out{m_store->addOutgoing(m_account, ann, QStringLiteral("b"))};
        m_store->change([&](WriteContext& context) { in = store(context, in); });
        m_store->change([&](WriteContext& context) {
            MessageTable::setRead(context, out, false);
            MessageTable::setRead(context, in, false);
            QVERIFY(context.changes.updated.isEmpty());
            QCOMPARE(MessageTable::setConversationRead(context, in.conversation),
                QStringList{QStringLiteral("p-1")});
            QCOMPARE(context.changes.updated, QSet<MessageId>{in.id});
            QCOMPARE(MessageTable::setConversationRead(context, in.conversation), QStringList{});
        });
        QVERIFY(MessageTable::find(m_store->reader(), in.id)->read);
        QCOMPARE(ConversationTable::counts(m_store->reader()).unreadMessages, 0);
    }

private:
    std::unique_ptr<TempStore> m_store;
    AccountId m_account;
};

TEXTDESK_TEST(tst_messagetable, TestMessageTable)
#include "tst_messagetable.moc"
