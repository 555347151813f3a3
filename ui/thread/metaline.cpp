// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thread/metaline.h"

#include "app/domain/deliverystate.h"
#include "app/domain/message.h"
#include "app/models/roles.h"
#include "ui/words/statewords.h"
#include "ui/words/timewords.h"

#include <QCoreApplication>
#include <QModelIndex>

namespace Textdesk {

namespace {

struct MetaWords final {
    Q_DECLARE_TR_FUNCTIONS(MetaLine)
};

// A due time further away is a schedule, not the few seconds in which one may change one's mind.
constexpr qint64 longestUndoMs{60'000};

DeliveryState stateOf(const QModelIndex& index)
{
    return DeliveryState(index.data(MessageStateRole).toInt());
}

QDateTime local(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms);
}

// A failed text that would fail in the same way again is not offered.
bool isFinal(const QString& reason)
{
    return reason == QLatin1String{"opted-out"} || reason == QLatin1String{"account-removed"};
}

// What holds the whole account is nearer than what a single try met; a time that a person chose, or
// missed, is theirs.
QString heldBy(DeliveryState state, const QString& own, const QString& hold)
{
    static const QString soon{QStringLiteral("held-back")};
    const bool isTheirs{own == QLatin1String{"scheduled"} || own == QLatin1String{"overdue"}};
    const bool yields{hold == soon && !own.isEmpty()};
    return state != DeliveryState::Queued || hold.isEmpty() || isTheirs || yields ? own : hold;
}

std::vector<OfferedAct> actsFor(DeliveryState state, const QString& reason)
{
    switch (state) {
    case DeliveryState::Failed:
        return isFinal(reason)
            ? std::vector<OfferedAct>{}
            : std::vector<OfferedAct>{{MessageAct::SendAgain, MetaWords::tr("Send again")}};
    case DeliveryState::Unknown:
        return {{MessageAct::WasSent, MetaWords::tr("It was sent")},
            {MessageAct::SendAnyway, MetaWords::tr("Send again…")}};
    case DeliveryState::Queued:
        if (reason == QLatin1String{"overdue"}) {
            return {{MessageAct::SendLate, MetaWords::tr("Send now")},
                {MessageAct::TakeBack, MetaWords::tr("Take back")}};
        }
        return {{MessageAct::TakeBack, MetaWords::tr("Take back")}};
    default:
        return {};
    }
}

} // namespace

QString MetaLine::plain() const
{
    QStringList parts{time, state};
    for (const OfferedAct& offered : acts) {
        parts.append(offered.words);
    }
    parts.removeAll(QString{});
    return parts.join(QStringLiteral(" · "));
}

qint64 undoLeftMs(const QModelIndex& index, const Clock& clock)
{
    if (stateOf(index) != DeliveryState::Queued
        || !index.data(MessageReasonRole).toString().isEmpty()) {
        return 0;
    }
    const qint64 left{index.data(MessageDueRole).toLongLong() - clock.nowMs()};
    return left > 0 && left <= longestUndoMs ? left : 0;
}

MetaLine metaLineOf(
    const QModelIndex& index, const Clock& clock, const QLocale& locale, const QString& hold)
{
    MetaLine line;
    line.time = clockTime(local(index.data(MessageAtRole).toLongLong()), locale);
    if (Direction(index.data(MessageDirectionRole).toInt()) == Direction::In) {
        return line;
    }
    const DeliveryState state{stateOf(index)};
    const QString own{index.data(MessageReasonRole).toString()};
    const QString reason{heldBy(state, own, hold)};
    line.isTrouble = isTrouble(state);
    const qint64 undo{undoLeftMs(index, clock)};
    if (undo > 0 && reason.isEmpty()) {
        line.state = describeState(DeliveryState::Submitting, {});
        line.acts = {{MessageAct::Undo,
            MetaWords::tr("Undo (%1 s)").arg(locale.toString((undo + 999) / 1000))}};
        return line;
    }
    line.state = describeState(
        state, reason, reason == own ? index.data(MessageReasonTextRole).toString() : QString{});
    const qint64 due{index.data(MessageDueRole).toLongLong()};
    const bool isHere{state == DeliveryState::Queued};
    const bool waits{isHere || state == DeliveryState::Scheduled};
    line.acts = actsFor(state, reason);
    if (state == DeliveryState::Delivered) {
        const QDateTime then{local(index.data(MessageStateAtRole).toLongLong())};
        if (then.date() == local(index.data(MessageAtRole).toLongLong()).date()) {
            line.state = MetaWords::tr("%1 %2").arg(line.state, clockTime(then, locale));
        }
    } else if (waits && due > clock.nowMs() && reason == own) {
        const QString when{dayAndTime(local(due), clock.now().toLocalTime(), locale)};
        const bool isPlanned{!isHere || reason.isEmpty() || reason == QLatin1String{"scheduled"}};
        //: A state and its time, e.g. "Scheduled for Wed 14:32".
        line.state = isPlanned
            ? MetaWords::tr("Scheduled for %1").arg(when)
            //: Why it waits and when it is tried again: "Waiting: no connection (next try 14:32)".
            : MetaWords::tr("%1 (next try %2)").arg(line.state, when);
    }
    return line;
}

} // namespace Textdesk
