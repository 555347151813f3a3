// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A whole conversation goes: out of sight, back again, then for good in slices.
#include "app/storage/conversationtable.h"
#include "app/storage/forgetting.h"
#include "app/storage/labeltable.h"
#include "app/storage/messagetable.h"
#include "app/storage/newdraft.h"
#include "app/storage/removaltable.h"
#include "app/storage/searchindex.h"
#include "tests/app/storage/books.h"
#include "tests/support/storage/tempstore.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace std::chrono_literals;

class TestRemovalTable final : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<TempStore> m_store;
    AccountId m_account;
    const QString m_ann{QStringLiteral("+27820000001")};

    qint64 now() { return m_store->clock().nowMs(); }
    Result<Done> hide(ConversationId id, bool there = false)
    {
        return m_store->write<Done>([&](WriteContext& context) {
            return RemovalTable::hide(context, id, now() + 5000, there);
        });
    }
    bool show(ConversationId id)
    {
        return *m_store->write<bool>([id](WriteContext& context) -> Result<bool> {
            return RemovalTable::show(context, id);
        });
    }
    bool slice(ConversationId id)
    {
        return *m_store->write<bool>([id](WriteContext& context) -> Result<bool> {
            return RemovalTable::removeSlice(context, id);
        });
    }
    int listed()
    {
        return int(
            ConversationTable::page(m_store->reader(), ConversationFilter::All, 0, {}, 9).size());
    }

private slots:
    void init()
    {
        m_store = std::make_unique<TempStore>();
        m_account = m_store->addAccount(QStringLiteral("Office"));
    }
    void cleanup() { m_store.reset(); }

    void hiddenAndBackAgain()
    {
        const Message text{m_store->addIncoming(m_account, m_ann, QStringLiteral("hello"))};
        QVERIFY(hide(text.conversation));
        QCOMPARE(listed(), 0);
        QCOMPARE(ConversationTable::counts(m_store->reader()).unreadMessages, 0);
        QVERIFY(!RemovalTable::due(m_store->reader(), now()).isValid());
        QCOMPARE(RemovalTable::nextDue(m_store->reader()), now() + 5000);
        QVERIFY(show(text.conversation));
        QVERIFY(!show(text.conversation));
        QCOMPARE(listed(), 1);
        QCOMPARE(ConversationTable::find(m_store->reader(), text.conversation)->sortMs, text.atMs);
        QCOMPARE(wrongBooks(m_store->reader()), QStringList{});
        QCOMPARE(RemovalTable::nextDue(m_store->reader()), -1);
    }

    void itGoesInSlicesAndStaysGone()
    {
        m_store->addMany(m_account, m_ann, 700, now() - 700'000, 1000);
        const ConversationId id{m_store->conversation(m_account, m_ann)};
        QVERIFY(hide(id));
        m_store->clock().advance(5s);
        QCOMPARE(RemovalTable::due(m_store->reader(), now()), id);
        QVERIFY(slice(id));
        QVERIFY(!show(id)); // half of it is gone
        QVERIFY(slice(id));
        QVERIFY(!slice(id));
        QVERIFY(!ConversationTable::find(m_store->reader(), id));
        QCOMPARE(searchMessages(m_store->reader(), QStringLiteral("message"), {}, 10).size(), 0U);
        QCOMPARE(RemovalTable::nextDue(m_store->reader()), -1);
        QVERIFY(!slice(id)); // once more does no harm
    }

    void whatCameInMeanwhileStays()
    {
        const Message old{m_store->addIncoming(m_account, m_ann, QStringLiteral("old"))};
        QVERIFY(hide(old.conversation));
        m_store->clock().advance(2s);
        const Message fresh{m_store->addIncoming(m_account, m_ann, QStringLiteral("fresh"))};
        QCOMPARE(fresh.conversation, old.conversation);
        QCOMPARE(listed(), 1);
        m_store->clock().advance(4s);
        QVERIFY(!slice(old.conversation));
        QVERIFY(!MessageTable::find(m_store->reader(), old.id));
        QVERIFY(MessageTable::find(m_store->reader(), fresh.id));
        QCOMPARE(listed(), 1);
        QCOMPARE(wrongBooks(m_store->reader()), QStringList{});
    }

    void whatMayYetBeSentKeepsItsConversation()
    {
        for (const DeliveryState state : {DeliveryState::Queued, DeliveryState::Unknown}) {
            const QString peer{QStringLiteral("+2782000000%1").arg(int(state))};
            const Message text{
                m_store->addOutgoing(m_account, peer, QStringLiteral("wait"), state)};
            QCOMPARE(hide(text.conversation).error().detail(), QStringLiteral("still-queued"));
        }
        QCOMPARE(listed(), 2);
        QCOMPARE(hide(ConversationId{99}).error().kind(), ErrorKind::NotFound);
    }

    void theProviderIsAskedForEachOfIts()
    {
        Message text{incoming(m_account, m_ann, QStringLiteral("hello"))};
        text.providerId = QStringLiteral("p-1");
        m_store->change([&](WriteContext& context) { text = store(context, text); });
        m_store->addIncoming(m_account, m_ann, QStringLiteral("without an id"));
        QVERIFY(hide(text.conversation, true));
        m_store->clock().advance(5s);
        QVERIFY(!slice(text.conversation));
        const auto due = RemovalTable::dueAtProvider(m_store->reader(), now(), 10);
        QCOMPARE(due.size(), 1U);
        QCOMPARE(due.front().providerId, QStringLiteral("p-1"));
        QVERIFY(wasForgotten(m_store->reader(), m_account, QStringLiteral("p-1"), {}));
        m_store->change(
            [&](WriteContext& context) { RemovalTable::providerDone(context, due.front()); });
        QCOMPARE(RemovalTable::nextDue(m_store->reader()), -1);
    }

    void aDeletedMessageComesBackAsItWas()
    {
        Message text{incoming(m_account, m_ann, QStringLiteral("hello"))};
        text.providerId = QStringLiteral("p-1");
        m_store->change([&](WriteContext& context) { text = store(context, text); });
        const Message before{*MessageTable::find(m_store->reader(), text.id)};
        m_store->change([&](WriteContext& context) { forgetMessage(context, before); });
        QCOMPARE(listed(), 0);
        m_store->change([&](WriteContext& context) { restoreMessage(context, before); });
        QCOMPARE(listed(), 1);
        QVERIFY(!wasForgotten(m_store->reader(), m_account, QStringLiteral("p-1"), {}));
        const Message after{*MessageTable::find(m_store->reader(), text.id)};
        QCOMPARE(after.text, before.text);
        QCOMPARE(after.read, before.read);
        QCOMPARE(after.providerId, before.providerId);
        QCOMPARE(searchMessages(m_store->reader(), QStringLiteral("hello"), {}, 10).size(), 1U);
        QCOMPARE(wrongBooks(m_store->reader()), QStringList{});
    }

    void theDraftOfANewConversationIsKept()
    {
        QVERIFY(storedNewDraft(m_store->reader()).isEmpty());
        const NewDraft draft{QStringLiteral("082 000"), m_account, QStringLiteral("\"Half\" a {")};
        m_store->change([&](WriteContext& context) { storeNewDraft(context, draft); });
        m_store->close();
        m_store->open();
        QCOMPARE(storedNewDraft(m_store->reader()), draft);
        m_store->change([&](WriteContext& context) { storeNewDraft(context, {}); });
        QVERIFY(storedNewDraft(m_store->reader()).isEmpty());
    }
};

TEXTDESK_TEST(tst_removaltable, TestRemovalTable)
#include "tst_removaltable.moc"
