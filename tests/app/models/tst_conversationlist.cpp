// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Long lists: pages, large commits, and any order of events against the table itself.
#include "app/models/conversationmodel.h"
#include "app/storage/messagetable.h"
#include "app/storage/triagetable.h"
#include "tests/app/models/modelbench.h"
#include "tests/support/testregistry.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace std::chrono_literals;

namespace {

QString peer(int number)
{
    return QStringLiteral("+2782%1").arg(number, 7, 10, QChar{u'0'});
}

QList<qint64> idsOf(const ConversationModel& model)
{
    QList<qint64> ids;
    for (int row{0}; row < model.rowCount(); ++row) {
        ids += model.idAt(row).value();
    }
    return ids;
}

QList<qint64> idsOf(Connection& db, ConversationFilter filter, int limit)
{
    QList<qint64> ids;
    for (const ConversationRow& row : ConversationTable::page(db, filter, 0, {}, limit)) {
        ids += row.id.value();
    }
    return ids;
}

} // namespace

class TestConversationList final : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_bench = std::make_unique<ModelBench>();
        m_account = m_bench->addAccount(QStringLiteral("Office"));
    }

    void cleanup() { m_bench.reset(); }

    void startsWithOnePageAndGrowsByPages()
    {
        addPeople(250);
        ConversationModel model{m_bench->store.database(), m_bench->accounts};
        QSignalSpy inserted{&model, &QAbstractItemModel::rowsInserted};
        QCOMPARE(model.rowCount(), 100);
        QVERIFY(model.canFetchMore({}));
        model.fetchMore({});
        QCOMPARE(model.rowCount(), 200);
        model.fetchMore({});
        QCOMPARE(model.rowCount(), 250);
        QVERIFY(!model.canFetchMore({}));
        model.fetchMore({});
        QCOMPARE(inserted.size(), 2);
        QCOMPARE(idsOf(model), idsOf(m_bench->store.reader(), ConversationFilter::All, 1000));
    }

    void aPageThatIsExactlyFullHasNoMore()
    {
        addPeople(100);
        const ConversationModel model{m_bench->store.database(), m_bench->accounts};
        QCOMPARE(model.rowCount(), 100);
        QVERIFY(!model.canFetchMore({}));
    }

    void rowsThatMovedWhilePagingComeOnce()
    {
        addPeople(250);
        ConversationModel model{m_bench->store.database(), m_bench->accounts};
        // One from below the window rises into it, and the last row of the window rises too.
        receive(3);
        const QVariant last{model.index(99).data(ConversationPeerRole)};
        m_bench->store.addIncoming(m_account, last.toString(), QStringLiteral("me too"));
        QCOMPARE(model.rowCount(), 101);
        while (model.canFetchMore({})) {
            model.fetchMore({});
        }
        QCOMPARE(idsOf(model), idsOf(m_bench->store.reader(), ConversationFilter::All, 1000));
    }

    void aFilteredListFillsUpAsItsRowsAreDealtWith()
    {
        addPeople(180);
        ConversationModel model{m_bench->store.database(), m_bench->accounts};
        model.setFilter(ConversationFilter::Unread);
        while (model.rowCount() > 0) {
            const ConversationId first{model.idAt(0)};
            m_bench->store.change([first](WriteContext& context) {
                (void)MessageTable::setConversationRead(context, first);
            });
            const int left{model.counts().unreadConversations};
            QVERIFY(model.rowCount() >= std::min(left, 50));
        }
        QCOMPARE(model.counts().unreadConversations, 0);
    }

    void aLargeCommitMovesRowsAndResetsNothing()
    {
        addPeople(300);
        ConversationModel model{m_bench->store.database(), m_bench->accounts};
        Transcript said{model};
        while (model.canFetchMore({})) {
            model.fetchMore({});
        }
        const QPersistentModelIndex selected{model.indexOf(of(207))};
        QVERIFY(selected.isValid());
        (void)said.take();
        m_bench->store.clock().advance(1h);
        m_bench->store.change([this](WriteContext& context) {
            for (int i{0}; i < 320; ++i) {
                store(context, incoming(m_account, peer((i * 7) % 320), QStringLiteral("again")));
            }
        });
        QCOMPARE(
            idsOf(model).mid(0, 300), idsOf(m_bench->store.reader(), ConversationFilter::All, 300));
        QVERIFY(!said.take().contains(QStringLiteral("reset")));
        QCOMPARE(selected.data(ConversationPeerRole).toString(), peer(207));
        QCOMPARE(selected.data(ConversationPreviewRole).toString(), QStringLiteral("again"));
    }

    void anyOrderOfEventsLeavesTheListEqualToTheTable_data()
    {
        QTest::addColumn<int>("filter");
        QTest::newRow("all") << int(ConversationFilter::All);
        QTest::newRow("unread") << int(ConversationFilter::Unread);
        QTest::newRow("failed") << int(ConversationFilter::Failed);
        QTest::newRow("waiting") << int(ConversationFilter::Waiting);
        QTest::newRow("snoozed") << int(ConversationFilter::Snoozed);
    }

    void anyOrderOfEventsLeavesTheListEqualToTheTable()
    {
        QFETCH(const int, filter);
        const auto which = static_cast<ConversationFilter>(filter);
        ConversationModel model{m_bench->store.database(), m_bench->accounts};
        model.setFilter(which);
        Transcript said{model};
        QRandomGenerator random{quint32(42 + filter)};
        std::vector<Message> stored;
        for (int step{0}; step < 250; ++step) {
            m_bench->store.clock().advance(std::chrono::milliseconds{random.bounded(3)});
            doSomething(random, stored);
            QCOMPARE(idsOf(model), idsOf(m_bench->store.reader(), which, 1000));
        }
        QVERIFY(!said.take().contains(QStringLiteral("reset")));
    }

private:
    void doSomething(QRandomGenerator& random, std::vector<Message>& stored)
    {
        TempStore& store{m_bench->store};
        const QString who{peer(random.bounded(20))};
        const ConversationId id{store.conversation(m_account, who)};
        const int act{random.bounded(8)};
        if (act >= 6) {
            const bool on{random.bounded(2) == 0};
            store.change([&](WriteContext& context) {
                (void)(act == 6 ? TriageTable::snooze(context, id, on ? context.nowMs + 5 : 0)
                                : TriageTable::setDone(context, id, on));
                (void)TriageTable::wakeDue(context);
            });
            return;
        }
        if (act <= 1 || stored.empty()) {
            stored.push_back(act == 0 ? store.addIncoming(m_account, who, QStringLiteral("in"))
                                      : store.addOutgoing(m_account, who, QStringLiteral("out")));
            return;
        }
        Message& message{stored[size_t(random.bounded(int(stored.size())))]};
        if (act == 2 && message.direction == Direction::Out) {
            message.state =
                random.bounded(2) == 0 ? DeliveryState::Failed : DeliveryState::Delivered;
            store.change(
                [message](WriteContext& context) { MessageTable::updateState(context, message); });
        } else if (act == 3) {
            store.change(
                [message](WriteContext& context) { MessageTable::remove(context, message); });
            std::swap(message, stored.back());
            stored.pop_back();
        } else if (act == 4 && id.isValid()) {
            const QString draft{random.bounded(2) == 0 ? QString{} : QStringLiteral("draft")};
            store.change([id, draft](WriteContext& context) {
                ConversationTable::setDraft(context, id, draft);
            });
        } else if (id.isValid()) {
            store.change([id](WriteContext& context) {
                (void)MessageTable::setConversationRead(context, id);
            });
        }
    }
    void addPeople(int count)
    {
        m_bench->store.change([this, count](WriteContext& context) {
            for (int i{0}; i < count; ++i) {
                Message message{incoming(m_account, peer(i), QStringLiteral("hello"))};
                message.atMs = context.nowMs - 1000 * (count - i);
                store(context, message);
            }
        });
    }
    void receive(int number)
    {
        m_bench->store.addIncoming(m_account, peer(number), QStringLiteral("hello again"));
    }
    [[nodiscard]] ConversationId of(int number)
    {
        return m_bench->store.conversation(m_account, peer(number));
    }

    std::unique_ptr<ModelBench> m_bench;
    AccountId m_account;
};

TEXTDESK_TEST(tst_conversationlist, TestConversationList)
#include "tst_conversationlist.moc"
