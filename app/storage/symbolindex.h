// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where emoji and other signs occur: the full-text index knows letters and digits only, and to read
// a million texts for a sign that is in none of them takes half a second and more.
#pragma once

#include "app/base/ids.h"
#include "app/storage/connection.h"

#include <functional>

namespace Textdesk {

// With the text index, never before it.
void noteSymbols(Connection& db, MessageId id, const QString& text);
// All messages anew, e.g. after a salvage.
void noteAllSymbols(Connection& db);

// False if these words can be in no text that was noted.
[[nodiscard]] bool mayOccur(Connection& db, const QStringList& symbols);
// Hands over the texts below an id that may hold all of them, newest first, until the visitor
// returns false.
void visitTextsWith(Connection& db, const QStringList& symbols, qint64 below,
    const std::function<bool(MessageId id, const QString& text)>& visit);

} // namespace Textdesk
