// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/practice/practicenumber.h"

#include <algorithm>

namespace Textdesk {

std::optional<QString> practiceNumber(const QString& text)
{
    QString digits{text.trimmed()};
    const bool international{digits.startsWith(u'+')};
    if (international) {
        digits.remove(0, 1);
    }
    for (const QChar filler : {u' ', u'-', u'(', u')'}) {
        digits.remove(filler);
    }
    if (!std::all_of(
            digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; })) {
        return std::nullopt;
    }
    if (!international && digits.startsWith(u'0') && digits.size() == 10) {
        return QStringLiteral("+27") + digits.mid(1);
    }
    // E.164 allows 15 digits; no country has numbers of fewer than 7 with its code.
    const qsizetype least{international ? 7 : 9};
    if (digits.startsWith(u'0') || digits.size() < least || digits.size() > 15) {
        return std::nullopt;
    }
    return u'+' + digits;
}

} // namespace Textdesk
