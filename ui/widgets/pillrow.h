// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Small coloured marks in a row; those that find no room are left out.
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

#include <vector>

namespace Textdesk {

struct Pill final {
    QString text;
    int colour{0}; // of labelColour()
};

class PillRow final : public QWidget {
    Q_OBJECT
public:
    static constexpr int height{18};
    explicit PillRow(const Theme& theme, QWidget* parent = nullptr);
    void setPills(std::vector<Pill> pills);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, height}; }
    // The same row for a delegate: from the start of the rectangle, mirrored by direction. Returns
    // the width used.
    static int paint(QPainter& painter, const QRect& rect, const std::vector<Pill>& pills,
        const Colours& colours, Qt::LayoutDirection direction);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    std::vector<Pill> m_pills;
};

} // namespace Textdesk
