// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A conversation as a spreadsheet: one row a message, words that scripts can rely on.
#pragma once

#include "app/people/exportfile.h"
#include "app/people/exportsheet.h"
#include "app/tables/csvwriter.h"

#include <QTimeZone>

namespace Textdesk {

class CsvSheet final : public ExportSheet {
public:
    // Times are written with the offset of the zone (ISO 8601).
    CsvSheet(const QString& file, const QTimeZone& zone);

    [[nodiscard]] Result<Done> begin(const ExportHead& head) override;
    [[nodiscard]] Result<Done> add(const std::vector<Message>& messages) override;
    [[nodiscard]] Result<Done> end() override;

private:
    [[nodiscard]] QByteArray row(const Message& message) const;

    ExportFile m_file;
    QTimeZone m_zone;
    CsvWriter m_writer;
    ExportHead m_head;
};

} // namespace Textdesk
