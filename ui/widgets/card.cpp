// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/textlabel.h"

#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace Textdesk {

Card::Card(const Theme& theme, const QString& icon, const QString& title, const QString& sentence,
    QWidget* parent)
    : QFrame{parent}
    , m_theme{theme}
    , m_icon{icon}
    , m_body{new QVBoxLayout}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(24, icon.isEmpty() ? 20 : 80, 24, 24);
    column->setSpacing(8);
    auto* heading = new TextLabel{theme, Tone::Normal, Fonts::heading(), this};
    heading->setText(title);
    heading->setWordWrap(true);
    heading->setVisible(!title.isEmpty());
    column->addWidget(heading);
    if (!sentence.isEmpty()) {
        auto* words = new TextLabel{theme, Tone::Muted, Fonts::base(), this};
        words->setText(sentence);
        words->setWordWrap(true);
        column->addWidget(words);
    }
    column->addSpacing(8);
    m_body->setSpacing(8);
    column->addLayout(m_body, 1);
}

void Card::paintEvent(QPaintEvent*)
{
    const Colours& colours{m_theme.colours()};
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colours.line);
    painter.setBrush(colours.panel);
    painter.drawRoundedRect(QRectF{rect()}.adjusted(0.5, 0.5, -0.5, -0.5), 12, 12);
    if (!m_icon.isEmpty()) {
        const QRect disc{QStyle::visualRect(layoutDirection(), rect(), {24, 24, 40, 40})};
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.accentSoft);
        painter.drawEllipse(disc);
        m_theme.icons().paint(painter, disc.adjusted(10, 10, -10, -10), m_icon, colours.accentInk);
    }
}

} // namespace Textdesk
