// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The one text that has no conversation yet: what a person was writing to a new number.
#pragma once

#include "app/base/ids.h"
#include "app/storage/writer.h"

#include <QString>

namespace Textdesk {

struct NewDraft final {
    QString to; // as it was typed
    AccountId account;
    QString text;
    [[nodiscard]] bool isEmpty() const { return to.isEmpty() && text.isEmpty(); }
    friend bool operator==(const NewDraft&, const NewDraft&) = default;
};

[[nodiscard]] NewDraft storedNewDraft(Connection& db);
// An empty one leaves nothing behind.
void storeNewDraft(WriteContext& context, const NewDraft& draft);

} // namespace Textdesk
