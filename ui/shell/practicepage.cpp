// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/practicepage.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace Textdesk {

namespace {

constexpr int cardWidth{760};

} // namespace

PracticePage::PracticePage(const Theme& theme, QWidget* parent)
    : Surface{theme, Ground::Background, {}, parent}
{
    setObjectName(QStringLiteral("practicePage"));
    auto* area = new QScrollArea{this};
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    auto* page = new QWidget{area};
    auto* column = new QVBoxLayout{page};
    column->setContentsMargins(32, 24, 32, 32);
    column->setSpacing(16);
    column->addWidget(makeHead());
    auto* card = new Card{theme, {}, tr("Numbers to try"),
        tr("Each behaves in its own way. Any other number is delivered and answered. Nothing "
           "leaves this computer and nothing costs money."),
        this};
    card->setMaximumWidth(cardWidth);
    m_body = card->body();
    column->addWidget(card);
    column->addStretch(1);
    area->setWidget(page);
    auto* outer = new QVBoxLayout{this};
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(area);
}

// The title, and at its end the way out of an account without credits.
QWidget* PracticePage::makeHead()
{
    auto* head = new QWidget{this};
    head->setMaximumWidth(cardWidth);
    auto* title = new TextLabel{theme(), Textdesk::Tone::Normal, Fonts::title(), head};
    title->setText(tr("Practice"));
    auto* button = new Button{
        theme(), Button::Kind::Secondary, QStringLiteral("topUpPractice"), tr("Top &up"), head};
    button->setToolTip(tr("Make-believe credits: each part of a text takes one. Texts that wait "
                          "because none are left go out."));
    button->setAccessibleDescription(button->toolTip());
    auto* row = new QHBoxLayout{head};
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(title, 1);
    row->addWidget(button);
    connect(button, &QAbstractButton::clicked, this, &PracticePage::topUpRequested);
    return head;
}

void PracticePage::setNumbers(const std::vector<PracticeTip>& numbers)
{
    delete m_rows;
    m_rows = new QWidget{this};
    auto* grid = new QGridLayout{m_rows};
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    m_body->addWidget(m_rows);
    int row{0};
    for (const PracticeTip& number : numbers) {
        addRow(number, row++);
    }
}

void PracticePage::addRow(const PracticeTip& number, int row)
{
    auto* grid = static_cast<QGridLayout*>(m_rows->layout());
    auto* digits = new TextLabel{theme(), Textdesk::Tone::Normal, Fonts::medium(), m_rows};
    digits->setText(number.number);
    digits->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* words = new TextLabel{theme(), Textdesk::Tone::Muted, Fonts::base(), m_rows};
    words->setText(number.behaviour);
    words->setWordWrap(true);
    auto* text = new Button{theme(), Button::Kind::Secondary,
        QStringLiteral("textPractice%1").arg(row), tr("Text it"), m_rows};
    text->setAccessibleName(tr("Text %1").arg(number.number));
    connect(text, &QAbstractButton::clicked, this,
        [this, to = number.number] { emit textRequested(to); });
    grid->addWidget(digits, row, 0);
    grid->addWidget(words, row, 1);
    grid->addWidget(text, row, 2);
}

} // namespace Textdesk
