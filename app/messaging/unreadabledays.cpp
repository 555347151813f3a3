// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/messaging/unreadabledays.h"

#include "app/storage/accounttable.h"

#include <algorithm>

namespace Textdesk {

namespace {

const QString& markKind()
{
    static const QString kind{QStringLiteral("unreadable-days")};
    return kind;
}

} // namespace

std::optional<DaySpan> unreadableDays(Connection& db, AccountId account)
{
    const QString mark{AccountTable::syncMark(db, account, markKind())};
    const DaySpan days{QDate::fromString(mark.section(u'/', 0, 0), Qt::ISODate),
        QDate::fromString(mark.section(u'/', 1, 1), Qt::ISODate)};
    return days.from.isValid() && days.to.isValid() ? std::optional{days} : std::nullopt;
}

void noteListedDays(
    WriteContext& context, AccountId account, const DaySpan& listed, bool anyUnreadable)
{
    const auto known = unreadableDays(context.db, account);
    if (anyUnreadable) {
        const QDate from{known ? std::min(known->from, listed.from) : listed.from};
        const QDate to{known ? std::max(known->to, listed.to) : listed.to};
        AccountTable::setSyncMark(context, account, markKind(),
            from.toString(Qt::ISODate) + u'/' + to.toString(Qt::ISODate));
    } else if (known && listed.from <= known->from && known->to <= listed.to) {
        AccountTable::setSyncMark(context, account, markKind(), QString{});
    }
}

} // namespace Textdesk
