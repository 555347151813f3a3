// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tables/csvwriter.h"

#include <csv.h>

#include <QRegularExpression>

namespace Textdesk {

namespace {

void appendField(QByteArray& row, const QString& field)
{
    const QByteArray bytes{field.toUtf8()};
    const qsizetype before{row.size()};
    // At worst every byte is a quote, which is doubled, between two more.
    const size_t room{size_t(bytes.size()) * 2 + 2};
    row.resize(before + qsizetype(room));
    const size_t used{
        csv_write(row.data() + before, room, bytes.constData(), size_t(bytes.size()))};
    row.resize(before + qsizetype(used));
}

QByteArray joined(const QStringList& fields)
{
    QByteArray row;
    for (const QString& field : fields) {
        if (!row.isEmpty()) {
            row.append(',');
        }
        appendField(row, field);
    }
    return row.append("\r\n");
}

// A sheet is shown in terminals, too, and read by people: what drives the one or turns a line
// around for the other is made visible.
QString visible(QString field)
{
    for (QChar& c : field) {
        const char16_t code{c.unicode()};
        const bool layout{code == u'\t' || code == u'\n' || code == u'\r'};
        const bool control{(code < 0x20 && !layout) || (code >= 0x7f && code <= 0x9f)};
        const bool turning{
            (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)};
        c = control || turning ? QChar{QChar::ReplacementCharacter} : c;
    }
    return field;
}

} // namespace

CsvWriter::CsvWriter(std::vector<Column> columns)
    : m_columns{std::move(columns)}
{ }

QByteArray CsvWriter::head(const QStringList& titles)
{
    return QByteArrayLiteral("\xEF\xBB\xBF") + joined(titles);
}

QByteArray CsvWriter::row(const QStringList& fields) const
{
    Q_ASSERT(fields.size() == qsizetype(m_columns.size()));
    QStringList safe;
    for (qsizetype i{0}; i < fields.size(); ++i) {
        safe.append(defused(visible(fields.at(i)), m_columns[size_t(i)]));
    }
    return joined(safe);
}

QString CsvWriter::defused(const QString& field, Column column)
{
    static const QString dangerous{QStringLiteral("=+-@\t\r")};
    static const QRegularExpression number{
        QRegularExpression::anchoredPattern(QStringLiteral("\\+[0-9]{7,15}"))};
    if (field.isEmpty() || !dangerous.contains(field.front())
        || (column == Column::Number && number.match(field).hasMatch())) {
        return field;
    }
    return u'\'' + field;
}

} // namespace Textdesk
