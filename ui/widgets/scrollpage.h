// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A page that stands alone: its title, a column of cards, and a scroll bar when the window is low.
#pragma once

#include "ui/widgets/surface.h"

class QScrollArea;
class QVBoxLayout;

namespace Textdesk {

class TextLabel;

class ScrollPage : public Surface {
    Q_OBJECT
public:
    // Cards are at most so wide.
    static constexpr int columnWidth{760};
    ScrollPage(
        const Theme& theme, const QString& name, const QString& title, QWidget* parent = nullptr);
    void setTitle(const QString& title);

protected:
    // What is added here stands below the title, at the start of the line.
    void addToColumn(QWidget* widget);
    // Scrolls so far that the widget is in sight.
    void reveal(QWidget* widget);
    [[nodiscard]] QVBoxLayout* column() const { return m_column; }
    void resizeEvent(QResizeEvent* event) override;

private:
    QVBoxLayout* m_outer{nullptr};
    TextLabel* m_title;
    QScrollArea* m_area;
    QVBoxLayout* m_column;
};

} // namespace Textdesk
