// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Any text: counts stay consistent, and replacing costly characters never makes a text cost more
// parts.
#include "app/domain/segments.h"

#include <cstdlib>
#include <cstring>

using namespace Textdesk;

namespace {

void require(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

void check(const QString& text)
{
    const SegmentCount count{countSegments(text)};
    const bool gsm{count.encoding == SmsEncoding::Gsm7};
    require((count.segments == 0) == text.isEmpty());
    require(gsm ? count.units >= text.size() && count.units <= 2 * text.size()
                : count.units == text.size());
    require(count.unitsPerPart == (count.segments < 2 ? (gsm ? 160 : 70) : (gsm ? 153 : 67)));
    require(count.unitsLeft >= 0 && count.unitsLeft <= count.unitsPerPart);
    require(gsm == costlyCharacters(text).empty());
    if (gsm) {
        require(count.segments * count.unitsPerPart >= count.units);
    }
    qsizetype last{-1};
    for (const CostlyCharacter& costly : costlyCharacters(text)) {
        require(costly.position > last);
        require(text.mid(costly.position, costly.character.size()) == costly.character);
        require(countSegments(costly.replacement).encoding == SmsEncoding::Gsm7);
        last = costly.position;
    }
    const QString cheaper{withReplacements(text)};
    require(withReplacements(cheaper) == cheaper);
    // One more plain letter never makes a text of plain letters and its like cheaper.
    if (gsm) {
        require(countSegments(text + u'a').segments >= count.segments);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    check(QString::fromUtf8(reinterpret_cast<const char*>(data), qsizetype(size)));
    QString units{qsizetype(size / 2), Qt::Uninitialized};
    std::memcpy(units.data(), data, size / 2 * 2);
    check(units);
    return 0;
}
