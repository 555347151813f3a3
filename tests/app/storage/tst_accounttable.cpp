// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/conversationtable.h"
#include "app/storage/messagetable.h"
#include "tests/app/storage/books.h"
#include "tests/support/storage/tempstore.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace std::chrono_literals;

class TestAccountTable final : public QObject {
    Q_OBJECT
private slots:
    void keepsWhatItWasGiven()
    {
        TempStore store;
        AccountRow row;
        row.name = QStringLiteral("Büro \"1\"");
        row.provider = QStringLiteral("zoomconnect");
        row.settings = {{QStringLiteral("email"), QStringLiteral("a@example.org")},
            {QStringLiteral("empty"), {}}};
        row.webhookKey = QStringLiteral("k1");
        row.practice = true;
        const auto id = store.write<AccountId>(
            [row](WriteContext& context) { return AccountTable::insert(context, row); });
        QVERIFY(id);
        const std::vector<AccountRow> all{AccountTable::all(store.reader())};
        QCOMPARE(all.size(), size_t{1});
        QCOMPARE(all[0].id, *id);
        QCOMPARE(all[0].name, row.name);
        QCOMPARE(all[0].provider, row.provider);
        QCOMPARE(all[0].settings, row.settings);
        QCOMPARE(all[0].webhookKey, row.webhookKey);
        QCOMPARE(all[0].practice, true);
        QCOMPARE(all[0].createdMs, store.clock().nowMs());
        QVERIFY(all[0].paused.isEmpty());
        QVERIFY(AccountTable::defaultLine(store.reader(), *id).isValid());
        QVERIFY(!AccountTable::defaultLine(store.reader(), AccountId{99}).isValid());
    }

    void aNameIsTakenInAnyCaseUntilItsAccountIsRemoved()
    {
        TempStore store;
        const AccountId first{store.addAccount(QStringLiteral("Office"))};
        AccountRow row;
        row.name = QStringLiteral("OFFICE");
        row.provider = QStringLiteral("test");
        row.webhookKey = QStringLiteral("another");
        const auto insert = [row](WriteContext& context) {
            return AccountTable::insert(context, row);
        };
        const auto refused = store.write<AccountId>(insert);
        QCOMPARE(refused.error().kind(), ErrorKind::Rejected);
        QCOMPARE(refused.error().detail(), QStringLiteral("name-taken"));
        store.change([first](WriteContext& context) { AccountTable::remove(context, first); });
        QVERIFY(store.write<AccountId>(insert));
        QCOMPARE(AccountTable::all(store.reader()).size(), size_t{1});
        QCOMPARE(AccountTable::all(store.reader(), true).size(), size_t{2});
    }

    void changesAreKept()
    {
        TempStore store;
        const AccountId id{store.addAccount(QStringLiteral("Office"))};
        store.change([id](WriteContext& context) {
            AccountTable::setSettings(
                context, id, {{QStringLiteral("region"), QStringLiteral("ZA")}});
            AccountTable::setPaused(context, id, QStringLiteral("no-credit"));
            AccountTable::setSyncMark(context, id, QStringLiteral("incoming"), QStringLiteral("1"));
            AccountTable::setSyncMark(context, id, QStringLiteral("incoming"), QStringLiteral("2"));
            QVERIFY(context.changes.accounts);
        });
        const AccountRow row{AccountTable::all(store.reader()).at(0)};
        QCOMPARE(row.settings.value(QStringLiteral("region")), QStringLiteral("ZA"));
        QCOMPARE(row.paused, QStringLiteral("no-credit"));
        QCOMPARE(AccountTable::syncMark(store.reader(), id, QStringLiteral("incoming")),
            QStringLiteral("2"));
        QCOMPARE(AccountTable::syncMark(store.reader(), id, QStringLiteral("outgoing")), QString{});
    }

    void aVerifiedWebhookIsNotedOnceAMinute()
    {
        TempStore store;
        const AccountId id{store.addAccount(QStringLiteral("Office"))};
        const auto note = [&](qint64 ms) {
            bool said{false};
            store.change([id, ms, &said](WriteContext& context) {
                AccountTable::setWebhookVerified(context, id, ms);
                said = context.changes.accounts;
            });
            return said;
        };
        QVERIFY(note(1000000));
        QVERIFY(!note(1030000));
        QVERIFY(note(1061000));
        QCOMPARE(AccountTable::all(store.reader()).at(0).webhookVerifiedMs, 1061000);
    }

    void removingSettlesWhatWaitedAndKeepsTheBooks()
    {
        TempStore store;
        const AccountId office{store.addAccount(QStringLiteral("Office"))};
        const AccountId other{store.addAccount(QStringLiteral("Other"))};
        const QString ann{QStringLiteral("+27820000001")};
        const Message unread{store.addIncoming(office, ann, QStringLiteral("hello"))};
        const Message queued{store.addOutgoing(office, ann, QStringLiteral("waiting"))};
        const Message sent{
            store.addOutgoing(office, ann, QStringLiteral("sent"), DeliveryState::Sent)};
        const Message elsewhere{store.addOutgoing(other, ann, QStringLiteral("stays queued"))};
        ChangeSet changes;
        store.change([&](WriteContext& context) {
            AccountTable::remove(context, office);
            changes = context.changes;
        });
        QCOMPARE(changes.updated, (QSet<MessageId>{unread.id, queued.id}));
        QCOMPARE(changes.conversations, QSet<ConversationId>{queued.conversation});
        const auto failed = MessageTable::find(store.reader(), queued.id);
        QCOMPARE(failed->state, DeliveryState::Failed);
        QCOMPARE(failed->reason, QStringLiteral("account-removed"));
        QCOMPARE(MessageTable::find(store.reader(), sent.id)->state, DeliveryState::Sent);
        QCOMPARE(MessageTable::find(store.reader(), elsewhere.id)->state, DeliveryState::Queued);
        QCOMPARE(ConversationTable::counts(store.reader()).unreadMessages, 0);
        QCOMPARE(wrongBooks(store.reader()), QStringList{});
    }
};

TEXTDESK_TEST(tst_accounttable, TestAccountTable)
#include "tst_accounttable.moc"
