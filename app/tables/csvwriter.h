// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rows for a spreadsheet: nothing that came from outside can run there as a formula, and a phone
// number keeps its plus.
#pragma once

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace Textdesk {

class CsvWriter final {
public:
    enum class Column { Text, Number }; // Number: phone numbers

    explicit CsvWriter(std::vector<Column> columns);

    // What a file begins with: a byte order mark, without which a spreadsheet takes UTF-8 for
    // something else, and the titles.
    [[nodiscard]] static QByteArray head(const QStringList& titles);
    // One field a column. RFC 4180: every field in quotes, CRLF at the end; the line ends inside of
    // a field stay as they are.
    [[nodiscard]] QByteArray row(const QStringList& fields) const;

    // With an apostrophe before what a spreadsheet would compute: all that begins with = + - @ tab
    // or CR, but no international number of 7 to 15 digits in a column of numbers.
    [[nodiscard]] static QString defused(const QString& field, Column column);

private:
    std::vector<Column> m_columns;
};

} // namespace Textdesk
