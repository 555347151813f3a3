// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// When "later" is, as people mean it.
#pragma once

#include <QDateTime>
#include <QLocale>
#include <QString>

#include <vector>

namespace Textdesk {

struct SnoozeChoice final {
    QString words; // "Tomorrow 08:00"
    QDateTime until;
};

// Each still to come and none twice: this evening at 18:00, tomorrow at 8:00, and the first day of
// the next week at 8:00.
[[nodiscard]] std::vector<SnoozeChoice> snoozeChoices(const QDateTime& now, const QLocale& locale);
// "Out of sight until Wed 08:00".
[[nodiscard]] QString snoozedWords(
    const QDateTime& until, const QDateTime& now, const QLocale& locale);

} // namespace Textdesk
