// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/wizardpage.h"

#include "ui/accounts/accountform.h"
#include "ui/accounts/addresspanel.h"
#include "ui/accounts/keepingpanel.h"
#include "ui/accounts/keepingwords.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/spinner.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace Textdesk {

namespace {

constexpr int formWidth{560};

} // namespace

WizardPage::WizardPage(const Theme& theme, AccountDesk& desk, KeepingDesk& keeping, QWidget* parent)
    : ScrollPage{theme, QStringLiteral("wizardPage"), tr("Connect an account"), parent}
    , m_desk{desk}
    , m_keeping{keeping}
    , m_formCard{new Card{theme, {}, tr("Who sends your texts?"),
          tr("Textdesk asks the service for your balance, to see that the account works, before "
             "it keeps anything. No text is sent."),
          this}}
    , m_provider{new QComboBox{this}}
    , m_form{new AccountForm{theme, this}}
    , m_spinner{new Spinner{theme, tr("Asking the service"), this}}
    , m_progress{new TextLabel{theme, Textdesk::Tone::Muted, Fonts::base(), this}}
    , m_doneCard{new Card{theme, QStringLiteral("check"), tr("The account works"), {}, this}}
    , m_incoming{new TextLabel{theme, Textdesk::Tone::Normal, Fonts::base(), this}}
    , m_addresses{new AddressPanel{theme, desk, QStringLiteral("wizardAddresses"), this}}
    , m_keepingCard{new Card{theme, QStringLiteral("credentials"), {}, {}, this}}
    , m_keepingPanel{new KeepingPanel{theme, keeping, this}}
{
    buildForm();
    buildDone();
    buildKeeping();
    for (Card* card : {m_formCard, m_doneCard, m_keepingCard}) {
        addToColumn(card);
        card->setMaximumWidth(card == m_formCard ? formWidth : columnWidth);
    }
    begin();
}

void WizardPage::buildForm()
{
    m_submit = new Button{theme(), Button::Kind::Primary, QStringLiteral("connectSubmit"),
        tr("Check and &connect"), this};
    m_cancel = new Button{
        theme(), Button::Kind::Secondary, QStringLiteral("connectCancel"), tr("B&ack"), this};
    auto* caption = new TextLabel{theme(), Textdesk::Tone::Muted, Fonts::small(), this};
    caption->setText(tr("&Provider"));
    caption->setBuddy(m_provider);
    m_provider->setObjectName(QStringLiteral("accountProvider"));
    m_provider->setAccessibleName(tr("Provider"));
    m_progress->setObjectName(QStringLiteral("connectProgress"));
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_spinner);
    row->addWidget(m_progress, 1);
    row->addStretch(1);
    row->addWidget(m_cancel);
    row->addWidget(m_submit);
    QVBoxLayout* body{m_formCard->body()};
    body->setSpacing(4);
    body->addWidget(caption);
    body->addWidget(m_provider);
    body->addSpacing(8);
    body->addWidget(m_form);
    body->addSpacing(4);
    body->addLayout(row);
    connect(m_submit, &QAbstractButton::clicked, this, &WizardPage::submit);
    connect(m_form, &AccountForm::submitted, this, &WizardPage::submit);
    connect(m_cancel, &QAbstractButton::clicked, this, &WizardPage::giveUp);
    connect(m_provider, &QComboBox::activated, this, &WizardPage::chooseProvider);
}

void WizardPage::buildDone()
{
    m_incoming->setObjectName(QStringLiteral("wizardIncoming"));
    m_incoming->setWordWrap(true);
    m_go = new Button{
        theme(), Button::Kind::Primary, QStringLiteral("wizardDone"), tr("&Start texting"), this};
    m_doneCard->body()->addWidget(m_incoming);
    m_doneCard->body()->addSpacing(8);
    m_doneCard->body()->addWidget(m_addresses);
    m_doneCard->body()->addSpacing(8);
    m_doneCard->body()->addWidget(m_go, 0, Qt::AlignLeft);
    connect(m_go, &QAbstractButton::clicked, this, [this] { emit done(m_account); });
}

void WizardPage::buildKeeping()
{
    m_keepingCard->body()->addWidget(m_keepingPanel);
    // There is a place for the token now: once more, with what was typed.
    connect(m_keepingPanel, &KeepingPanel::mended, this, [this] {
        showStep(m_formCard);
        connectWith(m_request);
    });
    connect(m_keepingPanel, &KeepingPanel::putOff, this, [this] {
        m_request = {};
        showStep(m_formCard);
        m_form->focusFirst();
    });
}

void WizardPage::showStep(QWidget* step)
{
    for (QWidget* one : std::initializer_list<QWidget*>{m_formCard, m_doneCard, m_keepingCard}) {
        one->setVisible(one == step);
    }
    setTitle(step == m_doneCard ? tr("Connected") : tr("Connect an account"));
}

void WizardPage::begin()
{
    m_provider->clear();
    for (const ProviderChoice& choice : m_desk.providers()) {
        m_provider->addItem(choice.name, choice.key);
    }
    m_request = {};
    chooseProvider();
    setBusy(false);
    showStep(m_formCard);
}

void WizardPage::resume()
{
    if (!m_doneCard->isHidden() || m_provider->count() == 0) {
        begin();
    } else if (!m_running || m_running->isSettled()) {
        m_request = {};
        showStep(m_formCard);
    }
}

// A token is not left lying about; a proof under way has its own copy.
void WizardPage::hideEvent(QHideEvent* event)
{
    ScrollPage::hideEvent(event);
    if (!event->spontaneous() && !isVisibleTo(window())) {
        m_form->forgetSecrets();
    }
}

void WizardPage::chooseProvider()
{
    m_form->start(m_desk.form(m_provider->currentData().toString()));
}

void WizardPage::focusFirst()
{
    if (!m_formCard->isHidden()) {
        m_form->focusFirst();
    } else if (!m_keepingCard->isHidden()) {
        m_keepingPanel->focusFirst();
    } else {
        m_go->setFocus(Qt::OtherFocusReason);
    }
}

void WizardPage::setBusy(bool busy)
{
    m_spinner->setVisible(busy);
    m_progress->setText(busy ? tr("Asking the service…") : QString{});
    m_submit->setEnabled(!busy);
    m_provider->setEnabled(!busy);
    m_form->setReadOnly(busy);
    m_cancel->setLabel(busy ? tr("St&op") : tr("B&ack"));
}

void WizardPage::submit()
{
    if (m_submit->isEnabled() && m_form->validate()) {
        connectWith(m_form->request());
    }
}

void WizardPage::connectWith(const AccountRequest& request)
{
    m_request = request;
    setBusy(true);
    auto* call = m_desk.connectAccount(request);
    m_running = call;
    call->then(this, [this](const Result<AccountId>& result) {
        setBusy(false);
        result ? connected(*result) : refused(result.error());
    });
}

void WizardPage::connected(AccountId id)
{
    m_account = id;
    m_request = {};
    m_form->forgetSecrets();
    for (const AccountCard& card : m_desk.cards()) {
        if (card.id == id) {
            m_incoming->setText(card.incoming);
        }
    }
    m_addresses->present(id);
    m_addresses->setVisible(!m_desk.addresses(id).empty());
    showStep(m_doneCard);
    m_go->setFocus(Qt::OtherFocusReason);
}

void WizardPage::refused(const Error& error)
{
    const KeepingState state{keepingStateOf(error)};
    if (state != KeepingState::Good) {
        m_keepingPanel->present(state);
        showStep(m_keepingCard);
        m_keepingPanel->focusFirst();
        return;
    }
    m_request = {};
    if (error.kind() != ErrorKind::Cancelled) {
        const ConnectProblem problem{describeConnecting(error, m_form->hasUsualAddress())};
        m_form->setProblem(problem);
        if (problem.field == ConnectProblem::Field::Form) {
            m_submit->setFocus(Qt::OtherFocusReason); // all there is to do is to try again
        }
    }
}

void WizardPage::giveUp()
{
    if (m_running && !m_running->isSettled()) {
        m_running->cancel();
        return;
    }
    m_form->forgetSecrets();
    m_form->forgetProblems();
    emit cancelled();
}

void WizardPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && !m_formCard->isHidden()) {
        giveUp();
        return;
    }
    ScrollPage::keyPressEvent(event);
}

} // namespace Textdesk
