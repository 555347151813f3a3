// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/appearancepage.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/textlabel.h"

#include <QRadioButton>
#include <QVBoxLayout>

namespace Textdesk {

AppearancePage::AppearancePage(Theme& theme, QWidget* parent)
    : Surface{theme, Ground::Background, {}, parent}
{
    setObjectName(QStringLiteral("appearancePage"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(32, 24, 32, 32);
    column->setSpacing(16);
    auto* title = new TextLabel{theme, Textdesk::Tone::Normal, Fonts::title(), this};
    title->setText(tr("Settings"));
    column->addWidget(title);
    auto* card = new Card{theme, {}, tr("Appearance"), {}, this};
    card->setMaximumWidth(760);
    column->addWidget(card);
    const auto add = [this, card, &theme](
                         const QString& name, const QString& label, Theme::Choice choice) {
        auto* button = new QRadioButton{label, card};
        QString plain{label};
        button->setObjectName(name);
        button->setAccessibleName(plain.remove(u'&'));
        button->setChecked(theme.choice() == choice);
        card->body()->addWidget(button);
        connect(button, &QRadioButton::clicked, this, [this, &theme, choice] {
            theme.choose(choice);
            emit chosen(choice);
        });
    };
    add(QStringLiteral("themeSystem"), tr("As this &computer is set"), Theme::Choice::System);
    add(QStringLiteral("themeLight"), tr("&Light"), Theme::Choice::Light);
    add(QStringLiteral("themeDark"), tr("&Dark"), Theme::Choice::Dark);
    auto* accounts = new Card{
        theme, {}, tr("Accounts"), tr("Add a ZoomConnect account or the practice account."), this};
    accounts->setMaximumWidth(760);
    auto* more = new Button{
        theme, Button::Kind::Secondary, QStringLiteral("addAccount"), tr("&Add an account"), this};
    accounts->body()->addWidget(more, 0, Qt::AlignLeft);
    column->addWidget(accounts);
    column->addStretch(1);
    connect(more, &QAbstractButton::clicked, this, &AppearancePage::addAccountRequested);
}

} // namespace Textdesk
