// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/people/csvsheet.h"

#include <QDateTime>

namespace Textdesk {

namespace {

using Column = CsvWriter::Column;

QString isoTime(qint64 ms, const QTimeZone& zone)
{
    const QDateTime at{QDateTime::fromMSecsSinceEpoch(ms, zone)};
    return at.toOffsetFromUtc(at.offsetFromUtc()).toString(Qt::ISODate);
}

QString reasonOf(const Message& message)
{
    return message.reason.isEmpty() || message.reasonText.isEmpty()
        ? message.reason + message.reasonText
        : message.reason + QStringLiteral(": ") + message.reasonText;
}

} // namespace

CsvSheet::CsvSheet(const QString& file, const QTimeZone& zone)
    : m_file{file}
    , m_zone{zone}
    , m_writer{{Column::Text, Column::Text, Column::Number, Column::Text, Column::Text,
          Column::Text, Column::Text, Column::Text}}
{ }

Result<Done> CsvSheet::begin(const ExportHead& head)
{
    m_head = head;
    const auto opened = m_file.open();
    if (opened) {
        m_file.device().write(CsvWriter::head({QStringLiteral("time"), QStringLiteral("direction"),
            QStringLiteral("number"), QStringLiteral("name"), QStringLiteral("text"),
            QStringLiteral("state"), QStringLiteral("reason"), QStringLiteral("parts")}));
    }
    return opened;
}

Result<Done> CsvSheet::add(const std::vector<Message>& messages)
{
    QByteArray rows;
    for (const Message& message : messages) {
        rows += row(message);
    }
    m_file.device().write(rows);
    return m_file.check();
}

QByteArray CsvSheet::row(const Message& message) const
{
    const bool isIncoming{message.direction == Direction::In};
    return m_writer.row(
        {isoTime(message.atMs, m_zone), isIncoming ? QStringLiteral("in") : QStringLiteral("out"),
            m_head.number, m_head.name, message.text, deliveryStateName(message.state),
            reasonOf(message), message.parts > 0 ? QString::number(message.parts) : QString{}});
}

Result<Done> CsvSheet::end()
{
    return m_file.commit();
}

} // namespace Textdesk
