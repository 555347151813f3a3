// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a conversation is exported to. It lives on the reader thread from the moment it is handed
// over, so that neither writing nor drawing costs the window a frame.
#pragma once

#include "app/base/result.h"
#include "app/domain/message.h"

#include <vector>

namespace Textdesk {

struct ExportHead final {
    QString number; // canonical
    QString name; // empty for an unknown number
};

// A sheet that goes before end() leaves nothing behind. Errors: Storage "cannot-open", "disk-full".
class ExportSheet {
public:
    ExportSheet() = default;
    ExportSheet(const ExportSheet&) = delete;
    ExportSheet& operator=(const ExportSheet&) = delete;
    virtual ~ExportSheet() = default;

    [[nodiscard]] virtual Result<Done> begin(const ExportHead& head) = 0;
    // Oldest first.
    [[nodiscard]] virtual Result<Done> add(const std::vector<Message>& messages) = 0;
    [[nodiscard]] virtual Result<Done> end() = 0;
};

} // namespace Textdesk
