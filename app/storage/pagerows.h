// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The rows on one page of a table, read from its bytes, whatever they are.
#pragma once

#include "app/storage/pageimage.h"

#include <QVariant>

#include <vector>

namespace Textdesk {

struct PageRow final {
    qint64 rowId{0};
    // A qlonglong, double, QString, QByteArray or null each.
    std::vector<QVariant> values;
};

// In the order of the page; none if it is no leaf of a table. A row that cannot be read is left
// out.
[[nodiscard]] std::vector<PageRow> rowsOn(const PageImage& image, qint64 page);

} // namespace Textdesk
