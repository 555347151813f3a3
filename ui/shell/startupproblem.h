// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window that is shown instead of the program when its profile cannot be used: why, what is
// safe, what to do.
#pragma once

#include "app/base/error.h"
#include "ui/widgets/surface.h"

namespace Textdesk {

class StartupProblem final : public Surface {
    Q_OBJECT
public:
    // error is what opening the profile said; folder is shown so that a person can find it.
    StartupProblem(
        const Theme& theme, const Error& error, const QString& folder, QWidget* parent = nullptr);

    struct Words final {
        QString title;
        QString sentence;
    };
    [[nodiscard]] static Words words(const Error& error, const QString& folder);
};

} // namespace Textdesk
