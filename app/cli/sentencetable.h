// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Words for machines beside the sentences for people, as plain rows that are turned into a table
// once.
#pragma once

#include <QHash>
#include <QString>

#include <utility>

namespace Textdesk {

using SentenceRow = std::pair<const char*, const char*>; // Latin-1, UTF-8

template <size_t Size>
[[nodiscard]] QHash<QString, QString> sentenceTable(const SentenceRow (&rows)[Size])
{
    QHash<QString, QString> table;
    for (const auto& [word, sentence] : rows) {
        table.insert(QString::fromLatin1(word), QString::fromUtf8(sentence));
    }
    return table;
}

} // namespace Textdesk
