// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Why bytes were not taken as a request: the status of the answer and a stable word for logs.
#pragma once

#include <QByteArray>

namespace Textdesk {

struct Refusal final {
    int status{400};
    QByteArray reason; // "bare-lf", "header-too-large": listed in tests/app/http
};

} // namespace Textdesk
