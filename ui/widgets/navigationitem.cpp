// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/navigationitem.h"

#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/painting.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QStyleOption>

namespace Textdesk {

NavigationItem::NavigationItem(const Theme& theme, const QString& icon, const QString& name,
    const QString& label, QWidget* parent)
    : QAbstractButton{parent}
    , m_theme{theme}
    , m_icon{icon}
{
    setObjectName(name);
    setText(label);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

void NavigationItem::setBadge(int count)
{
    if (count != m_badge) {
        m_badge = count;
        describe();
        update();
    }
}

void NavigationItem::setCollapsed(bool collapsed)
{
    m_collapsed = collapsed;
    describe();
    update();
}

void NavigationItem::setLit(bool lit)
{
    m_lit = lit;
    update();
}

void NavigationItem::describe()
{
    setAccessibleName(m_badge > 0 ? tr("%1, %n unread", nullptr, m_badge).arg(text()) : text());
    if (toolTip().isEmpty() || toolTip() == text()) {
        setToolTip(m_collapsed ? text() : QString{});
    }
}

QSize NavigationItem::sizeHint() const
{
    return {Metrics::railWidth - 16, 36};
}

// What stands beside the icon: the words, and the count at the end.
void NavigationItem::paintWords(QPainter& painter, bool isOn) const
{
    const Colours& colours{m_theme.colours()};
    const auto place = [this](const QRect& logical) {
        return QStyle::visualRect(layoutDirection(), rect(), logical);
    };
    int right{width() - 12};
    if (m_badge > 0) {
        const QString count{m_badge > 999 ? tr("999+") : QLocale{}.toString(m_badge)};
        const int wide{Painting::pillWidth(count)};
        Painting::pill(painter, place({right - wide, (height() - 18) / 2, wide, 18}), count,
            colours.accent, colours.onAccent);
        right -= wide + 8;
    }
    // What lasts says more than a place does, in the same room.
    QFont font{isOn ? Fonts::strong() : Fonts::base()};
    if (QFontMetrics{font}.horizontalAdvance(text()) > right - 44) {
        font.setPixelSize(13);
        right += 6;
    }
    Painting::text(painter, place({44, 0, right - 44, height()}), text(), font,
        isOn ? colours.accentInk : colours.muted, layoutDirection());
}

void NavigationItem::paintEvent(QPaintEvent*)
{
    QStyleOption option;
    option.initFrom(this);
    const Colours& colours{m_theme.colours()};
    const auto place = [this](const QRect& logical) {
        return QStyle::visualRect(layoutDirection(), rect(), logical);
    };
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isOn{isChecked() || m_lit};
    if (isOn || option.state.testFlag(QStyle::State_MouseOver)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isOn ? colours.accentSoft : colours.hover);
        painter.drawRoundedRect(rect(), Metrics::radius, Metrics::radius);
    }
    const QColor ink{isOn ? colours.accentInk : colours.muted};
    const int iconLeft{m_collapsed ? (width() - Metrics::icon) / 2 : 12};
    m_theme.icons().paint(painter,
        place({iconLeft, (height() - Metrics::icon) / 2, Metrics::icon, Metrics::icon}), m_icon,
        ink);
    if (m_collapsed && m_badge > 0) {
        painter.setPen(QPen{colours.rail, 2});
        painter.setBrush(colours.accent);
        painter.drawEllipse(place({iconLeft + 14, 5, 10, 10}));
    } else if (!m_collapsed) {
        paintWords(painter, isOn);
    }
    if (hasFocus() && option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        Painting::focusRing(painter, rect(), colours.accent, Metrics::radius);
    }
}

void NavigationItem::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down) {
        event->ignore(); // the rail moves between its rows
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

} // namespace Textdesk
