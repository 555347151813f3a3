// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a text costs, in words: pure, so that tests and other screens use the same sentences.
#pragma once

#include <QString>

#include <vector>

namespace Textdesk {

struct MeterWords final {
    QString count; // "61 characters"
    QString parts; // "1 part"
    QString left; // "12 left in this part"; empty while there is plenty of room
    QString warning; // why it costs more than it looks; empty for a plain text
    QString
        offer; // "Use “-”: 2 parts → 1": what would make it cheaper; empty when nothing is known
    int costly{0}; // how many characters make it cost more
};

// One character that makes a text cost more, and what leaving it out would do.
struct CostlyWords final {
    QString words; // "“–” en dash, character 24: use “-”, 2 parts → 1"
    bool isReplaceable{false};
    QString after; // the whole text with that one replaced
};

[[nodiscard]] MeterWords meterWordsFor(const QString& text);
// What a part is, for whoever wonders.
[[nodiscard]] QString partMeaning();
// ... and why one character can make more of them.
[[nodiscard]] QString unicodeMeaning();
// In the order of the text; at most 30.
[[nodiscard]] std::vector<CostlyWords> costlyWordsFor(const QString& text);

} // namespace Textdesk
