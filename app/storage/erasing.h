// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Everything of one person leaves the store: texts, conversations, contact, what webhooks brought.
#pragma once

#include "app/storage/writer.h"

#include <QStringList>

namespace Textdesk {

struct ErasePreview final {
    QStringList peers; // the number, and the others of the same contact
    QStringList names;
    qint64 messages{0};
    qint64 waiting{0}; // of them: texts that would not be sent any more
    qint64 conversations{0};
    bool optedOut{false};
    [[nodiscard]] bool isEmpty() const
    {
        return messages == 0 && conversations == 0 && names.isEmpty() && !optedOut;
    }
};

namespace Erasing {

[[nodiscard]] ErasePreview preview(Connection& db, const QString& peer);
// Deletes up to `limit` of their messages, those that wait to be sent first; how many it deleted.
// Rejected "still-sending" while a request with a text to them is under way.
[[nodiscard]] Result<int> deleteSlice(WriteContext& context, const QStringList& peers, int limit);
// When no message is left: conversations, contacts, events. The opt-out entry, their number with
// it, stays unless optOutToo, so that they are not texted again.
void deleteRest(WriteContext& context, const QStringList& peers, bool optOutToo);

// What a file may show of the number: its digits without country code, or the name itself.
[[nodiscard]] QByteArray traceOf(const QString& peer);

} // namespace Erasing

} // namespace Textdesk
