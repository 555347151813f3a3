// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The days of the week beside one another, each on or off.
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QAbstractButton;

namespace Textdesk {

class WeekdayPicker final : public QWidget {
    Q_OBJECT
public:
    // what is said before the day: "Quiet on: Monday".
    WeekdayPicker(const Theme& theme, const QString& what, QWidget* parent = nullptr);
    // "12345": 1 is Monday.
    void setDays(const QString& days);
    [[nodiscard]] QString days() const;

signals:
    // By the person.
    void chosen(const QString& days);

private:
    QList<QAbstractButton*> m_buttons; // Monday first, wherever the week begins on screen
};

} // namespace Textdesk
