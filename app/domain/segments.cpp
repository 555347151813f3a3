// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/segments.h"

#include "app/domain/clusters.h"
#include "app/domain/gsm7.h"

#include <algorithm>

namespace Textdesk {

namespace {

// 140 octets a part; a joined part gives 6 of them to its header (3GPP TS 23.040, 9.2.3.24.1).
constexpr int gsmAlone{160};
constexpr int gsmJoined{153};
constexpr int ucs2Alone{70};
constexpr int ucs2Joined{67};

SegmentCount alone(SmsEncoding encoding, int units)
{
    const int room{encoding == SmsEncoding::Gsm7 ? gsmAlone : ucs2Alone};
    return {encoding, 1, units, room - units, room};
}

// Fills parts with characters that may not be divided.
class PartFiller final {
public:
    explicit PartFiller(int room)
        : m_room{room}
    { }
    void add(int units)
    {
        if (m_used + units > m_room) {
            ++m_parts;
            m_used = 0;
        }
        m_used += units;
    }
    // The characters that a single part held beyond the room of a joined one open the second part.
    void carryOver(int units)
    {
        m_parts = 2;
        m_used = units;
    }
    [[nodiscard]] SegmentCount count(SmsEncoding encoding, int units) const
    {
        return {encoding, m_parts, units, std::max(0, m_room - m_used), m_room};
    }

private:
    int m_room;
    int m_parts{1};
    int m_used{0};
};

SegmentCount joinedGsm7(QStringView text, int units, bool hasExtension)
{
    if (!hasExtension) {
        const int parts{(units + gsmJoined - 1) / gsmJoined};
        return {SmsEncoding::Gsm7, parts, units, parts * gsmJoined - units, gsmJoined};
    }
    PartFiller filler{gsmJoined};
    for (const QChar unit : text) {
        filler.add(gsm7Septets(unit.unicode()));
    }
    return filler.count(SmsEncoding::Gsm7, units);
}

// The lengths of the grapheme clusters, one at a time; CR LF is two characters on the air.
class ClusterReader final {
public:
    explicit ClusterReader(QStringView text)
        : m_text{text}
    { }
    [[nodiscard]] bool atEnd() const { return m_position >= m_text.size(); }
    int next()
    {
        const qsizetype begin{m_position};
        m_position = m_text[begin] == u'\r' ? begin + 1 : clusterEnd(m_text, begin);
        return int(m_position - begin);
    }

private:
    QStringView m_text;
    qsizetype m_position{0};
};

SegmentCount joinedUcs2(QStringView text)
{
    ClusterReader clusters{text};
    PartFiller filler{ucs2Joined};
    // A part is first filled as if it were the only one. Once it overflows it shrinks by its new
    // header, and what no longer fits moves on as a whole: with clusters of more than 33 units this
    // differs from filling joined parts from the start.
    int kept{0};
    int held{0};
    int next{0};
    while (!clusters.atEnd()) {
        next = clusters.next();
        if (held + next > ucs2Alone) {
            break;
        }
        held += next;
        kept = held <= ucs2Joined ? held : kept;
    }
    filler.carryOver(held - kept + next);
    while (!clusters.atEnd()) {
        filler.add(clusters.next());
    }
    return filler.count(SmsEncoding::Ucs2, int(text.size()));
}

} // namespace

SegmentCount countSegments(QStringView text)
{
    if (text.isEmpty()) {
        return {SmsEncoding::Gsm7, 0, 0, gsmAlone, gsmAlone};
    }
    int units{0};
    int seen{0};
    for (const QChar unit : text) {
        const int septets{gsm7Septets(unit.unicode())};
        if (septets == 0) {
            return text.size() <= ucs2Alone ? alone(SmsEncoding::Ucs2, int(text.size()))
                                            : joinedUcs2(text);
        }
        units += septets;
        seen |= septets;
    }
    return units <= gsmAlone ? alone(SmsEncoding::Gsm7, units)
                             : joinedGsm7(text, units, (seen & 2) != 0);
}

QString encodingName(SmsEncoding encoding)
{
    return encoding == SmsEncoding::Gsm7 ? QStringLiteral("GSM-7") : QStringLiteral("UCS-2");
}

} // namespace Textdesk
