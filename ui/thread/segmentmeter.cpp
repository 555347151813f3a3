// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thread/segmentmeter.h"

#include "app/domain/segments.h"
#include "ui/thread/characterwords.h"

#include <QCoreApplication>
#include <QTextBoundaryFinder>

namespace Textdesk {

namespace {

struct Meter final {
    Q_DECLARE_TR_FUNCTIONS(SegmentMeter)
};

constexpr int littleRoom{20};

// Characters as people count them: an emoji is one.
int peoplesCount(const QString& text)
{
    QTextBoundaryFinder finder{QTextBoundaryFinder::Grapheme, text};
    int count{0};
    while (finder.toNextBoundary() > 0) {
        ++count;
    }
    return count;
}

// "2 parts → 1", when the other text costs less; empty when it does not.
QString effect(const SegmentCount& before, const QString& other)
{
    const int after{countSegments(other).segments};
    //: What a replacement saves: parts before and after it, "2 parts → 1".
    return after < before.segments
        ? Meter::tr("%1 → %2").arg(Meter::tr("%n part(s)", nullptr, before.segments)).arg(after)
        : QString{};
}

QString withEffect(const QString& offer, const QString& effect)
{
    //: An offer and what it saves: "Use “-”: 2 parts → 1".
    return effect.isEmpty() ? offer : Meter::tr("%1: %2").arg(offer, effect);
}

QString nameOf(const CostlyCharacter& costly)
{
    const QString name{characterName(costly.character)};
    //: A character and its name: "“–” (en dash)".
    return costly.removable ? name : Meter::tr("“%1” (%2)").arg(costly.character, name);
}

QString warning(const CostlyCharacter& first, int others, const SegmentCount& cost)
{
    const int plainRoom{cost.segments <= 1 ? 160 : 153};
    const QString words{others == 0
            ? Meter::tr("%1 makes this Unicode: %2 a part, not %3.")
            : Meter::tr("%1 and %n more make this Unicode: %2 a part, not %3.", nullptr, others)};
    return words.arg(nameOf(first)).arg(cost.unitsPerPart).arg(plainRoom);
}

void describeCost(MeterWords& words, const QString& text, const SegmentCount& cost)
{
    QStringList distinct;
    QStringList replacements;
    bool canRemove{false};
    CostlyCharacter first;
    for (const CostlyCharacter& costly : costlyCharacters(text)) {
        ++words.costly;
        if (distinct.contains(costly.character)) {
            continue;
        }
        if (distinct.isEmpty()) {
            first = costly;
        }
        distinct.append(costly.character);
        canRemove = canRemove || costly.removable;
        if (!costly.replacement.isEmpty()) {
            replacements.append(costly.replacement);
        }
    }
    if (distinct.isEmpty()) {
        return;
    }
    words.warning = warning(first, int(distinct.size()) - 1, cost);
    const QString saved{effect(cost, withReplacements(text))};
    if (replacements.size() == 1 && !canRemove) {
        words.offer = withEffect(Meter::tr("Use “%1”").arg(replacements.first()), saved);
    } else if (!replacements.isEmpty()) {
        words.offer = withEffect(Meter::tr("Use plain characters"), saved);
    } else if (canRemove) {
        words.offer = withEffect(Meter::tr("Leave it out"), saved);
    }
}

} // namespace

MeterWords meterWordsFor(const QString& text)
{
    const SegmentCount cost{countSegments(text)};
    MeterWords words;
    words.count = Meter::tr("%n character(s)", nullptr, peoplesCount(text));
    if (cost.segments > 0) {
        words.parts = Meter::tr("%n part(s)", nullptr, cost.segments);
        if (cost.segments > 1 || cost.unitsLeft <= littleRoom) {
            words.left = Meter::tr("%n left", nullptr, cost.unitsLeft);
        }
    }
    if (cost.encoding == SmsEncoding::Ucs2) {
        describeCost(words, text, cost);
    }
    return words;
}

QString partMeaning()
{
    return Meter::tr("Each part is charged as one text.");
}

QString unicodeMeaning()
{
    return Meter::tr("Each part is charged as one text. Plain letters and digits: 160 fit into one "
                     "text, or 153 into each part of a longer one. As soon as one character is "
                     "outside of them the whole text is written in Unicode, and 70 (or 67) fit.");
}

std::vector<CostlyWords> costlyWordsFor(const QString& text)
{
    constexpr size_t most{30};
    const SegmentCount cost{countSegments(text)};
    std::vector<CostlyWords> all;
    for (const CostlyCharacter& costly : costlyCharacters(text)) {
        if (all.size() == most) {
            break;
        }
        const int place{peoplesCount(text.left(costly.position)) + 1};
        //: A costly character and where it stands: "“–” (en dash), character 24".
        CostlyWords words{Meter::tr("%1, character %2").arg(nameOf(costly)).arg(place),
            costly.isReplaceable(), {}};
        if (words.isReplaceable) {
            words.after =
                QString{text}.replace(costly.position, costly.character.size(), costly.replacement);
            const QString offer{costly.removable ? Meter::tr("leave it out")
                                                 : Meter::tr("use “%1”").arg(costly.replacement)};
            words.words =
                withEffect(Meter::tr("%1: %2").arg(words.words, offer), effect(cost, words.after));
        }
        all.push_back(words);
    }
    return all;
}

} // namespace Textdesk
