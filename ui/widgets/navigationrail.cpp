// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/navigationrail.h"

#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/painting.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace Textdesk {

namespace {

constexpr int brandHeight{58};

// The program's icon, a bubble with two lines: three round corners and a small one.
QPainterPath mark(const QRectF& r)
{
    QPainterPath path;
    path.addRoundedRect(r, 6, 6);
    QPainterPath corner;
    corner.addRoundedRect(QRectF{r.left(), r.center().y(), r.width() / 2, r.height() / 2}, 2, 2);
    return path.united(corner);
}

} // namespace

NavigationRail::NavigationRail(const Theme& theme, QWidget* parent)
    : Surface{theme, Ground::Rail, Qt::RightEdge, parent}
    , m_top{new QVBoxLayout}
    , m_bottom{new QVBoxLayout}
{
    setObjectName(QStringLiteral("navigationRail"));
    setAccessibleName(tr("Navigation"));
    setFixedWidth(Metrics::railWidth);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(8, brandHeight, 9, 16);
    column->setSpacing(2);
    m_top->setSpacing(2);
    m_bottom->setSpacing(2);
    column->addLayout(m_top);
    column->addStretch(1);
    column->addLayout(m_bottom);
}

NavigationItem* NavigationRail::add(const QString& key, const QString& icon, const QString& label)
{
    auto* item = new NavigationItem{theme(), icon, QStringLiteral("nav_") + key, label, this};
    return item;
}

NavigationItem* NavigationRail::addPlace(
    const QString& key, const QString& icon, const QString& label, bool atFoot)
{
    NavigationItem* item{add(key, icon, label)};
    item->setCheckable(true);
    // A click or a screen reader's toggle: the window decides what is shown, and selects it.
    connect(item, &QAbstractButton::toggled, this, [this, key, item] {
        item->update();
        if (!m_isSelecting) {
            emit chosen(key);
        }
    });
    (atFoot ? m_bottom : m_top)->addWidget(item);
    // In the order in which they stand, for the keys and for Tab.
    const auto at = atFoot ? m_entries.cend()
                           : std::find_if(m_entries.cbegin(), m_entries.cend(),
                               [](const Entry& entry) { return entry.isAtFoot; });
    const auto placed = m_entries.insert(at, {key, item, true, atFoot});
    if (placed != m_entries.begin()) {
        setTabOrder(std::prev(placed)->item, item);
    }
    return item;
}

NavigationItem* NavigationRail::addVerb(
    const QString& key, const QString& icon, const QString& label, bool atFoot)
{
    NavigationItem* item{add(key, icon, label)};
    connect(item, &QAbstractButton::clicked, this, [this, key] { emit chosen(key); });
    if (atFoot) {
        m_bottom->insertWidget(0, item); // above the places that are there
    } else {
        m_top->addWidget(item);
    }
    m_entries.push_back({key, item, false, atFoot});
    return item;
}

void NavigationRail::setFoot(QWidget* foot)
{
    m_foot = foot;
    static_cast<QVBoxLayout*>(layout())->addWidget(foot);
    m_foot->setVisible(!m_collapsed);
}

void NavigationRail::select(const QString& key)
{
    m_isSelecting = true;
    for (const Entry& entry : m_entries) {
        if (entry.isPlace) {
            entry.item->setChecked(entry.key == key);
        }
    }
    m_isSelecting = false;
}

void NavigationRail::setCollapsed(bool collapsed)
{
    if (collapsed == m_collapsed) {
        return;
    }
    m_collapsed = collapsed;
    setFixedWidth(collapsed ? Metrics::railCollapsedWidth : Metrics::railWidth);
    for (const Entry& entry : m_entries) {
        entry.item->setCollapsed(collapsed);
    }
    if (m_foot != nullptr) {
        m_foot->setVisible(!collapsed);
    }
    update();
}

NavigationItem* NavigationRail::item(const QString& key) const
{
    const auto found = std::find_if(m_entries.cbegin(), m_entries.cend(),
        [&key](const Entry& entry) { return entry.key == key; });
    return found == m_entries.cend() ? nullptr : found->item;
}

QStringList NavigationRail::visiblePlaces() const
{
    QStringList keys;
    for (const Entry& entry : m_entries) {
        if (entry.isPlace && !entry.item->isHidden()) {
            keys.append(entry.key);
        }
    }
    return keys;
}

QStringList NavigationRail::places() const
{
    QStringList keys;
    for (const Entry& entry : m_entries) {
        if (entry.isPlace) {
            keys.append(entry.key);
        }
    }
    return keys;
}

void NavigationRail::keyPressEvent(QKeyEvent* event)
{
    const int step{event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0};
    std::vector<NavigationItem*> rows;
    for (const Entry& entry : m_entries) {
        if (!entry.item->isHidden()) {
            rows.push_back(entry.item);
        }
    }
    std::sort(
        rows.begin(), rows.end(), [](const auto* a, const auto* b) { return a->y() < b->y(); });
    const auto focused =
        std::find_if(rows.begin(), rows.end(), [](const auto* row) { return row->hasFocus(); });
    if (step == 0 || focused == rows.end()) {
        Surface::keyPressEvent(event);
        return;
    }
    const auto next = std::clamp<std::ptrdiff_t>(
        focused - rows.begin() + step, 0, std::ptrdiff_t(rows.size()) - 1);
    rows[size_t(next)]->setFocus(Qt::TabFocusReason);
}

void NavigationRail::paintEvent(QPaintEvent* event)
{
    Surface::paintEvent(event);
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const int left{m_collapsed ? (width() - 20) / 2 : 20};
    const QRect place{QStyle::visualRect(layoutDirection(), rect(), {left, 20, 20, 20})};
    painter.fillPath(mark(place), theme().colours().accent);
    painter.setPen(QPen{theme().colours().onAccent, 2.2, Qt::SolidLine, Qt::RoundCap});
    const QPointF corner{place.topLeft()};
    painter.drawLine(corner + QPointF{6, 7.4}, corner + QPointF{14, 7.4});
    painter.drawLine(corner + QPointF{6, 12.4}, corner + QPointF{10.4, 12.4});
    if (!m_collapsed) {
        QFont font{Fonts::heading()};
        font.setPixelSize(15);
        Painting::text(painter,
            QStyle::visualRect(layoutDirection(), rect(), {48, 18, width() - 56, 24}),
            QStringLiteral("Textdesk"), font, theme().colours().text, layoutDirection());
    }
}

} // namespace Textdesk
