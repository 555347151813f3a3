// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Our client reference inside a provider's data field, so that a message is recognised without its
// id.
#pragma once

#include <QString>

namespace Textdesk {

constexpr qsizetype referenceLength{13};
constexpr qsizetype longestPersonalData{
    36}; // 36 + '#' + 13 = 50, what ZoomConnect is believed to keep

struct WireData final {
    QString personal; // what the person wrote
    QString reference; // ours; empty if the text carried none
};

// 13 characters from the system's random source (about 64 bits).
[[nodiscard]] QString newReference();
// "order 7" + "k3f…" -> "order 7#k3f…"; without personal data "#k3f…".
[[nodiscard]] QString toWire(const QString& personal, const QString& reference);
// Takes the reference off again; text without one is all personal.
[[nodiscard]] WireData fromWire(const QString& wire);

} // namespace Textdesk
