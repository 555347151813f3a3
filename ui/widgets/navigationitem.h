// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One row of the navigation rail: icon, label, count.
#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace Textdesk {

class NavigationItem final : public QAbstractButton {
    Q_OBJECT
public:
    NavigationItem(const Theme& theme, const QString& icon, const QString& name,
        const QString& label, QWidget* parent = nullptr);
    void setBadge(int count);
    [[nodiscard]] int badge() const { return m_badge; }
    void setCollapsed(bool collapsed);
    // Something that lasts is on: a verb shows it as a place shows that it is chosen.
    void setLit(bool lit);
    [[nodiscard]] bool isLit() const { return m_lit; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void paintWords(QPainter& painter, bool isOn) const;
    void describe();
    const Theme& m_theme;
    QString m_icon;
    int m_badge{0};
    bool m_collapsed{false};
    bool m_lit{false};
};

} // namespace Textdesk
