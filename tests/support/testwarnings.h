// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A warning nobody expected is a failure: it is how Qt reports misuse.
#pragma once

namespace Textdesk::Testing {

// From now on counts every qWarning and qCritical that the allow-list does not know.
void failOnUnexpectedWarnings();
[[nodiscard]] int unexpectedWarnings();

} // namespace Textdesk::Testing
