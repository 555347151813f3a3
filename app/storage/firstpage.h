// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A database whose first page was destroyed gets a new one: it holds only the file's header and the
// way to the list of tables, whose own pages say what they are.
#pragma once

#include "app/base/result.h"
#include "app/storage/pageimage.h"

namespace Textdesk {

// A copy of the image with a first page made anew; it needs no log. Errors: Storage "unreadable" if
// nothing of the list of tables is left, "disk-full", "cannot-open".
[[nodiscard]] Result<Done> copyWithNewFirstPage(const PageImage& image, const QString& copy);

} // namespace Textdesk
