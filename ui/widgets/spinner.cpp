// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/spinner.h"

#include <QPainter>

namespace Textdesk {

namespace {

constexpr int beatMs{60};
constexpr int beats{15}; // a turn
constexpr int extent{18};

} // namespace

Spinner::Spinner(const Theme& theme, const QString& words, QWidget* parent)
    : QWidget{parent}
    , m_theme{theme}
{
    setFixedSize(extent, extent);
    setAccessibleName(words);
    m_beat.setInterval(beatMs);
    connect(&m_beat, &QTimer::timeout, this, [this] {
        m_turn = (m_turn + 1) % beats;
        update();
    });
}

void Spinner::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_beat.start();
}

void Spinner::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_beat.stop();
}

void Spinner::paintEvent(QPaintEvent*)
{
    constexpr int whole{360 * 16};
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF ring{QRectF{rect()}.adjusted(2, 2, -2, -2)};
    painter.setPen(QPen{m_theme.colours().line, 2});
    painter.drawEllipse(ring);
    painter.setPen(QPen{m_theme.colours().accent, 2, Qt::SolidLine, Qt::RoundCap});
    painter.drawArc(ring, -whole * m_turn / beats, whole / 4);
}

} // namespace Textdesk
