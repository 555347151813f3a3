// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Who of one 'send' gets the text and who cannot: one bad number never stops the others.
#pragma once

#include "app/base/result.h"
#include "app/messaging/draft.h"

#include <QJsonObject>

#include <vector>

namespace Textdesk {

// A recipient that no text can go to; nothing of it is stored.
struct RefusedRecipient final {
    QString to; // as it was typed
    Error error;
    size_t before{0}; // how many good ones were named before it
};

struct SendPlan final {
    std::vector<Draft> drafts; // each person once
    std::vector<RefusedRecipient> refused;
    int repeated{0}; // spellings of somebody who is named already
};

// common is the text with everything but the recipient. An error means the text itself: see
// checkDraft().
[[nodiscard]] Result<SendPlan> planSend(
    const Draft& common, const QStringList& recipients, const QString& region);
// In the form of a message that failed; it has no id.
[[nodiscard]] QJsonObject refusedJson(
    const RefusedRecipient& recipient, const Draft& common, const QString& account);

} // namespace Textdesk
