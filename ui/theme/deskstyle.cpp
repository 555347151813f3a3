// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/deskstyle.h"

#include "ui/theme/metrics.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QPainterPath>
#include <QStyleFactory>
#include <QStyleOptionSlider>

#include <algorithm>

namespace Textdesk {

DeskStyle::DeskStyle(const Colours& colours)
    : QProxyStyle{QStyleFactory::create(QStringLiteral("Fusion"))}
    , m_colours{colours}
{ }

void DeskStyle::drawField(QPainter& painter, const QRect& rect, bool focused, bool hovered) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal width{focused ? 1.5 : 1.0};
    QColor edge{focused ? m_colours.accent : m_colours.line};
    if (hovered && !focused) {
        edge = m_colours.isDark ? edge.lighter(130) : edge.darker(108);
    }
    painter.setPen(QPen{edge, width});
    painter.setBrush(m_colours.background);
    const qreal inset{width / 2};
    painter.drawRoundedRect(
        QRectF{rect}.adjusted(inset, inset, -inset, -inset), Metrics::radius, Metrics::radius);
    painter.restore();
}

void DeskStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option,
    QPainter* painter, const QWidget* widget) const
{
    switch (element) {
    case PE_PanelLineEdit:
        if (qobject_cast<const QLineEdit*>(widget) != nullptr
            && !static_cast<const QLineEdit*>(widget)->hasFrame()) {
            return;
        }
        drawField(*painter, option->rect, option->state.testFlag(State_HasFocus),
            option->state.testFlag(State_MouseOver));
        return;
    case PE_FrameLineEdit:
        return; // part of the panel
    case PE_FrameFocusRect: {
        if (!option->state.testFlag(State_KeyboardFocusChange)) {
            return; // a ring where the mouse clicked says nothing new
        }
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen{m_colours.accent, 2});
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF{option->rect}.adjusted(1, 1, -1, -1), 6, 6);
        painter->restore();
        return;
    }
    case PE_IndicatorCheckBox:
        drawCheck(*painter, *option);
        return;
    case PE_PanelButtonCommand:
        drawCommand(*painter, *option);
        return;
    case PE_FrameMenu:
        painter->save();
        painter->setPen(m_colours.line);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        painter->restore();
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void DeskStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
    const QWidget* widget) const
{
    if (element == CE_Splitter) {
        painter->fillRect(option->rect, m_colours.line);
        return;
    }
    const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
    if (element == CE_ComboBoxLabel && combo != nullptr) {
        // Qt's own styles cut a long choice off in the middle of a letter.
        constexpr int padding{4};
        const QRect room{subControlRect(CC_ComboBox, combo, SC_ComboBoxEditField, widget)};
        QStyleOptionComboBox cut{*combo};
        cut.currentText = combo->fontMetrics.elidedText(
            combo->currentText, Qt::ElideRight, room.width() - padding);
        QProxyStyle::drawControl(element, &cut, painter, widget);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void DeskStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
    QPainter* painter, const QWidget* widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
            drawScrollBar(*painter, *bar);
            return;
        }
    }
    // A date with a calendar asks for a combo box, too.
    if (control == CC_ComboBox) {
        drawField(*painter, option->rect, option->state.testFlag(State_HasFocus),
            option->state.testFlag(State_MouseOver));
        drawComboArrow(*painter, *option);
        return;
    }
    if (control == CC_SpinBox) {
        drawField(*painter, option->rect, option->state.testFlag(State_HasFocus),
            option->state.testFlag(State_MouseOver));
        drawSpinArrows(*painter, *option, widget);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect DeskStyle::scrollBarPart(const QStyleOptionSlider& bar, SubControl part)
{
    const bool across{bar.orientation == Qt::Horizontal};
    const int length{across ? bar.rect.width() : bar.rect.height()};
    const qint64 range{qint64(bar.maximum) - bar.minimum};
    const int wanted{
        range > 0 ? int(qint64(length) * bar.pageStep / (range + bar.pageStep)) : length};
    const int slider{std::min(length, std::max(wanted, 36))};
    const int start{sliderPositionFromValue(
        bar.minimum, bar.maximum, bar.sliderPosition, length - slider, bar.upsideDown)};
    const auto along = [&bar, across](int from, int size) {
        return across ? QRect{bar.rect.x() + from, bar.rect.y(), size, bar.rect.height()}
                      : QRect{bar.rect.x(), bar.rect.y() + from, bar.rect.width(), size};
    };
    switch (part) {
    case SC_ScrollBarSlider:
        return along(start, slider);
    case SC_ScrollBarSubPage:
        return along(0, start);
    case SC_ScrollBarAddPage:
        return along(start + slider, length - start - slider);
    case SC_ScrollBarGroove:
        return bar.rect;
    default:
        return {}; // no arrow buttons
    }
}

void DeskStyle::drawScrollBar(QPainter& painter, const QStyleOptionSlider& bar) const
{
    if (bar.maximum <= bar.minimum) {
        return;
    }
    const bool active{bar.state.testFlag(State_MouseOver) || bar.state.testFlag(State_Sunken)};
    QColor colour{m_colours.muted};
    colour.setAlpha(active ? 170 : 95);
    const bool across{bar.orientation == Qt::Horizontal};
    const QRectF slider{QRectF{scrollBarPart(bar, SC_ScrollBarSlider)}.adjusted(
        across ? 2 : 3, across ? 3 : 2, -2, -2)};
    const qreal radius{std::min(slider.width(), slider.height()) / 2};
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(slider, radius, radius);
    painter.restore();
}

QRect DeskStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
    SubControl part, const QWidget* widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
            return scrollBarPart(*bar, part);
        }
    }
    if (control == CC_ComboBox && part == SC_ComboBoxEditField) {
        return visualRect(option->direction, option->rect, option->rect.adjusted(10, 2, -34, -2));
    }
    const QRect rect{QProxyStyle::subControlRect(control, option, part, widget)};
    if (control == CC_SpinBox && part == SC_SpinBoxEditField) {
        return rect.adjusted(6, 0, 0, 0); // in line with the words of other fields
    }
    return rect;
}

int DeskStyle::pixelMetric(
    PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return 10;
    case PM_ScrollBarSliderMin:
        return 36;
    case PM_SplitterWidth:
    case PM_MenuPanelWidth:
        return 1;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
        return 18;
    case PM_CheckBoxLabelSpacing:
        return 8;
    case PM_MenuVMargin:
        return 4;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int DeskStyle::styleHint(
    StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const
{
    if (hint == SH_ScrollBar_Transient || hint == SH_DialogButtonBox_ButtonsHaveIcons) {
        return 0;
    }
    if (hint == SH_EtchDisabledText || hint == SH_UnderlineShortcut) {
        return 0; // the mnemonics work; underlines everywhere only make noise
    }
    return QProxyStyle::styleHint(hint, option, widget, data);
}

QSize DeskStyle::sizeFromContents(
    ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const
{
    QSize wanted{QProxyStyle::sizeFromContents(type, option, size, widget)};
    if (type == CT_LineEdit || type == CT_ComboBox || type == CT_SpinBox) {
        wanted.setHeight(std::max(wanted.height(), Metrics::control));
    }
    if (type == CT_ComboBox) {
        wanted.rwidth() += 24;
    }
    if (type == CT_PushButton) {
        wanted = {wanted.width() + 16, std::max(wanted.height(), Metrics::control)};
    }
    if (type == CT_MenuItem) {
        const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
        const bool isWords{
            item != nullptr && item->menuItemType != QStyleOptionMenuItem::Separator};
        wanted.rheight() += isWords ? 6 : 4;
    }
    return wanted;
}

} // namespace Textdesk
