// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/conversationtable.h"
#include "app/storage/messagetable.h"
#include "app/storage/optouttable.h"
#include "tests/support/storage/tempstore.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace std::chrono_literals;

class TestConversationTable final : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_store = std::make_unique<TempStore>();
        m_account = m_store->addAccount(QStringLiteral("Office"));
    }

    void cleanup() { m_store.reset(); }

    void onePersonOnTwoAccountsIsTwoConversations()
    {
        const QString ann{QStringLiteral("+27820000001")};
        const AccountId other{m_store->addAccount(QStringLiteral("Other"))};
        m_store->change([&](WriteContext& context) {
            const ConversationId first{ConversationTable::findOrCreate(context, m_account, ann)};
            QVERIFY(first.isValid());
            QCOMPARE(ConversationTable::findOrCreate(context, m_account, ann), first);
            QVERIFY(ConversationTable::findOrCreate(context, other, ann) != first);
        });
        QVERIFY(!ConversationTable::findByPeer(m_store->reader(), m_account, QStringLiteral("+1")));
        QVERIFY(!ConversationTable::find(m_store->reader(), ConversationId{99}));
        // Without a text or a draft there is nothing to list.
        QVERIFY(
            ConversationTable::page(m_store->reader(), ConversationFilter::All, 0, {}, 9).empty());
    }

    void theRowShowsTheNewestText()
    {
        const QString ann{QStringLiteral("+27820000001")};
        const Message late{m_store->addIncoming(m_account, ann, QStringLiteral("  new\n line "))};
        m_store->addIncoming(m_account, ann, QStringLiteral("old"), late.atMs - 1000);
        const auto row = ConversationTable::find(m_store->reader(), late.conversation);
        QCOMPARE(row->account, m_account);
        QCOMPARE(row->peer, ann);
        QCOMPARE(row->preview, QStringLiteral("new line"));
        QCOMPARE(row->lastMessage, late.id);
        QCOMPARE(row->sortMs, late.atMs);
        QCOMPARE(row->unread, 2);
        QCOMPARE(row->previewDirection, Direction::In);
        QVERIFY(!row->optedOut);
    }

    void aPreviewNeverEndsInHalfACharacter()
    {
        const QString text{QString(119, QChar{u'a'}) + QStringLiteral("\U0001F389 party")};
        const Message message{
            m_store->addIncoming(m_account, QStringLiteral("+27820000001"), text)};
        QCOMPARE(ConversationTable::find(m_store->reader(), message.conversation)->preview,
            QString(119, QChar{u'a'}));
    }

    void aDraftLiftsAConversationAndLetsItSinkBack()
    {
        const Message message{
            m_store->addIncoming(m_account, QStringLiteral("+27820000001"), QStringLiteral("hi"))};
        m_store->clock().advance(1h);
        const ConversationId id{message.conversation};
        const auto draft = [&](const QString& text) {
            m_store->change([id, text](WriteContext& context) {
                ConversationTable::setDraft(context, id, text);
            });
            return *ConversationTable::find(m_store->reader(), id);
        };
        QCOMPARE(draft(QStringLiteral("dear")).sortMs, m_store->clock().nowMs());
        QCOMPARE(draft(QStringLiteral("dear")).draft, QStringLiteral("dear"));
        QCOMPARE(draft({}).sortMs, message.atMs);
    }

    void aDraftAloneIsListed()
    {
        m_store->change([this](WriteContext& context) {
            ConversationTable::setDraft(context,
                ConversationTable::findOrCreate(context, m_account, QStringLiteral("+27820000002")),
                QStringLiteral("x"));
        });
        QCOMPARE(
            ConversationTable::page(m_store->reader(), ConversationFilter::All, 0, {}, 9).size(),
            size_t{1});
    }

    void pagesByKeyAreTheWholeOrder_data()
    {
        QTest::addColumn<int>("filter");
        QTest::addColumn<int>("expected");
        QTest::newRow("all") << int(ConversationFilter::All) << 157;
        QTest::newRow("unread") << int(ConversationFilter::Unread) << 79;
        QTest::newRow("failed") << int(ConversationFilter::Failed) << 32;
    }

    void pagesByKeyAreTheWholeOrder()
    {
        QFETCH(const int, filter);
        QFETCH(const int, expected);
        m_store->change([this](WriteContext& context) {
            for (int i{0}; i < 157; ++i) {
                const QString peer{QStringLiteral("+2782000%1").arg(i, 4, 10, QChar{u'0'})};
                // Many share a millisecond: the id decides then.
                Message message{i % 2 == 0
                        ? incoming(m_account, peer, QStringLiteral("in"))
                        : outgoing(m_account, peer, QStringLiteral("out"),
                            i % 5 == 0 ? DeliveryState::Failed : DeliveryState::Sent)};
                message.atMs = context.nowMs - (i * 7) % 20;
                store(context, message);
            }
            for (int i{1}; i < 157; i += 10) {
                const QString peer{QStringLiteral("+2782000%1").arg(i, 4, 10, QChar{u'0'})};
                store(context,
                    outgoing(m_account, peer, QStringLiteral("doubt"), DeliveryState::Unknown));
            }
        });
        const auto which = static_cast<ConversationFilter>(filter);
        const auto ids = [](const std::vector<ConversationRow>& rows) {
            QList<qint64> all;
            for (const ConversationRow& row : rows) {
                all += row.id.value();
            }
            return all;
        };
        Connection& db{m_store->reader()};
        const QList<qint64> whole{ids(ConversationTable::page(db, which, 0, {}, 1000))};
        QCOMPARE(whole.size(), expected);
        QList<qint64> paged;
        std::vector<ConversationRow> page{ConversationTable::page(db, which, 0, {}, 10)};
        while (!page.empty()) {
            paged += ids(page);
            page = ConversationTable::page(db, which, page.back().sortMs, page.back().id, 10);
        }
        QCOMPARE(paged, whole);
    }

    void countsAreOfConversationsAndOfTexts()
    {
        m_store->addIncoming(m_account, QStringLiteral("+27820000001"), QStringLiteral("a"));
        m_store->addIncoming(m_account, QStringLiteral("+27820000001"), QStringLiteral("b"));
        m_store->addIncoming(m_account, QStringLiteral("+27820000002"), QStringLiteral("c"));
        m_store->addOutgoing(
            m_account, QStringLiteral("+27820000002"), QStringLiteral("d"), DeliveryState::Failed);
        const ConversationCounts counts{ConversationTable::counts(m_store->reader())};
        QCOMPARE(counts.unreadConversations, 2);
        QCOMPARE(counts.unreadMessages, 3);
        QCOMPARE(counts.failedConversations, 1);
    }

    void anOptOutShowsOnEveryLineOfThatPerson()
    {
        const AccountId other{m_store->addAccount(QStringLiteral("Other"))};
        const QString ann{QStringLiteral("+27820000001")};
        const Message one{m_store->addIncoming(m_account, ann, QStringLiteral("a"))};
        const Message two{m_store->addIncoming(other, ann, QStringLiteral("STOP"))};
        m_store->change([&](WriteContext& context) {
            OptOutTable::close(
                context, {ann, context.nowMs, QStringLiteral("stop-word"), other, two.id});
            QCOMPARE(context.changes.conversations,
                (QSet<ConversationId>{one.conversation, two.conversation}));
        });
        QVERIFY(ConversationTable::find(m_store->reader(), one.conversation)->optedOut);
        QVERIFY(ConversationTable::find(m_store->reader(), two.conversation)->optedOut);
    }

private:
    std::unique_ptr<TempStore> m_store;
    AccountId m_account;
};

TEXTDESK_TEST(tst_conversationtable, TestConversationTable)
#include "tst_conversationtable.moc"
