// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/startpage.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>

namespace Textdesk {

StartPage::StartPage(const Theme& theme, QWidget* parent)
    : QWidget{parent}
    , m_title{new TextLabel{theme, Tone::Normal, Fonts::title(), this}}
    , m_cards{new QHBoxLayout}
    , m_practice{new Button{theme, Button::Kind::Primary, QStringLiteral("tryPractice"),
          tr("&Try it with the practice account"), this}}
    , m_connect{new Button{theme, Button::Kind::Secondary, QStringLiteral("connectAccount"),
          tr("&Connect an account"), this}}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_title->setAlignment(Qt::AlignHCenter);
    setFurther(false);
    auto* words = new TextLabel{theme, Tone::Muted, Fonts::base(), this};
    words->setText(tr("Send and receive texts through the SMS account of your work."));
    words->setAlignment(Qt::AlignHCenter);
    words->setWordWrap(true);
    column->addWidget(m_title);
    column->addWidget(words);
    column->addSpacing(24);
    auto* practice = new Card{theme, QStringLiteral("practice"), tr("Just look around"),
        tr("A make-believe service on this computer: texts are delivered and answered, nobody is "
           "texted and nothing costs money."),
        this};
    practice->body()->addStretch(1);
    practice->body()->addWidget(m_practice, 0, Qt::AlignLeft);
    auto* connectCard = new Card{theme, QStringLiteral("link"), tr("Use your own account"),
        tr("Have the e-mail address and the API token of your ZoomConnect account at hand. The "
           "token goes into this computer’s keychain."),
        this};
    connectCard->body()->addStretch(1);
    connectCard->body()->addWidget(m_connect, 0, Qt::AlignLeft);
    m_practiceCard = practice;
    m_cards->setSpacing(16);
    m_cards->addWidget(practice, 1);
    m_cards->addWidget(connectCard, 1);
    column->addLayout(m_cards);
    connect(m_practice, &QAbstractButton::clicked, this, &StartPage::practiceChosen);
    connect(m_connect, &QAbstractButton::clicked, this, &StartPage::connectChosen);
}

// Not by a focus proxy: with one, Tab never left this page.
void StartPage::focusFirst()
{
    (m_practiceCard->isHidden() ? m_connect : m_practice)->setFocus(Qt::OtherFocusReason);
}

void StartPage::setFurther(bool further)
{
    m_title->setText(further ? tr("Add an account") : tr("Welcome to Textdesk"));
}

void StartPage::setPractises(bool practises)
{
    m_practiceCard->setVisible(!practises);
    m_connect->setKind(practises ? Button::Kind::Primary : Button::Kind::Secondary);
}

void StartPage::setBusy(bool busy)
{
    m_practice->setEnabled(!busy);
    m_connect->setEnabled(!busy);
    m_practice->setLabel(busy ? tr("Starting…") : tr("&Try it with the practice account"));
}

} // namespace Textdesk
