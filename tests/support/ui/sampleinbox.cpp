// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ui/sampleinbox.h"

#include "app/models/roles.h"

#include <QDateTime>

namespace Textdesk::Testing {

qint64 drawingNowMs()
{
    return at(0, 14, 33);
}

qint64 at(int daysAgo, int hour, int minute)
{
    return QDateTime{QDate{2026, 3, 5}.addDays(-daysAgo), QTime{hour, minute}}.toMSecsSinceEpoch();
}

QStandardItem* conversationRow(const SampleConversation& sample)
{
    auto* row = new QStandardItem{sample.title};
    row->setData(sample.id, ConversationIdRole);
    row->setData(sample.title, ConversationTitleRole);
    row->setData(sample.isNamed, ConversationNamedRole);
    row->setData(QStringLiteral("+27820000012"), ConversationPeerRole);
    row->setData(QStringLiteral("School office"), ConversationAccountRole);
    row->setData(sample.preview, ConversationPreviewRole);
    row->setData(int(sample.direction), ConversationPreviewDirectionRole);
    row->setData(int(sample.state), ConversationPreviewStateRole);
    row->setData(sample.reason, ConversationPreviewReasonRole);
    row->setData(sample.isDraft, ConversationDraftRole);
    row->setData(sample.atMs, ConversationAtRole);
    row->setData(sample.unread, ConversationUnreadRole);
    row->setData(false, ConversationOptedOutRole);
    return row;
}

void fillConversations(QStandardItemModel& model)
{
    const auto add = [&model](
                         SampleConversation sample) { model.appendRow(conversationRow(sample)); };
    add({1, QStringLiteral("Thandi Mokoena"), true,
        QStringLiteral("Yes, she will be there at 8. Thank you!"), Direction::In,
        DeliveryState::Received, at(0, 14, 32), 0, {}, false});
    add({2, QStringLiteral("Johan Naudé"), true, QStringLiteral("Is the trip on Friday still on?"),
        Direction::In, DeliveryState::Received, at(0, 14, 20), 2, {}, false});
    add({3, QStringLiteral("082 000 0047"), false, QStringLiteral("STOP"), Direction::In,
        DeliveryState::Received, at(0, 13, 58), 1, {}, false});
    add({4, QStringLiteral("Grade 7 parents · 64 people"), true,
        QStringLiteral("Photo day moved to Thursday 08:00, please bring the signed form"),
        Direction::Out, DeliveryState::Delivered, at(0, 11, 5), 0, {}, false});
    add({5, QStringLiteral("Priya Dlamini"), true, QStringLiteral("Your form is ready"),
        Direction::Out, DeliveryState::Failed, at(1, 16, 40), 0, QStringLiteral("invalid-number"),
        false});
    add({6, QStringLiteral("Lerato Khumalo"), true,
        QStringLiteral("Good morning Lerato, about the uniform order"), Direction::Out,
        DeliveryState::Draft, at(1, 9, 12), 0, {}, true});
    add({7, QStringLiteral("Sara Abrahams"), true, QStringLiteral("Got it, thanks"), Direction::In,
        DeliveryState::Received, at(2, 8, 0), 0, {}, false});
    add({8, QStringLiteral("Amal Haddad"), true, QStringLiteral("شكرا جزيلا، سأكون هناك في الموعد"),
        Direction::In, DeliveryState::Received, at(3, 12, 0), 0, {}, false});
    add({9, QStringLiteral("+1 555 0134"), false, QStringLiteral("Is <b>this</b> the clinic? 🙂"),
        Direction::In, DeliveryState::Received, at(20, 12, 0), 0, {}, false});
}

QStandardItem* messageRow(const Message& message)
{
    auto* row = new QStandardItem{message.text};
    row->setData(int(ThreadRowKind::Message), ThreadKindRole);
    row->setData(message.id.value(), MessageIdRole);
    row->setData(message.text, MessageTextRole);
    row->setData(int(message.direction), MessageDirectionRole);
    row->setData(int(message.state), MessageStateRole);
    row->setData(message.reason, MessageReasonRole);
    row->setData(message.reasonText, MessageReasonTextRole);
    row->setData(message.atMs, MessageAtRole);
    row->setData(message.stateMs, MessageStateAtRole);
    row->setData(message.dueMs, MessageDueRole);
    row->setData(message.parts, MessagePartsRole);
    row->setData(message.read, MessageReadRole);
    return row;
}

QStandardItem* dayMark(qint64 localMidnightMs)
{
    auto* row = new QStandardItem;
    row->setData(int(ThreadRowKind::DayMark), ThreadKindRole);
    row->setData(localMidnightMs, MessageAtRole);
    return row;
}

namespace {

Message message(qint64 id, Direction direction, DeliveryState state, qint64 atMs, QString text)
{
    Message made;
    made.id = MessageId{id};
    made.direction = direction;
    made.state = state;
    made.atMs = atMs;
    made.stateMs = atMs;
    made.text = std::move(text);
    made.parts = 1;
    return made;
}

} // namespace

void fillThread(QStandardItemModel& model)
{
    model.appendRow(dayMark(at(1, 0, 0)));
    model.appendRow(messageRow(message(101, Direction::Out, DeliveryState::Delivered, at(1, 15, 2),
        QStringLiteral("Good afternoon Thandi, Lwazi's reading report is ready to collect at the "
                       "office."))));
    model.appendRow(messageRow(message(102, Direction::In, DeliveryState::Received, at(1, 15, 40),
        QStringLiteral("Thank you, I will come by tomorrow."))));
    model.appendRow(dayMark(at(0, 0, 0)));
    model.appendRow(messageRow(message(103, Direction::Out, DeliveryState::Delivered, at(0, 9, 15),
        QStringLiteral("Reminder: parent evening tonight at 18:00 in the hall. Please reply YES if "
                       "you will be there."))));
    model.appendRow(messageRow(message(104, Direction::In, DeliveryState::Received, at(0, 14, 32),
        QStringLiteral("Yes, she will be there at 8. Thank you!"))));
    Message last{message(105, Direction::Out, DeliveryState::Queued, at(0, 14, 33),
        QStringLiteral("Great, see you then."))};
    last.dueMs = drawingNowMs() + 4000;
    model.appendRow(messageRow(last));
}

void fillLongThread(QStandardItemModel& model, int rows)
{
    for (int i{1}; i <= rows; ++i) {
        const bool out{i % 3 == 0};
        model.appendRow(messageRow(message(i, out ? Direction::Out : Direction::In,
            out ? DeliveryState::Delivered : DeliveryState::Received, at(0, 0, 0) + i * 1000,
            QStringLiteral("Message %1 of a long thread").arg(i)
                + QStringLiteral(" with some more words").repeated(i % 7))));
    }
}

} // namespace Textdesk::Testing
