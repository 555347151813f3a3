// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What can be written in GSM-7 instead. The rule: a reader takes the replacement for the same text.
// Hence no superscripts (10\u00B2 is not 102), no fractions (1\u00BD is not 11/2) and no letters
// with two marks, which in Vietnamese are other words.
#include "app/domain/gsm7.h"
#include "app/domain/segments.h"

#include <QList>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <array>
#include <optional>

namespace Textdesk {

namespace {

struct Replacement {
    char32_t point{0};
    QStringView text;
};

// Sorted by code point.
constexpr std::array table{
    Replacement{U'\t', u" "},
    Replacement{0x0B, u"\n"},
    Replacement{U'`', u"'"},
    Replacement{0x85, u"\n"},
    Replacement{0xA0, u" "},
    Replacement{0xA2, u"c"},
    Replacement{0xA6, u"|"},
    Replacement{0xA9, u"(c)"},
    Replacement{0xAA, u"a"},
    Replacement{0xAB, u"\""},
    Replacement{0xAE, u"(R)"},
    Replacement{0xB1, u"+/-"},
    Replacement{0xB4, u"'"},
    Replacement{0xB7, u"-"},
    Replacement{0xBA, u"o"},
    Replacement{0xBB, u"\""},
    Replacement{0xD7, u"x"},
    Replacement{0xF7, u"/"},
    Replacement{0x110, u"D"},
    Replacement{0x111, u"d"},
    Replacement{0x131, u"i"},
    Replacement{0x141, u"L"},
    Replacement{0x142, u"l"},
    Replacement{0x150, u"\u00D6"},
    Replacement{0x151, u"\u00F6"},
    Replacement{0x152, u"OE"},
    Replacement{0x153, u"oe"},
    Replacement{0x170, u"\u00DC"},
    Replacement{0x171, u"\u00FC"},
    Replacement{0x2B9, u"'"},
    Replacement{0x2BA, u"\""},
    Replacement{0x2BB, u"'"},
    Replacement{0x2BC, u"'"},
    Replacement{0x2BD, u"'"},
    Replacement{0x2C6, u"^"},
    Replacement{0x2C8, u"'"},
    Replacement{0x2CA, u"'"},
    Replacement{0x2CB, u"'"},
    Replacement{0x2DC, u"~"},
    // Greek capitals that look Latin: the default alphabet leaves them out for that reason.
    Replacement{0x391, u"A"},
    Replacement{0x392, u"B"},
    Replacement{0x395, u"E"},
    Replacement{0x396, u"Z"},
    Replacement{0x397, u"H"},
    Replacement{0x399, u"I"},
    Replacement{0x39A, u"K"},
    Replacement{0x39C, u"M"},
    Replacement{0x39D, u"N"},
    Replacement{0x39F, u"O"},
    Replacement{0x3A1, u"P"},
    Replacement{0x3A4, u"T"},
    Replacement{0x3A5, u"Y"},
    Replacement{0x3A7, u"X"},
    Replacement{0x1E9E, u"SS"},
    Replacement{0x2010, u"-"},
    Replacement{0x2011, u"-"},
    Replacement{0x2012, u"-"},
    Replacement{0x2013, u"-"},
    Replacement{0x2014, u"-"},
    Replacement{0x2015, u"-"},
    Replacement{0x2018, u"'"},
    Replacement{0x2019, u"'"},
    Replacement{0x201A, u"'"},
    Replacement{0x201B, u"'"},
    Replacement{0x201C, u"\""},
    Replacement{0x201D, u"\""},
    Replacement{0x201E, u"\""},
    Replacement{0x201F, u"\""},
    Replacement{0x2022, u"-"},
    Replacement{0x2023, u"-"},
    Replacement{0x2024, u"."},
    Replacement{0x2025, u".."},
    Replacement{0x2026, u"..."},
    Replacement{0x2027, u"-"},
    Replacement{0x2028, u"\n"},
    Replacement{0x2029, u"\n"},
    Replacement{0x2032, u"'"},
    Replacement{0x2033, u"\""},
    Replacement{0x2035, u"'"},
    Replacement{0x2039, u"'"},
    Replacement{0x203A, u"'"},
    Replacement{0x203C, u"!!"},
    Replacement{0x2043, u"-"},
    Replacement{0x2044, u"/"},
    Replacement{0x2047, u"??"},
    Replacement{0x2048, u"?!"},
    Replacement{0x2049, u"!?"},
    Replacement{0x2116, u"No"},
    Replacement{0x2120, u"SM"},
    Replacement{0x2122, u"TM"},
    Replacement{0x2126, u"\u03A9"},
    Replacement{0x2190, u"<-"},
    Replacement{0x2192, u"->"},
    Replacement{0x21D0, u"<="},
    Replacement{0x21D2, u"=>"},
    Replacement{0x2212, u"-"},
    Replacement{0x2215, u"/"},
    Replacement{0x2217, u"*"},
    Replacement{0x2219, u"-"},
    Replacement{0x2223, u"|"},
    Replacement{0x223C, u"~"},
    Replacement{0x2260, u"!="},
    Replacement{0x2264, u"<="},
    Replacement{0x2265, u">="},
    Replacement{0x25AA, u"-"},
    Replacement{0x25CF, u"-"},
    Replacement{0x25E6, u"-"},
    Replacement{0x275B, u"'"},
    Replacement{0x275C, u"'"},
    Replacement{0x275D, u"\""},
    Replacement{0x275E, u"\""},
    Replacement{0x2794, u"->"},
    Replacement{0x3001, u","},
    Replacement{0x3002, u"."},
    Replacement{0x301D, u"\""},
    Replacement{0x301E, u"\""},
    Replacement{0xA78C, u"'"},
};

constexpr bool isSorted()
{
    return std::is_sorted(table.begin(), table.end(),
        [](const Replacement& a, const Replacement& b) { return a.point < b.point; });
}
static_assert(isSorted());

bool isGsm7(QStringView text)
{
    return std::all_of(
        text.begin(), text.end(), [](QChar unit) { return gsm7Septets(unit.unicode()) > 0; });
}

// Nothing to see: zero-width characters, marks of direction, variation selectors, control codes.
bool isInvisible(char32_t point)
{
    return QChar::category(point) == QChar::Other_Format
        || QChar::category(point) == QChar::Other_Control || (point >= 0xFE00 && point <= 0xFE0F)
        || point == 0x034F;
}

// Ranges that are another dress of ASCII: ligatures, full-width forms, mathematical letters.
bool isDressedAscii(char32_t point)
{
    return (point >= 0xFB00 && point <= 0xFB06) || (point >= 0xFF01 && point <= 0xFF5E)
        || (point >= 0x1D400 && point <= 0x1D6A3) || (point >= 0x1D7CE && point <= 0x1D7FF);
}

// The letter without its one mark.
std::optional<QString> plainLetter(char32_t point)
{
    const QString parts{QString::fromUcs4(&point, 1).normalized(QString::NormalizationForm_D)};
    const bool oneMark{parts.size() == 2 && parts[1].category() == QChar::Mark_NonSpacing};
    if (!oneMark || parts[0].script() != QChar::Script_Latin || !isGsm7(parts.first(1))) {
        return std::nullopt;
    }
    return parts.first(1);
}

std::optional<QString> replacementFor(char32_t point)
{
    const auto found = std::lower_bound(table.begin(), table.end(), point,
        [](const Replacement& entry, char32_t wanted) { return entry.point < wanted; });
    if (found != table.end() && found->point == point) {
        return found->text.toString();
    }
    if (isInvisible(point)) {
        return QString{};
    }
    if (QChar::isSpace(point)) {
        return QStringLiteral(" ");
    }
    const QString alone{QString::fromUcs4(&point, 1)};
    if (isGsm7(alone)) {
        return alone;
    }
    if (isDressedAscii(point)) {
        const QString plain{alone.normalized(QString::NormalizationForm_KC)};
        return isGsm7(plain) ? std::optional{plain} : std::nullopt;
    }
    return plainLetter(point);
}

std::optional<QString> replacementFor(QStringView cluster)
{
    const QString composed{cluster.toString().normalized(QString::NormalizationForm_C)};
    if (isGsm7(composed)) {
        return composed;
    }
    QString result;
    for (const char32_t point : composed.toUcs4()) {
        const std::optional<QString> part{replacementFor(point)};
        if (!part) {
            return std::nullopt;
        }
        result += *part;
    }
    return result;
}

CostlyCharacter costlyCharacter(QStringView text, qsizetype begin, qsizetype end)
{
    const QStringView cluster{text.sliced(begin, end - begin)};
    const std::optional<QString> replacement{replacementFor(cluster)};
    return {begin, cluster.toString(), replacement.value_or(QString{}),
        replacement && replacement->isEmpty()};
}

} // namespace

std::vector<CostlyCharacter> costlyCharacters(QStringView text)
{
    std::vector<CostlyCharacter> costly;
    if (isGsm7(text)) {
        return costly;
    }
    QTextBoundaryFinder finder{QTextBoundaryFinder::Grapheme, text.data(), text.size(), nullptr, 0};
    for (qsizetype begin{0}; begin < text.size();) {
        const qsizetype found{finder.toNextBoundary()};
        const qsizetype end{found > begin ? found : text.size()};
        if (!isGsm7(text.sliced(begin, end - begin))) {
            costly.push_back(costlyCharacter(text, begin, end));
        }
        begin = end;
    }
    return costly;
}

QString withReplacements(const QString& text)
{
    QString result;
    qsizetype copied{0};
    for (const CostlyCharacter& costly : costlyCharacters(text)) {
        if (costly.isReplaceable()) {
            result += QStringView{text}.sliced(copied, costly.position - copied);
            result += costly.replacement;
            copied = costly.position + costly.character.size();
        }
    }
    if (copied == 0) {
        return text;
    }
    result += QStringView{text}.sliced(copied);
    // Where something was left out a mark may now follow a letter: a new character to look at. Each
    // round leaves fewer costly ones, so there is a last.
    return withReplacements(result);
}

} // namespace Textdesk
