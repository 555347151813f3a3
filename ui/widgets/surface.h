// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A plain area in one of our background colours, with hairlines on chosen sides.
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace Textdesk {

class Surface : public QWidget {
    Q_OBJECT
public:
    enum class Ground { Background, Panel, Rail };
    Surface(const Theme& theme, Ground ground, Qt::Edges lines = {}, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
    [[nodiscard]] const Theme& theme() const { return m_theme; }

private:
    const Theme& m_theme;
    Ground m_ground;
    Qt::Edges m_lines;
};

} // namespace Textdesk
