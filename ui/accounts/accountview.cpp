// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/accountview.h"

#include "ui/accounts/addresspanel.h"
#include "ui/accounts/lookpanel.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/spinner.h"
#include "ui/widgets/textlabel.h"
#include "ui/words/errorwords.h"
#include "ui/words/inboxwords.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>

namespace Textdesk {

namespace {

constexpr int margin{24};
constexpr int light{10};

QColor colourOf(Health health, const Colours& colours)
{
    switch (health) {
    case Health::Good:
        return colours.ok;
    case Health::Attention:
        return colours.warn;
    case Health::Trouble:
        return colours.bad;
    case Health::Idle:
        break;
    }
    return colours.muted;
}

} // namespace

AccountView::AccountView(const Theme& theme, AccountDesk& desk, AccountId id, QWidget* parent)
    : QFrame{parent}
    , m_theme{theme}
    , m_desk{desk}
    , m_name{new ElidedLabel{theme, Tone::Normal, Fonts::heading(), this}}
    , m_provider{new TextLabel{theme, Tone::Muted, Fonts::base(), this}}
    , m_balance{new TextLabel{theme, Tone::Normal, Fonts::medium(), this}}
    , m_state{new TextLabel{theme, Tone::Normal, Fonts::base(), this}}
    , m_incoming{new TextLabel{theme, Tone::Muted, Fonts::base(), this}}
    , m_contact{new TextLabel{theme, Tone::Muted, Fonts::base(), this}}
    , m_said{new TextLabel{theme, Tone::Muted, Fonts::base(), this}}
    , m_spinner{new Spinner{theme, tr("Asking the service"), this}}
    , m_change{new Button{theme, Button::Kind::Link, QStringLiteral("accountLook_") + id.toString(),
          tr("Change"), this}}
    , m_look{new LookPanel{theme, id.toString(), this}}
    , m_addresses{new AddressPanel{theme, desk, QStringLiteral("addresses_") + id.toString(), this}}
{
    m_card.id = id;
    setObjectName(QStringLiteral("account_") + id.toString());
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(margin, 20, margin, margin);
    column->setSpacing(4);
    buildHead();
    column->addWidget(m_look);
    m_look->hide();
    for (TextLabel* label : {m_state, m_incoming, m_contact}) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    m_name->setObjectName(QStringLiteral("accountName_") + id.toString());
    m_balance->setObjectName(QStringLiteral("accountBalance_") + id.toString());
    m_state->setObjectName(QStringLiteral("accountState_") + id.toString());
    column->addSpacing(8);
    buildButtons();
    m_said->setObjectName(QStringLiteral("accountSaid_") + id.toString());
    m_said->setWordWrap(true);
    m_said->setContentsMargins(0, 8, 0, 0);
    column->addWidget(m_said);
    column->addWidget(m_addresses);
    m_addresses->setContentsMargins(0, 8, 0, 0);
    m_addresses->hide();
    m_spinner->hide();
    say({}, false);
}

void AccountView::buildHead()
{
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addSpacing(light + 6); // the light is painted there
    head->addWidget(m_name);
    head->addWidget(m_provider);
    head->addWidget(m_change);
    head->addStretch(1);
    head->addWidget(m_balance);
    static_cast<QVBoxLayout*>(layout())->addLayout(head);
    static_cast<QVBoxLayout*>(layout())->addSpacing(4);
    connect(m_change, &QAbstractButton::clicked, this, [this] { openLook(m_look->isHidden()); });
    connect(m_look, &LookPanel::saved, this, &AccountView::keepLook);
    connect(m_look, &LookPanel::closed, this, [this] { openLook(false); });
}

void AccountView::openLook(bool open)
{
    m_look->present(m_card.name, m_card.colour);
    m_look->setVisible(open);
    if (open) {
        m_look->focusFirst();
    } else {
        m_change->setFocus(Qt::OtherFocusReason);
    }
}

void AccountView::keepLook(const QString& name, int colour)
{
    m_desk.setLook(m_card.id, name, colour)->then(this, [this](const Result<Done>& kept) {
        if (kept) {
            openLook(false);
        } else {
            m_look->setProblem(
                describeInboxProblem(kept.error()).value_or(describe(kept.error()).sentence()));
        }
    });
}

std::vector<QWidget*> AccountView::tabStops() const
{
    std::vector<QWidget*> stops{m_change};
    for (QWidget* stop : m_look->tabStops()) {
        stops.push_back(stop);
    }
    for (QWidget* stop : {m_replace, m_test, m_pause, m_webhooks, m_remove}) {
        stops.push_back(stop);
    }
    return stops;
}

Button* AccountView::addButton(
    QHBoxLayout* row, const QString& name, const QString& words, const QString& spoken)
{
    auto* button = new Button{m_theme, Button::Kind::Secondary,
        name + QLatin1Char{'_'} + m_card.id.toString(), words, this};
    button->setAccessibleDescription(spoken);
    row->addWidget(button);
    return button;
}

void AccountView::buildButtons()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    m_replace = addButton(row, QStringLiteral("accountReplace"), tr("Replace the token"), {});
    m_test = addButton(row, QStringLiteral("accountTest"), tr("Test now"),
        tr("Asks the service whether the account works; no text is sent"));
    m_pause = addButton(row, QStringLiteral("accountPause"), tr("Pause sending"), {});
    m_webhooks = addButton(row, QStringLiteral("accountWebhooks"), tr("Webhook addresses"), {});
    m_remove = addButton(row, QStringLiteral("accountRemove"), tr("Remove…"), {});
    row->addWidget(m_spinner);
    row->addStretch(1);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
    connect(
        m_replace, &QAbstractButton::clicked, this, [this] { emit credentialAsked(m_card.id); });
    connect(m_test, &QAbstractButton::clicked, this, &AccountView::test);
    connect(m_pause, &QAbstractButton::clicked, this,
        [this] { m_desk.setPaused(m_card.id, !m_card.isPaused); });
    connect(m_webhooks, &QAbstractButton::clicked, this, &AccountView::toggleAddresses);
    connect(m_remove, &QAbstractButton::clicked, this, [this] { emit removeAsked(m_card.id); });
}

void AccountView::present(const AccountCard& card)
{
    m_card = card;
    m_name->setText(card.name);
    m_provider->setText(card.isPractice ? tr("Practice account") : card.provider);
    m_balance->setText(card.balance);
    m_state->setText(card.state);
    m_state->setTone(card.health == Health::Trouble ? Tone::Bad : Tone::Normal);
    m_incoming->setText(card.incoming);
    m_contact->setText(card.contact);
    m_contact->setVisible(!card.contact.isEmpty());
    m_change->setAccessibleName(tr("Change name and colour of %1").arg(card.name));
    m_change->setToolTip(tr("Change name and colour"));
    m_pause->setLabel(card.isPaused ? tr("Resume sending") : tr("Pause sending"));
    m_replace->setVisible(card.isRefused);
    m_webhooks->setVisible(!card.isPractice);
    setAccessibleName(card.name);
    setAccessibleDescription(card.state);
    update();
}

void AccountView::test()
{
    // Not disabled meanwhile: the focus would go to the next button, which pauses the account, and
    // a second press of the key with it.
    if (m_spinner->isVisible()) {
        return;
    }
    m_spinner->show();
    say({}, false);
    m_desk.test(m_card.id)->then(this, [this](const Result<Done>& tested) {
        m_spinner->hide();
        say(tested ? tr("The service answered: this account works.")
                   : describe(tested.error()).sentence(),
            !tested);
    });
}

void AccountView::say(const QString& sentence, bool isBad)
{
    m_said->setTone(isBad ? Tone::Bad : Tone::Muted);
    m_said->setText(sentence);
    m_said->setVisible(!sentence.isEmpty());
}

void AccountView::toggleAddresses()
{
    const bool show{m_addresses->isHidden()};
    if (show) {
        m_addresses->present(m_card.id);
    }
    m_addresses->setVisible(show);
    m_webhooks->setLabel(show ? tr("Hide the addresses") : tr("Webhook addresses"));
}

void AccountView::paintEvent(QPaintEvent*)
{
    const Colours& colours{m_theme.colours()};
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colours.line);
    painter.setBrush(colours.panel);
    painter.drawRoundedRect(QRectF{rect()}.adjusted(0.5, 0.5, -0.5, -0.5), 12, 12);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colourOf(m_card.health, colours));
    const int top{m_name->y() + (m_name->height() - light) / 2};
    painter.drawEllipse(QStyle::visualRect(layoutDirection(), rect(), {margin, top, light, light}));
}

} // namespace Textdesk
