// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The diagnostics as one zip file.
#pragma once

#include "app/base/result.h"

#include <QString>

#include <vector>

namespace Textdesk {

struct BundlePart final {
    QString name; // "store.txt"
    QString text;
};

// Whole or not there at all, readable by its owner only. Storage "cannot-open" or "disk-full".
[[nodiscard]] Result<Done> writeBundle(const QString& file, const std::vector<BundlePart>& parts);

} // namespace Textdesk
