// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A conversation of 20,000 messages through a window of 400 rows.
#include "app/models/messagemodel.h"
#include "app/storage/messagetable.h"
#include "tests/app/models/modelbench.h"
#include "tests/support/testregistry.h"

#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace std::chrono_literals;

namespace {

constexpr int manyMessages{20000};
const QString ann{QStringLiteral("+27820000001")};

std::vector<MessageId> idsOf(const MessageModel& model)
{
    std::vector<MessageId> ids;
    for (int row{0}; row < model.rowCount(); ++row) {
        const QModelIndex index{model.index(row)};
        if (index.data(ThreadKindRole).toInt() == int(ThreadRowKind::Message)) {
            ids.emplace_back(index.data(MessageIdRole).toLongLong());
        }
    }
    return ids;
}

} // namespace

class TestMessageWindow final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        m_store = std::make_unique<TempStore>();
        m_account = m_store->addAccount(QStringLiteral("Office"));
        // About three messages a day and a half, so that marks take part in every bound.
        const qint64 step{12 * 3600000};
        m_all = m_store->addMany(
            m_account, ann, manyMessages, m_store->clock().nowMs() - manyMessages * step, step);
        m_conversation = m_store->conversation(m_account, ann);
    }

    void cleanupTestCase() { m_store.reset(); }

    void opensAtTheNewest()
    {
        MessageModel model{m_store->database(), QTimeZone::utc()};
        QSignalSpy edges{&model, &MessageModel::edgesChanged};
        model.open(m_conversation);
        const std::vector<MessageId> shown{idsOf(model)};
        QCOMPARE(
            shown, (std::vector<MessageId>{m_all.end() - MessageModel::pageMessages, m_all.end()}));
        QVERIFY(model.hasOlder());
        QVERIFY(!model.hasNewer());
        QVERIFY(!model.canFetchMore({}));
        QCOMPARE(edges.size(), 1);
    }

    void pagingBothWaysGivesEachMessageOnceWithinBounds()
    {
        MessageModel model{m_store->database(), QTimeZone::utc()};
        model.open(m_conversation);
        QSet<MessageId> up;
        int pages{0};
        while (collect(model, up), model.hasOlder()) {
            model.fetchOlder();
            ++pages;
        }
        QCOMPARE(up.size(), manyMessages);
        QCOMPARE(idsOf(model).front(), m_all.front());
        QVERIFY(model.hasNewer());
        QVERIFY(pages < manyMessages / MessageModel::pageMessages + 2);
        QSet<MessageId> down;
        while (collect(model, down), model.canFetchMore({})) {
            model.fetchMore({});
        }
        QCOMPARE(down.size(), manyMessages);
        QCOMPARE(idsOf(model).back(), m_all.back());
        QVERIFY(model.hasOlder());
    }

    void aFetchIsAtMostTwoInsertionsAndTwoRemovals()
    {
        MessageModel model{m_store->database(), QTimeZone::utc()};
        model.open(m_conversation);
        QSignalSpy inserted{&model, &QAbstractItemModel::rowsInserted};
        QSignalSpy removed{&model, &QAbstractItemModel::rowsRemoved};
        QSignalSpy reset{&model, &QAbstractItemModel::modelReset};
        for (int i{0}; i < 20; ++i) {
            model.fetchOlder();
        }
        QVERIFY(inserted.size() <= 40);
        QVERIFY(removed.size() <= 20);
        inserted.clear();
        removed.clear();
        for (int i{0}; i < 10; ++i) {
            model.fetchNewer();
        }
        QVERIFY(inserted.size() <= 10);
        QVERIFY(removed.size() <= 20);
        QCOMPARE(reset.size(), 0);
    }

    void aFetchInsideOfASignalIsLeftForLater()
    {
        // Views ask for more while they hear of new rows.
        MessageModel model{m_store->database(), QTimeZone::utc()};
        QVERIFY(model.openAround(m_all[manyMessages / 2]));
        connect(&model, &QAbstractItemModel::rowsInserted, &model, [&model] {
            model.fetchOlder();
            model.fetchMore({});
        });
        const Transcript said{model};
        for (int i{0}; i < 12; ++i) {
            model.fetchOlder();
            model.fetchNewer();
        }
        expectUnbroken(model);
    }

    void opensAroundASearchHit_data()
    {
        QTest::addColumn<int>("at");
        QTest::newRow("the first") << 0;
        QTest::newRow("near the start") << 7;
        QTest::newRow("the middle") << manyMessages / 2;
        QTest::newRow("near the end") << manyMessages - 8;
        QTest::newRow("the last") << manyMessages - 1;
    }

    void opensAroundASearchHit()
    {
        QFETCH(const int, at);
        MessageModel model{m_store->database(), QTimeZone::utc()};
        QVERIFY(model.openAround(m_all[size_t(at)]));
        QCOMPARE(model.conversation(), m_conversation);
        QVERIFY(model.indexOf(m_all[size_t(at)]).isValid());
        QCOMPARE(model.hasOlder(), at > 30);
        QCOMPARE(model.hasNewer(), at < manyMessages - 31);
        expectUnbroken(model);
    }

    void whatComesWhileReadingOldTextsIsNotInsertedButReachable()
    {
        MessageModel model{m_store->database(), QTimeZone::utc()};
        QVERIFY(model.openAround(m_all[100]));
        QSignalSpy inserted{&model, &QAbstractItemModel::rowsInserted};
        const Message fresh{m_store->addIncoming(m_account, ann, QStringLiteral("new"))};
        QCOMPARE(inserted.size(), 0);
        model.open(m_conversation);
        QCOMPARE(idsOf(model).back(), fresh.id);
        remove(fresh);
        QCOMPARE(idsOf(model).back(), m_all.back());
    }

    void aFullWindowTrimsItsOldestForTheNewest()
    {
        MessageModel model{m_store->database(), QTimeZone::utc()};
        model.open(m_conversation);
        while (model.rowCount() + 2 * MessageModel::pageMessages <= MessageModel::mostRows) {
            model.fetchOlder();
        }
        QVERIFY(!model.hasNewer());
        std::vector<Message> added;
        for (int batch{0}; batch < 30; ++batch) {
            m_store->change([&](WriteContext& context) {
                for (int i{0}; i < 5; ++i) {
                    added.push_back(
                        store(context, incoming(m_account, ann, QStringLiteral("live"))));
                }
            });
            QVERIFY(model.rowCount() <= MessageModel::mostRows);
        }
        QCOMPARE(model.rowCount(), MessageModel::mostRows);
        QCOMPARE(idsOf(model).back(), added.back().id);
        QVERIFY(model.hasOlder());
        QCOMPARE(model.index(0).data(ThreadKindRole).toInt(), int(ThreadRowKind::DayMark));
        for (const Message& message : added) {
            remove(message);
        }
        QCOMPARE(idsOf(model).back(), m_all.back());
    }

    void anImportIntoTheWindowOpensItAnewInTheSamePlace()
    {
        MessageModel model{m_store->database(), QTimeZone::utc()};
        const MessageId middle{m_all[5000]};
        QVERIFY(model.openAround(middle));
        QSignalSpy reset{&model, &QAbstractItemModel::modelReset};
        std::vector<Message> added;
        m_store->change([&](WriteContext& context) {
            for (int i{0}; i < 100; ++i) {
                Message message{incoming(m_account, ann, QStringLiteral("imported"))};
                message.atMs = (middle.value() >> 20) - 1000 - i;
                added.push_back(store(context, message));
            }
        });
        QCOMPARE(reset.size(), 1);
        expectUnbroken(model);
        m_store->change([&](WriteContext& context) {
            for (const Message& message : added) {
                MessageTable::remove(context, message);
            }
        });
        expectUnbroken(model);
    }

private:
    // Everything between the first and the last shown is shown.
    void expectUnbroken(const MessageModel& model)
    {
        const std::vector<MessageId> shown{idsOf(model)};
        QVERIFY(!shown.empty());
        std::vector<MessageId> stored;
        for (const Message& message : MessageTable::page(m_store->reader(), m_conversation, {},
                 MessageId{shown.front().value() - 1}, int(shown.size()))) {
            stored.push_back(message.id);
        }
        QCOMPARE(shown, stored);
    }
    void collect(const MessageModel& model, QSet<MessageId>& seen)
    {
        QVERIFY(model.rowCount() <= MessageModel::mostRows);
        for (const MessageId id : idsOf(model)) {
            seen.insert(id);
        }
    }
    void remove(const Message& message)
    {
        m_store->change(
            [message](WriteContext& context) { MessageTable::remove(context, message); });
    }

    std::unique_ptr<TempStore> m_store;
    AccountId m_account;
    ConversationId m_conversation;
    std::vector<MessageId> m_all;
};

TEXTDESK_TEST(tst_messagewindow, TestMessageWindow)
#include "tst_messagewindow.moc"
