// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a thread: messages, and a mark wherever the local day changes.
#pragma once

#include "app/domain/message.h"
#include "app/models/roles.h"

#include <QDate>
#include <QList>
#include <QTimeZone>

#include <vector>

namespace Textdesk {

struct ThreadRow final {
    ThreadRowKind kind{ThreadRowKind::Message};
    QDate day; // in the thread's time zone
    Message message; // of a Message row

    [[nodiscard]] bool isMark() const { return kind == ThreadRowKind::DayMark; }
};

[[nodiscard]] QDate localDay(qint64 ms, const QTimeZone& zone);
[[nodiscard]] ThreadRow dayMark(const QDate& day);
[[nodiscard]] ThreadRow messageRow(const Message& message, const QTimeZone& zone);
// The messages with a mark before each whose day differs from the one before it; `dayBefore` is the
// day above the first, invalid for none.
[[nodiscard]] std::vector<ThreadRow> threadRows(
    const std::vector<Message>& messages, const QTimeZone& zone, QDate dayBefore = {});
// The ThreadRoles by which two versions of a message differ.
[[nodiscard]] QList<int> changedThreadRoles(const Message& before, const Message& after);

} // namespace Textdesk
