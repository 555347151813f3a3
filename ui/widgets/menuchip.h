// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A filter with too many choices for chips of their own: a chip that opens a menu.
#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>

#include <functional>

class QMenu;

namespace Textdesk {

class MenuChip final : public QAbstractButton {
    Q_OBJECT
public:
    // fill puts the choices into the menu each time it opens.
    MenuChip(const Theme& theme, const QString& name, const QString& label,
        std::function<void(QMenu&)> fill, QWidget* parent = nullptr);
    // What was chosen, as it is shown; empty: nothing is narrowed.
    void setChoice(const QString& words);
    [[nodiscard]] QString shownText() const { return m_choice.isEmpty() ? text() : m_choice; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void open();
    const Theme& m_theme;
    std::function<void(QMenu&)> m_fill;
    QString m_choice;
};

} // namespace Textdesk
