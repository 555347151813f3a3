// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/gsm7.h"

#include <string_view>

namespace Textdesk {

namespace {

// Written out in the order of the standard's table, escape (0x1B) left out.
constexpr std::u16string_view defaultAlphabet{
    u"@\u00A3$\u00A5\u00E8\u00E9\u00F9\u00EC\u00F2\u00C7\n\u00D8\u00F8\r\u00C5\u00E5"
    u"\u0394_\u03A6\u0393\u039B\u03A9\u03A0\u03A8\u03A3\u0398\u039E\u00C6\u00E6\u00DF\u00C9"
    u" !\"#\u00A4%&'()*+,-./0123456789:;<=>?"
    u"\u00A1ABCDEFGHIJKLMNOPQRSTUVWXYZ\u00C4\u00D6\u00D1\u00DC\u00A7"
    u"\u00BFabcdefghijklmnopqrstuvwxyz\u00E4\u00F6\u00F1\u00FC\u00E0"};
// The euro sign belongs here too; it lies beyond the table.
constexpr std::u16string_view extensionTable{u"\f^{}\\[~]|"};

static_assert(defaultAlphabet.size() == 127 && extensionTable.size() == 9);

constexpr std::array<quint8, gsm7TableEnd> buildTable()
{
    std::array<quint8, gsm7TableEnd> table{};
    for (const char16_t unit : defaultAlphabet) {
        table[unit] = 1;
    }
    for (const char16_t unit : extensionTable) {
        table[unit] = 2;
    }
    return table;
}

} // namespace

const std::array<quint8, gsm7TableEnd> gsm7Table{buildTable()};

} // namespace Textdesk
