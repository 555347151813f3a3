// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/optout.h"

#include <QList>

#include <algorithm>
#include <array>

namespace Textdesk {

namespace {

// UNSUBSCRIBE, and nothing longer, has to fit.
constexpr qsizetype longestWord{11};

constexpr std::array<QStringView, 10> stopWords{u"STOP", u"STOPALL", u"STOP ALL", u"UNSUBSCRIBE",
    u"CANCEL", u"END", u"QUIT", u"OPT OUT", u"OPTOUT", u"REVOKE"};
constexpr std::array<QStringView, 2> startWords{u"START", u"UNSTOP"};

bool isInvisible(char32_t point)
{
    const auto category = QChar::category(point);
    return category == QChar::Other_Format || category == QChar::Mark_NonSpacing
        || category == QChar::Mark_Enclosing;
}

// Upper case, everything but letters and digits turned into single spaces, none at the ends.
// Empty when it is longer than any of the words.
QString bareWords(QStringView text)
{
    QString bare;
    bool gap{false};
    for (const char32_t point : text.toUcs4()) {
        // Marks that only steer the direction of writing, or dress an emoji, are not there to read.
        if (isInvisible(point)) {
            continue;
        }
        if (!QChar::isLetterOrNumber(point)) {
            gap = true;
            continue;
        }
        if (gap && !bare.isEmpty()) {
            bare += u' ';
        }
        gap = false;
        // Full-width letters, as East Asian keyboards write them, lie at a fixed distance from
        // ASCII.
        const bool fullWidth{point >= 0xFF01 && point <= 0xFF5E};
        bare += QChar::fromUcs4(QChar::toUpper(fullWidth ? point - 0xFEE0 : point));
        if (bare.size() > longestWord) {
            return {};
        }
    }
    return bare;
}

} // namespace

OptOutIntent optOutIntent(QStringView text)
{
    const QString bare{bareWords(text)};
    const auto isBare = [&bare](QStringView word) { return word == bare; };
    if (std::any_of(stopWords.cbegin(), stopWords.cend(), isBare)) {
        return OptOutIntent::Stop;
    }
    if (std::any_of(startWords.cbegin(), startWords.cend(), isBare)) {
        return OptOutIntent::Start;
    }
    return OptOutIntent::None;
}

} // namespace Textdesk
