// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How many parts a text costs, and which characters make it cost more (3GPP TS 23.038, 23.040).
#pragma once

#include <QString>

#include <vector>

namespace Textdesk {

enum class SmsEncoding { Gsm7, Ucs2 };

// A character that switches a whole message to UCS-2.
struct CostlyCharacter final {
    qsizetype position{0}; // UTF-16 index into the text
    QString character; // one grapheme cluster
    QString replacement; // GSM-7 text that reads the same, e.g. "-" for an en dash; empty if none
                         // is known
    bool removable{false}; // invisible: leaving it out is the replacement, which is then empty
    [[nodiscard]] bool isReplaceable() const { return removable || !replacement.isEmpty(); }
};

struct SegmentCount final {
    SmsEncoding encoding{SmsEncoding::Gsm7};
    int segments{0}; // 0 for the empty text
    int units{0}; // septets (GSM-7, extension = 2) or UTF-16 code units
    int unitsLeft{0}; // before one more part is needed
    int unitsPerPart{0}; // 160/153 or 70/67
    friend bool operator==(const SegmentCount&, const SegmentCount&) = default;
};

// Cheap enough for every key stroke: under 2 microseconds for 160 characters.
[[nodiscard]] SegmentCount countSegments(QStringView text);
// The characters outside GSM-7, in order; empty for a GSM-7 text.
[[nodiscard]] std::vector<CostlyCharacter> costlyCharacters(QStringView text);
// The text with every replaceable costly character replaced.
[[nodiscard]] QString withReplacements(const QString& text);
// "GSM-7" or "UCS-2".
[[nodiscard]] QString encodingName(SmsEncoding encoding);

} // namespace Textdesk
