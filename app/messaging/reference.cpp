// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/messaging/reference.h"

#include <QRandomGenerator>

#include <algorithm>

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
    QString reference;
    for (qsizetype i{0}; i < referenceLength; ++i) {
        const auto at = QRandomGenerator::system()->bounded(int(sizeof letters) - 1);
        reference.append(QLatin1Char{letters[at]});
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
