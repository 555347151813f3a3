// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The GSM 7-bit default alphabet with its extension table (3GPP TS 23.038, 6.2.1), by table lookup.
#pragma once

#include <QChar>

#include <array>

namespace Textdesk {

// Septets by code unit, for everything below U+0400; the euro sign is the only one above.
inline constexpr char16_t gsm7TableEnd{0x400};
extern const std::array<quint8, gsm7TableEnd> gsm7Table;

// 1 for the default alphabet, 2 for the extension table, 0 for what GSM-7 cannot write.
[[nodiscard]] inline int gsm7Septets(char16_t unit)
{
    return unit < gsm7TableEnd ? gsm7Table[unit] : unit == u'\u20AC' ? 2 : 0;
}

} // namespace Textdesk
