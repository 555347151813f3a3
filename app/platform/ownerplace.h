// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where the owner of a profile is found, and whether who answers there is the same person.
#pragma once

#include <QString>

namespace Textdesk {

// Inside the profile, which only its owner may enter; a hash of the path elsewhere when that path
// is too long for a socket. It depends on nothing but the path and the person, so that a timer job
// with another environment finds the window. Empty if the folder does not exist.
[[nodiscard]] QString ownerSocketName(const QString& profileFolder);

// Of a connected socket: whether the other end runs as the same person. True where the system
// cannot tell; there the socket's own permissions decide.
[[nodiscard]] bool isSamePerson(qintptr socket);

} // namespace Textdesk
