// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Retention and the erasing of one person, as the bytes on the disk tell it.
#include "app/storage/erasing.h"

#include "app/storage/conversationtable.h"
#include "app/storage/inboundtable.h"
#include "app/storage/messagetable.h"
#include "app/storage/newdraft.h"
#include "app/storage/optouttable.h"
#include "app/storage/retention.h"
#include "app/storage/searchindex.h"
#include "app/storage/statement.h"
#include "tests/app/storage/books.h"
#include "tests/app/storage/plantedfiles.h"
#include "tests/support/storage/tempstore.h"
#include "tests/support/testregistry.h"

#include <QFileInfo>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

namespace {

const QString ann{QStringLiteral("+27820000001")};
const QString ben{QStringLiteral("+27821234567")};
const QString benAtHome{QStringLiteral("+27829876543")};
const QString planted{QStringLiteral("quartzophone")};
constexpr qint64 dayMs{86400000};

} // namespace

class TestErasing final : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_store = std::make_unique<TempStore>();
        m_account = m_store->addAccount(QStringLiteral("Office"));
    }

    void cleanup() { m_store.reset(); }

    void aFirstTextThatWasBegunGoesToo()
    {
        const NewDraft draft{QStringLiteral("082 123-4567"), m_account, planted};
        m_store->change([&](WriteContext& context) { storeNewDraft(context, draft); });
        erase({ann}, false);
        QCOMPARE(storedNewDraft(m_store->reader()), draft);
        erase({ben}, false);
        QVERIFY(storedNewDraft(m_store->reader()).isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(count("SELECT count(*) FROM scrub"), 0, 20000);
        QCOMPARE(onDisk(planted.mid(2)), QStringList{});
    }

    void nothingOfAnErasedPersonIsLeftInTheFiles_data()
    {
        QTest::addColumn<int>("others");
        QTest::addColumn<bool>("optOutToo");
        QTest::newRow("alone") << 0 << true;
        QTest::newRow("among others") << 2000 << true;
        QTest::newRow("the opt-out stays") << 200 << false;
    }

    void nothingOfAnErasedPersonIsLeftInTheFiles()
    {
        QFETCH(const int, others);
        QFETCH(const bool, optOutToo);
        plantBen(others);
        QTRY_COMPARE(count("SELECT count(*) FROM message_unindexed"), 0);
        QVERIFY(!onDisk(planted.mid(2)).isEmpty());
        QVERIFY(!onDisk(ben.mid(3)).isEmpty());
        const ErasePreview preview{Erasing::preview(m_store->reader(), ben)};
        QCOMPARE(preview.names, QStringList{QStringLiteral("Benjamin Quartz")});
        QCOMPARE(preview.peers, (QStringList{ben, benAtHome}));
        QCOMPARE(preview.messages, qint64{32});
        QCOMPARE(preview.waiting, qint64{1});
        QVERIFY(preview.optedOut);
        erase(preview.peers, optOutToo);
        QTRY_COMPARE_WITH_TIMEOUT(count("SELECT count(*) FROM scrub"), 0, 20000);
        QCOMPARE(onDisk(planted.mid(2)), QStringList{});
        QCOMPARE(onDisk(QStringLiteral("Benjamin")), QStringList{});
        QCOMPARE(onDisk(QStringLiteral("benjamin")), QStringList{});
        QCOMPARE(onDisk(benAtHome.mid(3)), QStringList{});
        QCOMPARE(onDisk(ben.mid(3)).isEmpty(), optOutToo);
        QCOMPARE(OptOutTable::isClosed(m_store->reader(), ben), !optOutToo);
        QVERIFY(Erasing::preview(m_store->reader(), ben).messages == 0);
        QCOMPARE(count("SELECT count(*) FROM contact"), 1); // Ann's own
        QCOMPARE(wrongBooks(m_store->reader()), QStringList{});
        QCOMPARE(count("SELECT count(*) FROM message"), others);
        m_store->close();
        QCOMPARE(onDisk(planted.mid(2)), QStringList{});
        QCOMPARE(onDisk(ben.mid(3)).isEmpty(), optOutToo);
    }

    void aTextOnItsWayIsWaitedFor()
    {
        m_store->addOutgoing(m_account, ben, QStringLiteral("going"), DeliveryState::Submitting);
        const auto done = m_store->write<int>(
            [](WriteContext& context) { return Erasing::deleteSlice(context, {ben}, 100); });
        QVERIFY(!done);
        QCOMPARE(done.error().detail(), QStringLiteral("still-sending"));
        QCOMPARE(count("SELECT count(*) FROM message"), 1);
    }

    void whatIsErasedDoesNotComeBackBySync()
    {
        Message message{incoming(m_account, ben, planted)};
        message.providerId = QStringLiteral("p-1");
        m_store->change([&](WriteContext& context) { store(context, message); });
        erase({ben}, true);
        QCOMPARE(count("SELECT count(*) FROM deleted_message WHERE provider_id = 'p-1'"), 1);
    }

    void ageDeletesWhatIsOverAndNothingElse()
    {
        const qint64 now{1000 * dayMs};
        m_store->addMany(m_account, ann, 300, 10 * dayMs, 60000);
        for (const DeliveryState state : {DeliveryState::Draft, DeliveryState::Scheduled,
                 DeliveryState::Queued, DeliveryState::Unknown}) {
            m_store->addOutgoing(m_account, ben, QStringLiteral("kept"), state, 20 * dayMs);
        }
        m_store->addOutgoing(
            m_account, ben, QStringLiteral("failed long ago"), DeliveryState::Failed, 20 * dayMs);
        m_store->addIncoming(m_account, ann, QStringLiteral("young"), 990 * dayMs);
        const AccountId other{m_store->addAccount(QStringLiteral("Other"))};
        m_store->addIncoming(other, ann, QStringLiteral("another account's"), 10 * dayMs);
        const qint64 before{Retention::cutOff(now, 30)};
        const RetentionPreview preview{Retention::preview(m_store->reader(), m_account, before)};
        QCOMPARE(preview.messages, qint64{301});
        QCOMPARE(preview.kept, qint64{4});
        QCOMPARE(deleteAll(before), 301);
        QCOMPARE(deleteAll(before), 0);
        QCOMPARE(count("SELECT count(*) FROM message"), 6);
        QCOMPARE(count("SELECT count(*) FROM message WHERE text = 'kept'"), 4);
        QCOMPARE(wrongBooks(m_store->reader()), QStringList{});
        QTRY_COMPARE(count("SELECT count(*) FROM scrub"), 0);
        QCOMPARE(onDisk(QStringLiteral("failed long ago")), QStringList{});
    }

    void aConversationOfWhichNothingIsLeftGoesUnlessItHasADraft()
    {
        m_store->addIncoming(m_account, ann, QStringLiteral("old"), dayMs);
        m_store->addIncoming(m_account, ben, QStringLiteral("old"), dayMs);
        const ConversationId drafted{m_store->conversation(m_account, ann)};
        m_store->change([drafted](WriteContext& context) {
            ConversationTable::setDraft(context, drafted, QStringLiteral("dear Ann"));
        });
        QCOMPARE(deleteAll(2 * dayMs), 2);
        QCOMPARE(count("SELECT count(*) FROM conversation"), 1);
        QCOMPARE(m_store->conversation(m_account, ann), drafted);
        QTRY_COMPARE(count("SELECT count(*) FROM scrub"), 0);
        QCOMPARE(onDisk(ben.mid(3)), QStringList{});
    }

    void aDayIsKeptPerAccount()
    {
        m_store->change(
            [this](WriteContext& context) { Retention::setDays(context, m_account, 90); });
        const auto rules = Retention::rules(m_store->reader());
        QCOMPARE(rules.size(), size_t{1});
        QCOMPARE(rules.front().days, 90);
        QCOMPARE(rules.front().name, QStringLiteral("Office"));
    }

private:
    void plantBen(int others)
    {
        m_store->addMany(m_account, ann, others / 2, 1000, 1000);
        m_store->addOutgoing(m_account, ben, planted); // queued
        for (int i{0}; i < 30; ++i) {
            m_store->addIncoming(m_account, i % 3 == 0 ? benAtHome : ben,
                QStringLiteral("%1 number %2").arg(planted).arg(i));
            if (i < others) {
                m_store->addMany(m_account, QStringLiteral("+2782000%1").arg(i, 4, 10, QChar{u'0'}),
                    1, 5000 + i, 1);
            }
        }
        m_store->addMany(m_account, ann, others - others / 2 - std::min(others, 30), 9000000, 1000);
        const ConversationId conversation{m_store->conversation(m_account, ben)};
        m_store->change([this, conversation](WriteContext& context) {
            ConversationTable::setDraft(context, conversation, planted + QStringLiteral(" draft"));
            context.db.execute(QStringLiteral(
                "INSERT INTO contact(id, name, folded, created_ms, changed_ms) VALUES(1, 'Benjamin "
                "Quartz', 'benjamin quartz', 1, 1), (2, 'Ann', 'ann', 1, 1)"));
            context.db.execute(
                QStringLiteral("INSERT INTO contact_address(contact_id, peer) VALUES(1, "
                               "'+27821234567'), (1, '+27829876543'), (2, '+27820000001')"));
            OptOutTable::close(context, {ben, 5, QStringLiteral("stop-word"), m_account, {}});
            InboundEventRow event;
            event.account = m_account;
            event.verdict = QStringLiteral("refused");
            event.body = "from=%2B27821234567&message=" + planted.toUtf8();
            InboundTable::logEvent(context, event);
            // One more, of the other number: preview() counts it.
            store(context, incoming(m_account, benAtHome, planted));
        });
    }
    void erase(const QStringList& peers, bool optOutToo)
    {
        int deleted{1};
        while (deleted > 0) {
            const auto slice = m_store->write<int>([peers](WriteContext& context) {
                return Erasing::deleteSlice(context, peers, 10);
            });
            QVERIFY(slice.has_value());
            deleted = *slice;
        }
        m_store->change([peers, optOutToo](WriteContext& context) {
            Erasing::deleteRest(context, peers, optOutToo);
        });
    }
    int deleteAll(qint64 before)
    {
        int all{0};
        for (int deleted{100}; deleted == 100; all += deleted) {
            deleted = *m_store->write<int>([this, before](WriteContext& context) -> Result<int> {
                return Retention::deleteSlice(context, m_account, before, 100);
            });
        }
        return all;
    }
    QStringList onDisk(const QString& word)
    {
        return filesWith(QFileInfo{m_store->file()}.absolutePath(), word.toUtf8());
    }
    int count(const char* sql)
    {
        auto query = m_store->reader().prepare(sql);
        return query.first() ? int(query.integer(0)) : -1;
    }

    std::unique_ptr<TempStore> m_store;
    AccountId m_account;
};

TEXTDESK_TEST(tst_erasing, TestErasing)
#include "tst_erasing.moc"
