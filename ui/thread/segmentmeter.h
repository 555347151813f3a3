// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a text costs, in words: pure, so that tests and other screens use the same sentences.
#pragma once

#include <QString>

namespace Textdesk {

struct MeterWords final {
    QString count; // "61 characters"
    QString parts; // "1 part"
    QString left; // "12 left in this part"; empty while there is plenty of room
    QString warning; // why it costs more than it looks; empty for a plain text
    QString offer; // "Use “-”": what would make it cheaper; empty when nothing is known
};

[[nodiscard]] MeterWords meterWordsFor(const QString& text);

} // namespace Textdesk
