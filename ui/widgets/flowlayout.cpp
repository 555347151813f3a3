// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/flowlayout.h"

#include <QWidget>

#include <algorithm>

namespace Textdesk {

FlowLayout::FlowLayout(QWidget* parent, int gap)
    : QLayout{parent}
    , m_gap{gap}
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem* item)
{
    m_items.emplace_back(item);
}

QLayoutItem* FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[size_t(index)].get() : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= count()) {
        return nullptr;
    }
    QLayoutItem* taken{m_items[size_t(index)].release()};
    m_items.erase(m_items.begin() + index);
    return taken;
}

int FlowLayout::heightForWidth(int width) const
{
    const QMargins margins{contentsMargins()};
    return arrange(QRect{0, 0, width, 0}.marginsRemoved(margins), false) + margins.top()
        + margins.bottom();
}

QSize FlowLayout::sizeHint() const
{
    int width{0};
    int height{0};
    for (const auto& item : m_items) {
        if (item->isEmpty()) {
            continue;
        }
        width += item->sizeHint().width() + (width > 0 ? m_gap : 0);
        height = std::max(height, item->sizeHint().height());
    }
    return QSize{width, height}.grownBy(contentsMargins());
}

QSize FlowLayout::minimumSize() const
{
    QSize widest;
    for (const auto& item : m_items) {
        widest = widest.expandedTo(item->sizeHint());
    }
    return widest.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    arrange(rect.marginsRemoved(contentsMargins()), true);
}

int FlowLayout::arrange(const QRect& rect, bool place) const
{
    const Qt::LayoutDirection direction{
        parentWidget() != nullptr ? parentWidget()->layoutDirection() : Qt::LeftToRight};
    int x{rect.x()};
    int y{rect.y()};
    int line{0};
    for (const auto& item : m_items) {
        if (item->isEmpty()) {
            continue; // hidden: it takes no gap either
        }
        const QSize size{item->sizeHint()};
        if (x > rect.x() && x + size.width() > rect.x() + rect.width()) {
            x = rect.x();
            y += line + m_gap;
            line = 0;
        }
        if (place) {
            item->setGeometry(QStyle::visualRect(direction, rect, {{x, y}, size}));
        }
        x += size.width() + m_gap;
        line = std::max(line, size.height());
    }
    return y + line - rect.y();
}

} // namespace Textdesk
