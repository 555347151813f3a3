// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The small parts of stock widgets: ticks, arrows, buttons of questions, and who takes the wheel.
#include "ui/theme/deskstyle.h"
#include "ui/theme/metrics.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>
#include <QPainter>
#include <QStyleOption>

namespace Textdesk {

namespace {

QPen stroke(const QColor& colour, qreal width)
{
    return QPen{colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

} // namespace

void DeskStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QComboBox*>(widget) != nullptr
        || qobject_cast<QAbstractSpinBox*>(widget) != nullptr) {
        widget->setFocusPolicy(Qt::StrongFocus); // without the wheel
        widget->installEventFilter(this);
    }
}

bool DeskStyle::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Wheel && watched->isWidgetType()
        && !static_cast<QWidget*>(watched)->hasFocus()) {
        event->ignore(); // the page behind it scrolls
        return true;
    }
    return QProxyStyle::eventFilter(watched, event);
}

void DeskStyle::drawCheck(QPainter& painter, const QStyleOption& option) const
{
    const bool on{option.state.testFlag(State_On)};
    const bool partly{option.state.testFlag(State_NoChange)};
    const bool focused{
        option.state.testFlag(State_HasFocus) && option.state.testFlag(State_KeyboardFocusChange)};
    const QRectF box{QRectF{option.rect}.adjusted(0.5, 0.5, -0.5, -0.5)};
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (!option.state.testFlag(State_Enabled)) {
        painter.setOpacity(0.5);
    }
    const bool lit{on || partly || focused || option.state.testFlag(State_MouseOver)};
    painter.setPen(QPen{lit ? m_colours.accent : m_colours.muted, 1});
    painter.setBrush(on || partly ? m_colours.accent : m_colours.background);
    painter.drawRoundedRect(box, 5, 5);
    painter.setPen(stroke(m_colours.onAccent, 1.8));
    const QPointF middle{box.center()};
    if (on) {
        painter.drawPolyline(QPolygonF{
            {middle + QPointF{-4, 0.2}, middle + QPointF{-1.2, 3}, middle + QPointF{4.2, -3}}});
    } else if (partly) {
        painter.drawLine(middle - QPointF{3.5, 0}, middle + QPointF{3.5, 0});
    }
    painter.restore();
}

void DeskStyle::drawCommand(QPainter& painter, const QStyleOption& option) const
{
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(&option);
    const bool isDefault{
        button != nullptr && button->features.testFlag(QStyleOptionButton::DefaultButton)};
    const bool isDown{option.state.testFlag(State_Sunken) || option.state.testFlag(State_On)};
    const bool isHovered{option.state.testFlag(State_MouseOver)};
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen{isDefault ? m_colours.accent : m_colours.line, isDefault ? 1.5 : 1.0});
    painter.setBrush(isDown || isHovered ? m_colours.hover : m_colours.panel);
    painter.drawRoundedRect(
        QRectF{option.rect}.adjusted(1, 1, -1, -1), Metrics::radius, Metrics::radius);
    painter.restore();
}

void DeskStyle::drawComboArrow(QPainter& painter, const QStyleOption& option) const
{
    const QRect arrow{visualRect(option.direction, option.rect,
        QRect{option.rect.right() - 26, option.rect.center().y() - 2, 10, 6})};
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(stroke(m_colours.muted, 1.6));
    painter.drawPolyline(QPolygonF{
        {QPointF(arrow.left(), arrow.top()), QPointF(arrow.center().x() + 0.5, arrow.bottom()),
            QPointF(arrow.right() + 1, arrow.top())}});
    painter.restore();
}

void DeskStyle::drawSpinArrows(
    QPainter& painter, const QStyleOptionComplex& option, const QWidget* widget) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(stroke(m_colours.muted, 1.4));
    for (const SubControl part : {SC_SpinBoxUp, SC_SpinBoxDown}) {
        const QPointF middle{
            QRectF{subControlRect(CC_SpinBox, &option, part, widget)}.center() - QPointF{4, 0}};
        const qreal tip{part == SC_SpinBoxUp ? -2.0 : 2.0};
        painter.drawPolyline(QPolygonF{{middle + QPointF{-3.5, -tip / 2}, middle + QPointF{0, tip},
            middle + QPointF{3.5, -tip / 2}}});
    }
    painter.restore();
}

} // namespace Textdesk
