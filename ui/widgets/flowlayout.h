// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of widgets that wrap like words; Qt has no such layout.
#pragma once

#include <QLayout>
#include <QStyle>

#include <memory>
#include <vector>

namespace Textdesk {

class FlowLayout final : public QLayout {
    Q_OBJECT
public:
    FlowLayout(QWidget* parent, int gap);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override;
    [[nodiscard]] int count() const override { return int(m_items.size()); }
    [[nodiscard]] QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    // Places the items in rect (or only measures); the height used.
    int arrange(const QRect& rect, bool place) const;
    int m_gap;
    std::vector<std::unique_ptr<QLayoutItem>> m_items;
};

} // namespace Textdesk
