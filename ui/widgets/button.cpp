// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/button.h"

#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/painting.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyleOption>

namespace Textdesk {

Button::Button(
    const Theme& theme, Kind kind, const QString& name, const QString& text, QWidget* parent)
    : QAbstractButton{parent}
    , m_theme{theme}
    , m_kind{kind}
{
    setObjectName(name);
    setFont(kind == Kind::Link ? Fonts::small() : Fonts::strong());
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setLabel(text);
}

QString Button::plainText() const
{
    QString plain{text()};
    return plain.remove(u'&');
}

void Button::setKind(Kind kind)
{
    m_kind = kind;
    update();
}

void Button::setLabel(const QString& text)
{
    setText(text);
    setAccessibleName(plainText());
    updateGeometry();
}

QSize Button::sizeHint() const
{
    const int width{fontMetrics().horizontalAdvance(plainText())};
    return m_kind == Kind::Link ? QSize{width + 8, 24} : QSize{width + 36, Metrics::control - 2};
}

void Button::paintBody(QPainter& painter, const Colours& colours, bool hovered)
{
    QColor fill{m_kind == Kind::Primary ? colours.accent : colours.panel};
    if (!isEnabled()) {
        fill = colours.line;
    } else if (isDown()) {
        fill = m_kind == Kind::Primary ? fill.darker(112) : colours.accentSoft;
    } else if (hovered) {
        fill = m_kind == Kind::Primary ? fill.darker(106) : colours.hover;
    }
    painter.setPen(m_kind == Kind::Secondary && isEnabled() ? QPen{colours.line} : QPen{Qt::NoPen});
    painter.setBrush(fill);
    const qreal inset{m_kind == Kind::Secondary ? 0.5 : 0.0};
    painter.drawRoundedRect(
        QRectF{rect()}.adjusted(inset, inset, -inset, -inset), Metrics::radius, Metrics::radius);
}

void Button::paintEvent(QPaintEvent*)
{
    QStyleOption option;
    option.initFrom(this);
    const bool hovered{isEnabled() && option.state.testFlag(QStyle::State_MouseOver)};
    const Colours& colours{m_theme.colours()};
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ink{colours.accentInk};
    QFont drawn{font()};
    if (m_kind != Kind::Link) {
        paintBody(painter, colours, hovered);
        ink = m_kind == Kind::Primary ? colours.onAccent : colours.text;
    } else {
        drawn.setWeight(QFont::Medium);
        drawn.setUnderline(hovered);
    }
    painter.setFont(drawn);
    painter.setPen(isEnabled() ? ink : colours.muted);
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextSingleLine | Qt::TextHideMnemonic, text());
    if (hasFocus() && option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        const bool onAccent{m_kind == Kind::Primary};
        Painting::focusRing(painter, onAccent ? rect().adjusted(2, 2, -2, -2) : rect(),
            onAccent ? colours.onAccent : colours.accent, onAccent ? 6 : 7);
    }
}

void Button::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click(); // people expect Return to press the button that has the focus
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

} // namespace Textdesk
