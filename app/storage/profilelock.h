// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One program a profile: a lock held for life, freed by the system when the program dies.
#pragma once

#include "app/base/result.h"

#include <QLockFile>
#include <QString>

#include <memory>

namespace Textdesk {

class ProfileLock final {
public:
    // Makes the folder (0700) if there is none; one that is there keeps the mode that a person gave
    // it. Errors: Storage "in-use" when another program holds the profile, "read-only" or
    // "cannot-open" when the folder cannot be written.
    [[nodiscard]] static Result<std::unique_ptr<ProfileLock>> take(const QString& profileFolder);

private:
    explicit ProfileLock(const QString& file);
    QLockFile m_lock;
};

} // namespace Textdesk
