// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that are queued together leave the store as if each had been queued alone.
#include "app/storage/queueinsert.h"

#include "app/storage/conversationtable.h"
#include "app/storage/messageids.h"
#include "app/storage/messagetable.h"
#include "app/storage/statement.h"
#include "tests/app/storage/books.h"
#include "tests/support/storage/tempstore.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestQueueInsert final : public QObject {
    Q_OBJECT
private slots:
    void togetherIsAsOneByOne()
    {
        TempStore together;
        TempStore alone;
        for (TempStore* store : {&together, &alone}) {
            const AccountId account{store->addAccount(QStringLiteral("Office"))};
            store->addIncoming(account, peer(3), QStringLiteral("a question"));
        }
        together.change([](WriteContext& context) {
            QueueInsert queue{context};
            for (Message& message : texts()) {
                queue.add(message);
                QVERIFY(message.id.isValid() && message.conversation.isValid());
            }
        });
        alone.change([](WriteContext& context) {
            for (Message& message : texts()) {
                message.conversation =
                    ConversationTable::findOrCreate(context, message.account, message.peer);
                message.id = nextOutgoingId(context.db, context.nowMs);
                MessageTable::insert(context, message);
            }
        });
        QCOMPARE(rowsOf(together.reader()), rowsOf(alone.reader()));
        QCOMPARE(wrongBooks(together.reader()), QStringList{});
    }

    void aReferenceTwiceUndoesAll()
    {
        TempStore store;
        (void)store.addAccount(QStringLiteral("Office"));
        const auto done = store.write<Done>([](WriteContext& context) -> Result<Done> {
            QueueInsert queue{context};
            for (int i{0}; i < 2; ++i) {
                Message message{texts().front()};
                message.peer = peer(i);
                queue.add(message);
            }
            return Done{};
        });
        QVERIFY(!done);
        QCOMPARE(rowsOf(store.reader()), QStringList{});
    }

private:
    static QString peer(int i) { return QStringLiteral("+2782000%1").arg(i, 4, 10, QChar{u'0'}); }
    // To some people twice, to one who asked something.
    static std::vector<Message> texts()
    {
        std::vector<Message> all;
        for (int i{0}; i < 40; ++i) {
            Message message{outgoing(AccountId{1}, peer(i % 30),
                QStringLiteral("Reminder %1\nfor tonight").arg(i), DeliveryState::Queued)};
            message.reference = QStringLiteral("reference%1").arg(i, 4, 10, QChar{u'0'});
            message.atMs = 5000;
            all.push_back(message);
        }
        return all;
    }
    static QStringList rowsOf(Connection& db)
    {
        QStringList rows;
        auto messages = db.prepare(
            "SELECT m.id, m.state, m.text, m.reference, m.due_ms, c.peer, c.sort_ms, "
            "c.last_message_id, c.preview, c.preview_direction, c.preview_state, c.unread, "
            "c.waiting, c.failed, c.handled_id, EXISTS(SELECT 1 FROM message_unindexed u WHERE "
            "u.id = m.id) FROM message m JOIN conversation c ON c.id = m.conversation_id WHERE "
            "m.direction = 0 ORDER BY m.id");
        messages.run();
        constexpr int columns{16};
        while (messages.next()) {
            QStringList values;
            for (int i{0}; i < columns; ++i) {
                values.append(messages.text(i));
            }
            rows.append(values.join(u'|'));
        }
        return rows;
    }
};

TEXTDESK_TEST(tst_queueinsert, TestQueueInsert)
#include "tst_queueinsert.moc"
