// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thread/segmentmeter.h"

#include "app/domain/segments.h"

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

void describeCost(MeterWords& words, const QString& text, const SegmentCount& cost)
{
    QStringList distinct;
    QStringList replacements;
    for (const CostlyCharacter& costly : costlyCharacters(text)) {
        if (distinct.contains(costly.character)) {
            continue;
        }
        distinct.append(costly.character);
        if (!costly.replacement.isEmpty()) {
            replacements.append(costly.replacement);
        }
    }
    if (distinct.isEmpty()) {
        return;
    }
    const bool isOnePart{cost.segments <= 1};
    const int plainRoom{isOnePart ? 160 : 153};
    words.warning = distinct.size() == 1
        ? Meter::tr("“%1” makes this Unicode: %2 a part, not %3.")
              .arg(distinct.first())
              .arg(cost.unitsPerPart)
              .arg(plainRoom)
        : Meter::tr("“%1” and %n more make this Unicode: %2 a part, not %3.", nullptr,
            int(distinct.size()) - 1)
              .arg(distinct.first())
              .arg(cost.unitsPerPart)
              .arg(plainRoom);
    if (replacements.size() == 1) {
        words.offer = Meter::tr("Use “%1”").arg(replacements.first());
    } else if (replacements.size() > 1) {
        words.offer = Meter::tr("Use plain characters");
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

} // namespace Textdesk
