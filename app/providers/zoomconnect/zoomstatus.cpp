// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/providers/zoomconnect/zoomstatus.h"

#include <QHash>

namespace Textdesk {

namespace {

// zoomconnect.md 6: the filter's values in V3, and what CG maps.
const QHash<QString, ZoomStatus>& knownWords()
{
    static const QHash<QString, ZoomStatus> words{
        {QStringLiteral("SCHEDULED"), {DeliveryState::Scheduled, {}}},
        {QStringLiteral("SENT"), {DeliveryState::Sent, {}}},
        {QStringLiteral("DELIVERED"), {DeliveryState::Delivered, {}}},
        {QStringLiteral("FAILED"), {DeliveryState::Failed, QStringLiteral("failed")}},
        {QStringLiteral("FAILED_REFUNDED"), {DeliveryState::Failed, QStringLiteral("refunded")}},
        {QStringLiteral("FAILED_OPTOUT"), {DeliveryState::Failed, QStringLiteral("opted-out")}},
    };
    return words;
}

QString plain(const QString& word)
{
    return word.trimmed().toUpper();
}

} // namespace

ZoomStatus zoomStatus(const QString& word)
{
    return knownWords().value(plain(word));
}

bool isIncomingStatus(const QString& word)
{
    return plain(word) == QLatin1String{"RECEIVED"};
}

bool isOutgoingStatus(const QString& word)
{
    return knownWords().contains(plain(word));
}

} // namespace Textdesk
