// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Two things the system knows about a socket and Qt has no words for.
#pragma once

#include <QtGlobal>

namespace Textdesk {

// "No more from us" while still reading: Qt's sockets close both ways at once.
void closeWritingSide(qintptr socketDescriptor);
// Bytes that the system holds and Qt has not fetched yet.
[[nodiscard]] bool hasUnfetchedBytes(qintptr socketDescriptor);

} // namespace Textdesk
