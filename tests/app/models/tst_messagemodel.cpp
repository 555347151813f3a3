// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a thread says, signal by signal, while texts come, change and go.
#include "app/models/messagemodel.h"
#include "app/storage/messagetable.h"
#include "tests/app/models/modelbench.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

#include <future>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace std::chrono_literals;

namespace {

const QString ann{QStringLiteral("+27820000001")};
const QString ben{QStringLiteral("+27820000002")};
const QTimeZone utc{QTimeZone::utc()};

} // namespace

class TestMessageModel final : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_store = std::make_unique<TempStore>();
        m_account = m_store->addAccount(QStringLiteral("Office"));
        m_first = m_store->addIncoming(m_account, ann, QStringLiteral("hello"));
        m_store->clock().advance(1min);
        m_reply = m_store->addOutgoing(m_account, ann, QStringLiteral("good day"));
        m_model = std::make_unique<MessageModel>(m_store->database(), utc);
        m_said = std::make_unique<Transcript>(*m_model);
        m_model->open(m_first.conversation);
        QCOMPARE(m_said->take(), QStringList{QStringLiteral("reset")});
    }

    void cleanup()
    {
        m_said.reset();
        m_model.reset();
        m_store.reset();
    }

    void saysWhatADelegateNeeds()
    {
        QCOMPARE(m_model->rowCount(), 3);
        QCOMPARE(m_model->conversation(), m_first.conversation);
        const QModelIndex mark{m_model->index(0)};
        QCOMPARE(mark.data(ThreadKindRole).toInt(), int(ThreadRowKind::DayMark));
        QCOMPARE(mark.data(MessageAtRole).toLongLong(),
            QDateTime(QDate{2026, 3, 2}, QTime{0, 0}, Qt::UTC).toMSecsSinceEpoch());
        QVERIFY(!mark.data(MessageIdRole).isValid());
        const QModelIndex row{m_model->index(2)};
        QCOMPARE(row.data(ThreadKindRole).toInt(), int(ThreadRowKind::Message));
        QCOMPARE(row.data(MessageIdRole).toLongLong(), m_reply.id.value());
        QCOMPARE(row.data(MessageTextRole).toString(), QStringLiteral("good day"));
        QCOMPARE(row.data().toString(), QStringLiteral("good day"));
        QCOMPARE(row.data(MessageDirectionRole).toInt(), int(Direction::Out));
        QCOMPARE(row.data(MessageStateRole).toInt(), int(DeliveryState::Queued));
        QCOMPARE(row.data(MessageReasonRole).toString(), QString{});
        QCOMPARE(row.data(MessageReasonTextRole).toString(), QString{});
        QCOMPARE(row.data(MessageAtRole).toLongLong(), m_reply.atMs);
        QCOMPARE(row.data(MessageStateAtRole).toLongLong(), m_reply.stateMs);
        QCOMPARE(row.data(MessageDueRole).toLongLong(), 0);
        QCOMPARE(row.data(MessagePartsRole).toInt(), 1);
        QCOMPARE(m_model->index(1).data(MessageReadRole).toBool(), false);
        QVERIFY(!m_model->data(m_model->index(9), MessageIdRole).isValid());
        QVERIFY(!m_model->hasOlder());
        QVERIFY(!m_model->hasNewer());
    }

    void aNewTextIsOneInsertionAtTheEnd()
    {
        const Message third{m_store->addIncoming(m_account, ann, QStringLiteral("thanks"))};
        QCOMPARE(m_said->take(), QStringList{QStringLiteral("insert 3-3")});
        QCOMPARE(m_model->indexOf(third.id).row(), 3);
    }

    void aNewDayBringsItsMark()
    {
        m_store->clock().advance(24h);
        m_store->addIncoming(m_account, ann, QStringLiteral("next day"));
        QCOMPARE(m_said->take(), QStringList{QStringLiteral("insert 3-4")});
        QCOMPARE(m_model->index(3).data(ThreadKindRole).toInt(), int(ThreadRowKind::DayMark));
    }

    void otherConversationsSayNothing()
    {
        const Message other{m_store->addIncoming(m_account, ben, QStringLiteral("not here"))};
        m_store->change([other](WriteContext& context) { MessageTable::remove(context, other); });
        QCOMPARE(m_said->take(), QStringList{});
    }

    void aStateChangesJustItsRoles()
    {
        Message accepted{m_reply};
        accepted.state = DeliveryState::Accepted;
        accepted.providerId = QStringLiteral("42");
        write(accepted);
        QCOMPARE(m_said->take(), QStringList{QStringLiteral("data 2: +5")});
        Message failed{accepted};
        failed.state = DeliveryState::Failed;
        failed.reason = QStringLiteral("invalid-number");
        failed.reasonText = QStringLiteral("no such subscriber");
        failed.stateMs += 5;
        failed.dueMs = 9;
        write(failed);
        QCOMPARE(m_said->take(), QStringList{QStringLiteral("data 2: +5 +6 +7 +9 +10")});
        QCOMPARE(m_model->index(2).data(MessageReasonRole).toString(), failed.reason);
        write(failed);
        QCOMPARE(m_said->take(), QStringList{});
    }

    void readingTellsTheIncomingOnes()
    {
        m_store->change([this](WriteContext& context) {
            (void)MessageTable::setConversationRead(context, m_first.conversation);
        });
        QCOMPARE(m_said->take(), QStringList{QStringLiteral("data 1: +12")});
    }

    void severalOfOneCommitComeInOrder()
    {
        m_store->change([this](WriteContext& context) {
            for (const char* text : {"a", "b", "c"}) {
                store(context, incoming(m_account, ann, QString::fromLatin1(text)));
            }
        });
        QCOMPARE(m_said->take().size(), 3);
        QCOMPARE(m_model->rowCount(), 6);
        QCOMPARE(m_model->index(5).data().toString(), QStringLiteral("c"));
    }

    void aDeletedTextGoesAndTheLastOneTakesItsMarkAlong()
    {
        remove(m_first);
        QCOMPARE(m_said->take(), QStringList{QStringLiteral("remove 1-1")});
        remove(m_reply);
        QCOMPARE(m_said->take(), QStringList{QStringLiteral("remove 0-1")});
        QCOMPARE(m_model->rowCount(), 0);
        m_store->addIncoming(m_account, ann, QStringLiteral("anew"));
        QCOMPARE(m_said->take(), QStringList{QStringLiteral("insert 0-1")});
    }

    void whatWasAlreadyReadWhenItsNewsComesIsNotShownTwice()
    {
        // The commit is announced from the event loop; a window opened before that reads the row
        // itself.
        std::promise<void> committed;
        m_store->database().writeFrom<Message>(
            WritePriority::Person,
            [this](WriteContext& context) -> Result<Message> {
                return store(context, incoming(m_account, ann, QStringLiteral("early")));
            },
            [&committed](const Result<Message>&) { committed.set_value(); });
        committed.get_future().wait();
        m_model->open(m_first.conversation);
        (void)m_said->take();
        QCOMPARE(m_model->rowCount(), 4);
        m_store->change([](WriteContext&) {});
        QCOMPARE(m_model->rowCount(), 4);
        QCOMPARE(m_said->take(), QStringList{});
    }

    void opensAndCloses()
    {
        m_model->open({});
        QCOMPARE(m_model->rowCount(), 0);
        QVERIFY(!m_model->conversation().isValid());
        m_store->addIncoming(m_account, ann, QStringLiteral("unseen"));
        QCOMPARE(m_model->rowCount(), 0);
        QVERIFY(!m_model->openAround(MessageId{12345}));
        QVERIFY(m_model->openAround(m_reply.id));
        QCOMPARE(m_model->rowCount(), 4);
        m_model->open(ConversationId{777});
        QCOMPARE(m_model->rowCount(), 0);
        m_model->fetchOlder();
        m_model->fetchNewer();
        QCOMPARE(m_model->rowCount(), 0);
    }

    void aDatabaseThatCannotBeReadKeepsTheRowsAndSaysSo()
    {
        QSignalSpy failed{m_model.get(), &MessageModel::readFailed};
        m_store->change([](WriteContext& context) {
            context.db.execute(QStringLiteral("ALTER TABLE message RENAME TO elsewhere"));
        });
        m_model->open(m_first.conversation);
        QCOMPARE(failed.size(), 1);
        QVERIFY(!m_model->openAround(m_reply.id));
        QCOMPARE(failed.size(), 2);
        QCOMPARE(m_model->rowCount(), 3);
    }

private:
    void write(const Message& message)
    {
        m_store->change(
            [message](WriteContext& context) { MessageTable::updateState(context, message); });
    }
    void remove(const Message& message)
    {
        m_store->change(
            [message](WriteContext& context) { MessageTable::remove(context, message); });
    }

    std::unique_ptr<TempStore> m_store;
    std::unique_ptr<MessageModel> m_model;
    std::unique_ptr<Transcript> m_said;
    AccountId m_account;
    Message m_first;
    Message m_reply;
};

TEXTDESK_TEST(tst_messagemodel, TestMessageModel)
#include "tst_messagemodel.moc"
