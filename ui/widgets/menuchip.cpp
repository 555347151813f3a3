// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/menuchip.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/painting.h"

#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStyleOption>

#include <algorithm>

namespace Textdesk {

namespace {

constexpr int caret{16};
constexpr int longest{160};

} // namespace

MenuChip::MenuChip(const Theme& theme, const QString& name, const QString& label,
    std::function<void(QMenu&)> fill, QWidget* parent)
    : QAbstractButton{parent}
    , m_theme{theme}
    , m_fill{std::move(fill)}
{
    setObjectName(name);
    setText(label);
    setAccessibleName(label);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setFont(Fonts::small());
    connect(this, &QAbstractButton::clicked, this, &MenuChip::open);
}

void MenuChip::setChoice(const QString& words)
{
    m_choice = words;
    //: A filter and what was chosen, for screen readers: "Label: Fees".
    setAccessibleName(words.isEmpty() ? text() : tr("%1: %2").arg(text(), words));
    updateGeometry();
    update();
}

QSize MenuChip::sizeHint() const
{
    const int words{QFontMetrics{Fonts::smallStrong()}.horizontalAdvance(shownText())};
    return {std::min(longest, words + 20 + caret), 24};
}

void MenuChip::open()
{
    auto* menu = new QMenu{this};
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_fill(*menu);
    const QList<QAction*> choices{menu->actions()};
    for (qsizetype i{0}; i < choices.size(); ++i) {
        // The first one takes the choice back.
        const QString words{
            QString{choices.at(i)->text()}.replace(QLatin1String{"&&"}, QLatin1String{"&"})};
        choices.at(i)->setCheckable(true);
        choices.at(i)->setChecked(m_choice.isEmpty() ? i == 0 : words == m_choice);
    }
    menu->popup(mapToGlobal(QPoint{0, height() + 4}));
}

void MenuChip::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Return
        || event->key() == Qt::Key_Enter) {
        open();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void MenuChip::paintEvent(QPaintEvent*)
{
    QStyleOption option;
    option.initFrom(this);
    const Colours& colours{m_theme.colours()};
    const bool on{!m_choice.isEmpty()};
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const bool hovered{option.state.testFlag(QStyle::State_MouseOver)};
    painter.setPen(on ? QPen{Qt::NoPen} : QPen{colours.line});
    painter.setBrush(on ? colours.accentSoft : hovered ? colours.hover : colours.panel);
    painter.drawRoundedRect(QRectF{rect()}.adjusted(0.5, 0.5, -0.5, -0.5), 11.5, 11.5);
    const QColor ink{on ? colours.accentInk : colours.muted};
    Painting::text(painter,
        QStyle::visualRect(layoutDirection(), rect(), {10, 0, width() - 14 - caret, height()}),
        shownText(), on ? Fonts::smallStrong() : Fonts::small(), ink, layoutDirection());
    const QPointF tip{
        QStyle::visualPos(layoutDirection(), rect(), QPoint{width() - 14, height() / 2 + 2})};
    painter.setPen(QPen{ink, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(QPolygonF{{tip + QPointF{-3.5, -3.5}, tip, tip + QPointF{3.5, -3.5}}});
    if (hasFocus() && option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        Painting::focusRing(painter, rect(), colours.accent, 11);
    }
}

} // namespace Textdesk
