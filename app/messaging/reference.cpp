// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/messaging/reference.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace Textdesk {

namespace {

constexpr char letters[]{"abcdefghjkmnpqrstuvwxyz23456789"};

bool isReference(QStringView text)
{
    return text.size() == referenceLength && std::all_of(text.cbegin(), text.cend(), [](QChar c) {
        return QLatin1String{letters}.contains(c);
    });
}

} // namespace

QString newReference()
{
    // The system is asked once, not for every letter: a campaign wants thousands of references.
    constexpr int bitsALetter{5};
    constexpr int lettersADraw{64 / bitsALetter};
    constexpr quint64 count{sizeof letters - 1};
    QString reference;
    reference.reserve(referenceLength);
    while (reference.size() < referenceLength) {
        std::array<quint64, 2> draws{};
        QRandomGenerator::system()->fillRange(draws.data(), qsizetype{draws.size()});
        for (quint64 draw : draws) {
            for (int i{0}; i < lettersADraw && reference.size() < referenceLength; ++i) {
                // What is beyond the letters is thrown away, so that each is as likely as another.
                if (const quint64 at{draw % (quint64{1} << bitsALetter)}; at < count) {
                    reference.append(QLatin1Char{letters[at]});
                }
                draw >>= bitsALetter;
            }
        }
    }
    return reference;
}

QString toWire(const QString& personal, const QString& reference)
{
    return personal + u'#' + reference;
}

WireData fromWire(const QString& wire)
{
    const qsizetype mark{wire.lastIndexOf(u'#')};
    if (mark < 0 || !isReference(QStringView{wire}.mid(mark + 1))) {
        return {wire, {}};
    }
    return {wire.left(mark), wire.mid(mark + 1)};
}

} // namespace Textdesk
