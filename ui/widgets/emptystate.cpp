// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptystate.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/textlabel.h"

#include <QPainter>
#include <QVBoxLayout>

namespace Textdesk {

EmptyState::EmptyState(const Theme& theme, const QString& name, QWidget* parent)
    : QWidget{parent}
    , m_theme{theme}
    , m_title{new TextLabel{theme, Tone::Normal, Fonts::heading(), this}}
    , m_sentence{new TextLabel{theme, Tone::Muted, Fonts::base(), this}}
    , m_action{new Button{theme, Button::Kind::Primary, name + QStringLiteral("Action"), {}, this}}
{
    setObjectName(name);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(32, 32, 32, 32);
    column->setSpacing(8);
    column->addStretch(2);
    column->addSpacing(64);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    column->addWidget(m_title);
    column->addWidget(m_sentence);
    column->addSpacing(8);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_action, &QAbstractButton::clicked, this, &EmptyState::actionTriggered);
}

void EmptyState::present(
    const QString& icon, const QString& title, const QString& sentence, const QString& action)
{
    m_icon = icon;
    m_title->setText(title);
    m_sentence->setText(sentence);
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    m_action->setLabel(action);
    m_action->setVisible(!action.isEmpty());
    update();
}

void EmptyState::paintEvent(QPaintEvent*)
{
    const Colours& colours{m_theme.colours()};
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect disc{width() / 2 - 28, m_title->y() - 72, 56, 56};
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.accentSoft);
    painter.drawEllipse(disc);
    m_theme.icons().paint(painter, {disc.center().x() - 11, disc.center().y() - 11, 24, 24}, m_icon,
        colours.accentInk);
}

} // namespace Textdesk
