// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Times as a person reads them, in the person's locale.
#pragma once

#include <QDateTime>
#include <QLocale>
#include <QString>

namespace Textdesk {

// Of a list row: "14:32" today, "Yesterday", "Wed" within a week, else a short date.
[[nodiscard]] QString listTime(const QDateTime& at, const QDateTime& now, const QLocale& locale);
// Of a day mark: "Today", "Yesterday", "Wednesday", else a long date.
[[nodiscard]] QString dayName(const QDate& day, const QDate& today, const QLocale& locale);
[[nodiscard]] QString clockTime(const QDateTime& at, const QLocale& locale);
// "14:32" today, else day and time.
[[nodiscard]] QString dayAndTime(const QDateTime& at, const QDateTime& now, const QLocale& locale);

} // namespace Textdesk
