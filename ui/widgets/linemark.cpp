// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/linemark.h"

#include "ui/theme/fonts.h"
#include "ui/theme/labelcolours.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/elidedlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>

namespace Textdesk {

namespace {

constexpr int dot{8};
constexpr int widest{200};

} // namespace

LineMark::LineMark(const Theme& theme, QWidget* parent)
    : QWidget{parent}
    , m_theme{theme}
    , m_name{new ElidedLabel{theme, Tone::Muted, Fonts::small(), this}}
{
    setObjectName(QStringLiteral("lineMark"));
    setMaximumWidth(widest);
    setFixedHeight(Metrics::control); // as the button beside it
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(dot + 6, 0, 0, 0);
    row->addWidget(m_name);
    hide();
}

void LineMark::present(const QString& name, int colour, const QString& spoken)
{
    m_colour = colour;
    m_name->setText(name);
    setToolTip(spoken.toHtmlEscaped());
    setAccessibleName(spoken);
    setVisible(!name.isEmpty());
    update();
}

void LineMark::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(labelColour(m_theme.colours(), m_colour).ink);
    painter.drawEllipse(
        QStyle::visualRect(layoutDirection(), rect(), {0, (height() - dot) / 2, dot, dot}));
}

} // namespace Textdesk
