// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thread/characterwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace Textdesk {

namespace {

struct CharacterWords final {
    Q_DECLARE_TR_FUNCTIONS(CharacterWords)
};

struct Named final {
    char32_t character;
    const char* name;
};

// Those that word processors and phones put into a text by themselves.
constexpr std::array<Named, 22> names{{
    {0x00a0, QT_TRANSLATE_NOOP("CharacterWords", "no-break space")},
    {0x00ab, QT_TRANSLATE_NOOP("CharacterWords", "opening angle quote")},
    {0x00ad, QT_TRANSLATE_NOOP("CharacterWords", "invisible hyphen")},
    {0x00bb, QT_TRANSLATE_NOOP("CharacterWords", "closing angle quote")},
    {0x0060, QT_TRANSLATE_NOOP("CharacterWords", "backtick")},
    {0x2009, QT_TRANSLATE_NOOP("CharacterWords", "thin space")},
    {0x200b, QT_TRANSLATE_NOOP("CharacterWords", "invisible space")},
    {0x200d, QT_TRANSLATE_NOOP("CharacterWords", "invisible joiner")},
    {0x2010, QT_TRANSLATE_NOOP("CharacterWords", "hyphen")},
    {0x2011, QT_TRANSLATE_NOOP("CharacterWords", "no-break hyphen")},
    {0x2013, QT_TRANSLATE_NOOP("CharacterWords", "en dash")},
    {0x2014, QT_TRANSLATE_NOOP("CharacterWords", "em dash")},
    {0x2018, QT_TRANSLATE_NOOP("CharacterWords", "opening single quote")},
    {0x2019, QT_TRANSLATE_NOOP("CharacterWords", "curly apostrophe")},
    {0x201a, QT_TRANSLATE_NOOP("CharacterWords", "low single quote")},
    {0x201c, QT_TRANSLATE_NOOP("CharacterWords", "opening quote")},
    {0x201d, QT_TRANSLATE_NOOP("CharacterWords", "closing quote")},
    {0x201e, QT_TRANSLATE_NOOP("CharacterWords", "low quote")},
    {0x2022, QT_TRANSLATE_NOOP("CharacterWords", "bullet")},
    {0x2026, QT_TRANSLATE_NOOP("CharacterWords", "three dots in one")},
    {0x202f, QT_TRANSLATE_NOOP("CharacterWords", "narrow no-break space")},
    {0xfeff, QT_TRANSLATE_NOOP("CharacterWords", "invisible mark")},
}};

} // namespace

QString characterName(const QString& cluster)
{
    const auto points = cluster.toUcs4();
    if (points.isEmpty()) {
        return {};
    }
    const char32_t first{points.front()};
    const auto known = std::find_if(names.begin(), names.end(),
        [first](const Named& named) { return named.character == first; });
    if (known != names.end()) {
        return CharacterWords::tr(known->name);
    }
    constexpr char32_t firstEmoji{0x1f000};
    if (first >= firstEmoji || QChar::category(first) == QChar::Symbol_Other) {
        return CharacterWords::tr("emoji or symbol");
    }
    if (QChar::isLetter(first)) {
        return points.size() > 1 || !QChar::decomposition(first).isEmpty()
            ? CharacterWords::tr("letter with an accent")
            : CharacterWords::tr("letter of another alphabet");
    }
    return QStringLiteral("U+%1").arg(uint(first), 4, 16, QLatin1Char{'0'}).toUpper();
}

} // namespace Textdesk
