// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is said while nothing can be stored: one banner, whoever noticed it first.
#pragma once

#include "app/base/error.h"
#include "ui/widgets/bannerarea.h"

#include <optional>

namespace Textdesk {

[[nodiscard]] QString storeNoticeKey();
// Nothing for an error that is not of the file (Database::writingFailed lists those).
[[nodiscard]] std::optional<Notice> storeNotice(const Error& error);

} // namespace Textdesk
