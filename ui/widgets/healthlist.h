// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A small light and a few words per service, so that trouble is seen from every screen.
#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>

#include <vector>

namespace Textdesk {

enum class Health { Good, Attention, Trouble, Idle };

struct HealthRow final {
    Health health{Health::Idle};
    QString text;
    QString note; // the tooltip: what is wrong and what to do
    friend bool operator==(const HealthRow&, const HealthRow&) = default;
};

// A button, so that a screen reader can say what it is and press it.
class HealthList final : public QAbstractButton {
    Q_OBJECT
public:
    explicit HealthList(const Theme& theme, QWidget* parent = nullptr);
    void setRows(std::vector<HealthRow> rows);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    // By a click on a row, or by Enter for the first row in trouble.
    void activated(int row);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    // The first one in trouble, else the first.
    [[nodiscard]] int worstRow() const;
    [[nodiscard]] int rowAt(const QPoint& place) const;
    [[nodiscard]] QColor light(Health health) const;
    const Theme& m_theme;
    std::vector<HealthRow> m_rows;
};

} // namespace Textdesk
