// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whether what a command says reaches anybody: a script must not take silence for an empty list.
#pragma once

namespace Textdesk {

// First of all: where a stream was closed by whoever started this, the next file would take its
// number, and what is said would be written into it. Writing to a closed one fails from then on.
void holdStandardStreams();
// Last of all: everything that was written to standard output was taken.
[[nodiscard]] bool standardOutputTaken();

} // namespace Textdesk
