// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The conversations of the drawing (look/inbox.html), as models any view can show.
#pragma once

#include "app/domain/message.h"

#include <QStandardItemModel>

#include <memory>

namespace Textdesk::Testing {

// Local noon-ish of the drawing: Thursday 2026-03-05 14:33:00, in the test's time zone.
[[nodiscard]] qint64 drawingNowMs();
// Today's (days = 0) or an earlier local time.
[[nodiscard]] qint64 at(int daysAgo, int hour, int minute);

struct SampleConversation final {
    qint64 id{0};
    QString title;
    bool isNamed{true};
    QString preview;
    Direction direction{Direction::In};
    DeliveryState state{DeliveryState::Received};
    qint64 atMs{0};
    int unread{0};
    QString reason;
    bool isDraft{false};
};

[[nodiscard]] QStandardItem* conversationRow(const SampleConversation& sample);
void fillConversations(QStandardItemModel& model);

[[nodiscard]] QStandardItem* messageRow(const Message& message);
[[nodiscard]] QStandardItem* dayMark(qint64 localMidnightMs);
// The open thread of the drawing; its last message can be taken back for four seconds.
void fillThread(QStandardItemModel& model);
// So many short messages, oldest first, ids from 1.
void fillLongThread(QStandardItemModel& model, int rows);

} // namespace Textdesk::Testing
