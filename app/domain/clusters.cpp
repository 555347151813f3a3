// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/clusters.h"

#include <QChar>

#include <algorithm>
#include <array>

namespace Textdesk {

namespace {

// Grapheme_Cluster_Break of Unicode 10.
enum class Break {
    Other,
    Cr,
    Lf,
    Control,
    Extend,
    Regional,
    SpacingMark,
    Prepend,
    L,
    V,
    T,
    Lv,
    Lvt,
    Base, // E_Base
    Modifier, // E_Modifier
    Joiner, // ZWJ
    Glue, // Glue_After_Zwj
    BaseGlue // E_Base_GAZ
};

struct Range {
    char32_t first;
    char32_t last;
    Break value;
};

// What a character's general category does not tell (GraphemeBreakProperty.txt, PropList.txt).
// Sorted.
constexpr std::array exceptions{Range{0x600, 0x605, Break::Prepend},
    Range{0x6DD, 0x6DD, Break::Prepend}, Range{0x70F, 0x70F, Break::Prepend},
    Range{0x8E2, 0x8E2, Break::Prepend}, Range{0x9BE, 0x9BE, Break::Extend},
    Range{0x9D7, 0x9D7, Break::Extend}, Range{0xB3E, 0xB3E, Break::Extend},
    Range{0xB57, 0xB57, Break::Extend}, Range{0xBBE, 0xBBE, Break::Extend},
    Range{0xBD7, 0xBD7, Break::Extend}, Range{0xCC2, 0xCC2, Break::Extend},
    Range{0xCD5, 0xCD6, Break::Extend}, Range{0xD3E, 0xD3E, Break::Extend},
    Range{0xD4E, 0xD4E, Break::Prepend}, Range{0xD57, 0xD57, Break::Extend},
    Range{0xDCF, 0xDCF, Break::Extend}, Range{0xDDF, 0xDDF, Break::Extend},
    Range{0xE33, 0xE33, Break::SpacingMark}, Range{0xEB3, 0xEB3, Break::SpacingMark},
    Range{0x102B, 0x102C, Break::Other}, Range{0x1038, 0x1038, Break::Other},
    Range{0x1062, 0x1064, Break::Other}, Range{0x1067, 0x106D, Break::Other},
    Range{0x1083, 0x1083, Break::Other}, Range{0x1087, 0x108C, Break::Other},
    Range{0x108F, 0x108F, Break::Other}, Range{0x109A, 0x109C, Break::Other},
    Range{0x1100, 0x115F, Break::L}, Range{0x1160, 0x11A7, Break::V},
    Range{0x11A8, 0x11FF, Break::T}, Range{0x1A61, 0x1A61, Break::Other},
    Range{0x1A63, 0x1A64, Break::Other}, Range{0x1B35, 0x1B35, Break::Extend},
    Range{0x1CF2, 0x1CF3, Break::SpacingMark}, Range{0x200C, 0x200C, Break::Extend},
    Range{0x200D, 0x200D, Break::Joiner}, Range{0x2065, 0x2065, Break::Control},
    Range{0x261D, 0x261D, Break::Base}, Range{0x2640, 0x2640, Break::Glue},
    Range{0x2642, 0x2642, Break::Glue}, Range{0x2695, 0x2696, Break::Glue},
    Range{0x26F9, 0x26F9, Break::Base}, Range{0x2708, 0x2708, Break::Glue},
    Range{0x270A, 0x270D, Break::Base}, Range{0x2764, 0x2764, Break::Glue},
    Range{0x302E, 0x302F, Break::Extend}, Range{0xA960, 0xA97C, Break::L},
    Range{0xAA7B, 0xAA7B, Break::Other}, Range{0xAA7D, 0xAA7D, Break::Other},
    Range{0xD7B0, 0xD7C6, Break::V}, Range{0xD7CB, 0xD7FB, Break::T},
    Range{0xFF9E, 0xFF9F, Break::Extend}, Range{0xFFF0, 0xFFF8, Break::Control},
    Range{0x110BD, 0x110BD, Break::Prepend}, Range{0x111C2, 0x111C3, Break::Prepend},
    Range{0x111C9, 0x111C9, Break::Other}, Range{0x1133E, 0x1133E, Break::Extend},
    Range{0x11357, 0x11357, Break::Extend}, Range{0x114B0, 0x114B0, Break::Extend},
    Range{0x114BD, 0x114BD, Break::Extend}, Range{0x115AF, 0x115AF, Break::Extend},
    Range{0x11A3A, 0x11A3A, Break::Prepend}, Range{0x11A86, 0x11A89, Break::Prepend},
    Range{0x11D46, 0x11D46, Break::Prepend}, Range{0x1D165, 0x1D165, Break::Extend},
    Range{0x1D16E, 0x1D172, Break::Extend}, Range{0x1F1E6, 0x1F1FF, Break::Regional},
    Range{0x1F308, 0x1F308, Break::Glue}, Range{0x1F33E, 0x1F33E, Break::Glue},
    Range{0x1F373, 0x1F373, Break::Glue}, Range{0x1F385, 0x1F385, Break::Base},
    Range{0x1F393, 0x1F393, Break::Glue}, Range{0x1F3A4, 0x1F3A4, Break::Glue},
    Range{0x1F3A8, 0x1F3A8, Break::Glue}, Range{0x1F3C2, 0x1F3C4, Break::Base},
    Range{0x1F3C7, 0x1F3C7, Break::Base}, Range{0x1F3CA, 0x1F3CC, Break::Base},
    Range{0x1F3EB, 0x1F3EB, Break::Glue}, Range{0x1F3ED, 0x1F3ED, Break::Glue},
    Range{0x1F3FB, 0x1F3FF, Break::Modifier}, Range{0x1F442, 0x1F443, Break::Base},
    Range{0x1F446, 0x1F450, Break::Base}, Range{0x1F466, 0x1F469, Break::BaseGlue},
    Range{0x1F46E, 0x1F46E, Break::Base}, Range{0x1F470, 0x1F478, Break::Base},
    Range{0x1F47C, 0x1F47C, Break::Base}, Range{0x1F481, 0x1F483, Break::Base},
    Range{0x1F485, 0x1F487, Break::Base}, Range{0x1F48B, 0x1F48B, Break::Glue},
    Range{0x1F4AA, 0x1F4AA, Break::Base}, Range{0x1F4BB, 0x1F4BC, Break::Glue},
    Range{0x1F527, 0x1F527, Break::Glue}, Range{0x1F52C, 0x1F52C, Break::Glue},
    Range{0x1F574, 0x1F575, Break::Base}, Range{0x1F57A, 0x1F57A, Break::Base},
    Range{0x1F590, 0x1F590, Break::Base}, Range{0x1F595, 0x1F596, Break::Base},
    Range{0x1F5E8, 0x1F5E8, Break::Glue}, Range{0x1F645, 0x1F647, Break::Base},
    Range{0x1F64B, 0x1F64F, Break::Base}, Range{0x1F680, 0x1F680, Break::Glue},
    Range{0x1F692, 0x1F692, Break::Glue}, Range{0x1F6A3, 0x1F6A3, Break::Base},
    Range{0x1F6B4, 0x1F6B6, Break::Base}, Range{0x1F6C0, 0x1F6C0, Break::Base},
    Range{0x1F6CC, 0x1F6CC, Break::Base}, Range{0x1F918, 0x1F91C, Break::Base},
    Range{0x1F91E, 0x1F91F, Break::Base}, Range{0x1F926, 0x1F926, Break::Base},
    Range{0x1F930, 0x1F939, Break::Base}, Range{0x1F93D, 0x1F93E, Break::Base},
    Range{0x1F9D1, 0x1F9DD, Break::Base}, Range{0xE0000, 0xE001F, Break::Control},
    Range{0xE0020, 0xE007F, Break::Extend}, Range{0xE0080, 0xE00FF, Break::Control},
    Range{0xE01F0, 0xE0FFF, Break::Control}};

static_assert(std::is_sorted(exceptions.begin(), exceptions.end(),
    [](const Range& a, const Range& b) { return a.last < b.first; }));

constexpr char32_t firstMark{0x300};

Break breakOfLatin(char32_t point)
{
    if (point == U'\r') {
        return Break::Cr;
    }
    if (point == U'\n') {
        return Break::Lf;
    }
    const bool isControl{point < 0x20 || (point >= 0x7F && point < 0xA0) || point == 0xAD};
    return isControl ? Break::Control : Break::Other;
}

Break breakByCategory(char32_t point)
{
    if (QChar::unicodeVersion(point) > QChar::Unicode_10_0) {
        return Break::Other;
    }
    switch (QChar::category(point)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
        return Break::Extend;
    case QChar::Mark_SpacingCombining:
        return Break::SpacingMark;
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return Break::Control;
    default:
        return Break::Other;
    }
}

Break breakOf(char32_t point)
{
    if (point < firstMark) {
        return breakOfLatin(point);
    }
    if (point >= 0xAC00 && point <= 0xD7A3) { // Hangul syllables
        return (point - 0xAC00) % 28 == 0 ? Break::Lv : Break::Lvt;
    }
    const auto found = std::lower_bound(exceptions.begin(), exceptions.end(), point,
        [](const Range& range, char32_t wanted) { return range.last < wanted; });
    return found != exceptions.end() && found->first <= point ? found->value
                                                              : breakByCategory(point);
}

char32_t pointAt(QStringView text, qsizetype position)
{
    const QChar unit{text[position]};
    const bool isPair{unit.isHighSurrogate() && position + 1 < text.size()
        && text[position + 1].isLowSurrogate()};
    return isPair ? QChar::surrogateToUcs4(unit, text[position + 1]) : char32_t{unit.unicode()};
}

bool endsAlways(Break value)
{
    return value == Break::Control || value == Break::Cr || value == Break::Lf;
}

bool isBase(Break value)
{
    return value == Break::Base || value == Break::BaseGlue;
}

// GB6 to GB8: the parts of a Hangul syllable.
bool isSyllable(Break left, Break right)
{
    switch (left) {
    case Break::L:
        return right == Break::L || right == Break::V || right == Break::Lv || right == Break::Lvt;
    case Break::Lv:
    case Break::V:
        return right == Break::V || right == Break::T;
    case Break::Lvt:
    case Break::T:
        return right == Break::T;
    default:
        return false;
    }
}

// The classes of one cluster so far, as much of them as the rules look back at.
class Cluster final {
public:
    explicit Cluster(Break first)
        : m_last{first}
        , m_hasExtend{first == Break::Extend}
    { }

    [[nodiscard]] bool takes(Break next) const
    {
        if (m_size > 1 && m_hasFlag && m_last != Break::Regional) {
            return false; // behind a flag the calculators take a single mark
        }
        if (m_last == Break::Cr && next == Break::Lf) { // GB3
            return true;
        }
        if (endsAlways(m_last) || endsAlways(next)) { // GB4, GB5
            return false;
        }
        return isSyllable(m_last, next) || next == Break::Extend || next == Break::Joiner // GB9
            || next == Break::SpacingMark || m_last == Break::Prepend // GB9a, GB9b
            || (next == Break::Modifier && isDressable()) // GB10
            || (m_last == Break::Joiner && (next == Break::Glue || next == Break::BaseGlue)) // GB11
            || (m_last == Break::Regional && next == Break::Regional && m_size == 1); // GB12
    }

    void add(Break next)
    {
        m_hasFlag = m_hasFlag || (next == Break::Regional && m_size == 1);
        m_hasExtend = m_hasExtend || next == Break::Extend;
        m_beforeLast = m_last;
        m_last = next;
        ++m_size;
    }

private:
    // A skin tone follows its emoji, or one mark on it.
    [[nodiscard]] bool isDressable() const
    {
        return m_hasExtend ? m_last == Break::Extend && m_size > 1 && isBase(m_beforeLast)
                           : isBase(m_last);
    }

    Break m_last;
    Break m_beforeLast{Break::Other};
    int m_size{1};
    bool m_hasExtend;
    bool m_hasFlag{false}; // a second regional indicator
};

} // namespace

qsizetype clusterEnd(QStringView text, qsizetype begin)
{
    const char32_t first{pointAt(text, begin)};
    qsizetype end{begin + (QChar::requiresSurrogates(first) ? 2 : 1)};
    Cluster cluster{breakOf(first)};
    while (end < text.size()) {
        const char32_t point{pointAt(text, end)};
        const Break next{breakOf(point)};
        if (!cluster.takes(next)) {
            break;
        }
        cluster.add(next);
        end += QChar::requiresSurrogates(point) ? 2 : 1;
    }
    return end;
}

} // namespace Textdesk
