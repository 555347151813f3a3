// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// STOP and START in incoming texts, whatever way they came: a webhook, a listing, an import.
#pragma once

#include "app/domain/message.h"
#include "app/storage/writer.h"

namespace Textdesk {

[[nodiscard]] bool isOptOutWord(const Message& message);
// After the message was stored, in the same transaction. True if it closed its person on every
// line: an older word never undoes a later one.
[[nodiscard]] bool heedOptOutWord(WriteContext& context, const Message& message);

} // namespace Textdesk
