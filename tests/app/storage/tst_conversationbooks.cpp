// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A conversation's row always says what counting its messages would, after any order of acts.
#include "app/storage/conversationtable.h"
#include "app/storage/messageids.h"
#include "app/storage/messagetable.h"
#include "app/storage/outboxtable.h"
#include "tests/app/storage/books.h"
#include "tests/support/storage/tempstore.h"
#include "tests/support/testregistry.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

namespace {

constexpr int acts{60};

QString peer(int number)
{
    return QStringLiteral("+2782000%1").arg(number, 4, 10, QChar{u'0'});
}

} // namespace

class TestConversationBooks final : public QObject {
    Q_OBJECT
private slots:
    void anyOrderOfActsKeepsTheBooksRight_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed{1}; seed <= 6; ++seed) {
            QTest::addRow("seed %u", seed) << seed;
        }
    }

    void anyOrderOfActsKeepsTheBooksRight()
    {
        QFETCH(const quint32, seed);
        TempStore store;
        const AccountId accounts[]{
            store.addAccount(QStringLiteral("A")), store.addAccount(QStringLiteral("B"))};
        QRandomGenerator random{seed};
        for (int round{0}; round < 15; ++round) {
            store.clock().advance(std::chrono::milliseconds{random.bounded(2000)});
            QStringList wrong;
            store.change([&](WriteContext& context) {
                for (int i{0}; i < acts / 15 * 10; ++i) {
                    act(context, accounts[random.bounded(2)], random);
                }
                wrong = wrongBooks(context.db);
            });
            QCOMPARE(wrong, QStringList{});
        }
        store.change([&](WriteContext& context) { AccountTable::remove(context, accounts[0]); });
        QCOMPARE(wrongBooks(store.reader()), QStringList{});
    }

private:
    static Message any(WriteContext& context, QRandomGenerator& random)
    {
        const std::vector<Message> some{MessageTable::newest(context.db, {}, {}, 60)};
        return some.empty() ? Message{} : some[size_t(random.bounded(int(some.size())))];
    }
    static void act(WriteContext& context, AccountId account, QRandomGenerator& random)
    {
        const int what{random.bounded(9)};
        const QString who{peer(random.bounded(6))};
        const QString text{
            QStringLiteral("text\n %1 ").arg(random.bounded(1000)).repeated(random.bounded(1, 30))};
        Message message{any(context, random)};
        if (what <= 2 || !message.id.isValid()) {
            Message fresh{what == 0
                    ? incoming(account, who, text)
                    : outgoing(account, who, text, DeliveryState(random.bounded(2, 9)))};
            fresh.atMs = context.nowMs - (random.bounded(3) == 0 ? random.bounded(100000) : 0);
            store(context, fresh);
        } else if (what == 3) {
            MessageTable::remove(context, message);
        } else if (what == 4 && message.direction == Direction::Out) {
            message.state = DeliveryState(random.bounded(2, 9));
            message.reason = random.bounded(2) == 0 ? QString{} : QStringLiteral("why");
            MessageTable::updateState(context, message);
        } else if (what == 5) {
            MessageTable::setRead(context, message, random.bounded(2) == 0);
        } else if (what == 6) {
            (void)MessageTable::setConversationRead(context, message.conversation);
        } else if (what == 7) {
            ConversationTable::setDraft(context, message.conversation,
                random.bounded(2) == 0 ? QString{} : QStringLiteral("draft"));
        } else if (random.bounded(2) == 0) {
            (void)OutboxTable::claim(context, account, 3, {});
        } else {
            (void)OutboxTable::recoverInterrupted(context);
        }
    }
};

TEXTDESK_TEST(tst_conversationbooks, TestConversationBooks)
#include "tst_conversationbooks.moc"
