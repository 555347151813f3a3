// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A store as the program's first version made and filled it.
#pragma once

#include <QString>

namespace Textdesk::Testing {

// One account with one conversation, an old text and an old reply, and so many further texts.
void makeStoreOfVersionOne(const QString& file, int furtherTexts = 0);

} // namespace Textdesk::Testing
