// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where the words of a search stand in a text, by the rule by which the search found them.
#pragma once

#include <QList>
#include <QString>

namespace Textdesk {

struct MarkedWord final {
    int start{0};
    int length{0};
    friend bool operator==(const MarkedWord&, const MarkedWord&) = default;
};

// Without case and accents; whole words, the last one by its beginning; words of symbols alone
// wherever they stand.
[[nodiscard]] QList<MarkedWord> markedWords(const QString& text, const QString& words);

} // namespace Textdesk
