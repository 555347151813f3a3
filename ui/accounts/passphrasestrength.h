// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How hard a passphrase is to guess, as a hint while it is typed; never a promise.
#pragma once

#include <QString>

namespace Textdesk {

enum class Strength { TooShort, Weak, Fair, Strong };

// By length and by how many different characters there are; a file that somebody has can be
// guessed at for as long as they like.
[[nodiscard]] Strength strengthOf(const QString& passphrase);
// As a sentence; empty for an empty passphrase.
[[nodiscard]] QString describeStrength(const QString& passphrase);

} // namespace Textdesk
