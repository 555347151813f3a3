// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Labels, and where they hang.
#pragma once

#include "app/domain/label.h"
#include "app/storage/writer.h"

namespace Textdesk::LabelTable {

// By name.
[[nodiscard]] QList<Label> all(Connection& db);
// Error Rejected "name-taken", whatever the case.
[[nodiscard]] Result<LabelId> insert(WriteContext& context, const Label& label);
// Name and colour. Errors Rejected "name-taken", NotFound "no-label".
[[nodiscard]] Result<Done> change(WriteContext& context, const Label& label);
// Takes it off every conversation, too.
void remove(WriteContext& context, LabelId id);
void hang(WriteContext& context, ConversationId conversation, LabelId label, bool on);

} // namespace Textdesk::LabelTable
