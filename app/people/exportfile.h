// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The file of an export: whole or not there at all, and readable by its owner only.
#pragma once

#include "app/base/result.h"

#include <QSaveFile>

namespace Textdesk {

class ExportFile final {
public:
    explicit ExportFile(const QString& path);

    // Error Storage "cannot-open".
    [[nodiscard]] Result<Done> open();
    [[nodiscard]] QIODevice& device() { return m_file; }
    // What was written so far. Error Storage "disk-full".
    [[nodiscard]] Result<Done> check() const;
    // Takes the place of the file that may stand there.
    [[nodiscard]] Result<Done> commit();

private:
    QSaveFile m_file;
};

} // namespace Textdesk
