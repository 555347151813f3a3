// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/swatchbutton.h"

#include "ui/theme/labelcolours.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/painting.h"

#include <QMenu>
#include <QPainter>
#include <QStyleOption>

namespace Textdesk {

namespace {

void paintDot(QPainter& painter, const QPointF& centre, qreal radius, const LabelColour& colour)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen{colour.ink, 1.5});
    painter.setBrush(colour.fill);
    painter.drawEllipse(centre, radius, radius);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour.ink);
    painter.drawEllipse(centre, radius / 2, radius / 2);
}

} // namespace

SwatchButton::SwatchButton(const Theme& theme, const QString& name, int colour, QWidget* parent)
    : QAbstractButton{parent}
    , m_theme{theme}
{
    setObjectName(name);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setFixedSize(sizeHint());
    setColour(colour);
    connect(this, &QAbstractButton::clicked, this, &SwatchButton::open);
}

void SwatchButton::setColour(int colour)
{
    m_colour = colour;
    setAccessibleName(tr("Colour: %1").arg(labelColourName(colour)));
    setToolTip(accessibleName());
    update();
}

void SwatchButton::open()
{
    auto* menu = new QMenu{this};
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int colour{0}; colour < labelColourCount; ++colour) {
        QPixmap dot{QSize{20, 20} * devicePixelRatio()};
        dot.setDevicePixelRatio(devicePixelRatio());
        dot.fill(Qt::transparent);
        QPainter painter{&dot};
        paintDot(painter, {10, 10}, 7, labelColour(m_theme.colours(), colour));
        painter.end();
        menu->addAction(QIcon{dot}, labelColourName(colour), this, [this, colour] {
            setColour(colour);
            emit chosen(colour);
        });
    }
    menu->popup(mapToGlobal(QPoint{0, height()}));
}

void SwatchButton::paintEvent(QPaintEvent*)
{
    QStyleOption option;
    option.initFrom(this);
    const Colours& colours{m_theme.colours()};
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.hover);
        painter.drawRoundedRect(rect(), Metrics::radius, Metrics::radius);
    }
    paintDot(painter, QRectF{rect()}.center(), 7, labelColour(colours, m_colour));
    if (hasFocus() && option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        Painting::focusRing(painter, rect(), colours.accent, Metrics::radius);
    }
}

} // namespace Textdesk
