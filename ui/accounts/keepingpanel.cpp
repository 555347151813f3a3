// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/keepingpanel.h"

#include "ui/accounts/keepingwords.h"
#include "ui/accounts/passphraseedit.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/spinner.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>

namespace Textdesk {

KeepingPanel::KeepingPanel(const Theme& theme, KeepingDesk& desk, QWidget* parent)
    : QWidget{parent}
    , m_theme{theme}
    , m_desk{desk}
    , m_title{new TextLabel{theme, Tone::Normal, Fonts::heading(), this}}
    , m_words{new TextLabel{theme, Tone::Muted, Fonts::base(), this}}
    , m_problem{new TextLabel{theme, Tone::Bad, Fonts::base(), this}}
    , m_spinner{new Spinner{theme, tr("Working"), this}}
{
    setObjectName(QStringLiteral("keepingPanel"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_title->setObjectName(QStringLiteral("keepingTitle"));
    m_title->setWordWrap(true);
    m_words->setObjectName(QStringLiteral("keepingWords"));
    m_words->setWordWrap(true);
    column->addWidget(m_title);
    column->addWidget(m_words);
    column->addSpacing(8);
    m_first = addSecret(column, QStringLiteral("keepingPassphrase"), tr("Passphrase"));
    m_second = addSecret(column, QStringLiteral("keepingPassphraseAgain"), tr("The same again"));
    m_problem->setObjectName(QStringLiteral("keepingProblem"));
    m_problem->setWordWrap(true);
    column->addWidget(m_problem);
    buildButtons(column);
    present(KeepingState::Good);
}

QLineEdit* KeepingPanel::addSecret(QVBoxLayout* column, const QString& name, const QString& words)
{
    auto* edit = new PassphraseEdit{name, words, this};
    column->addWidget(edit);
    connect(edit, &QLineEdit::textEdited, this, [this] { say({}); });
    connect(edit, &QLineEdit::returnPressed, this, &KeepingPanel::act);
    return edit;
}

void KeepingPanel::buildButtons(QVBoxLayout* column)
{
    m_main = new Button{m_theme, Button::Kind::Primary, QStringLiteral("keepingMain"), {}, this};
    m_again = new Button{
        m_theme, Button::Kind::Secondary, QStringLiteral("keepingAgain"), tr("Try &again"), this};
    m_later = new Button{m_theme, Button::Kind::Secondary, QStringLiteral("keepingLater"),
        tr("&Not now, read messages"), this};
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_main);
    row->addWidget(m_again);
    row->addWidget(m_later);
    row->addWidget(m_spinner);
    row->addStretch(1);
    column->addSpacing(8);
    column->addLayout(row);
    connect(m_main, &QAbstractButton::clicked, this, &KeepingPanel::act);
    connect(m_again, &QAbstractButton::clicked, this,
        [this] { m_shown == KeepingState::Locked ? askForPassphrase(true) : tryAgain(); });
    connect(m_later, &QAbstractButton::clicked, this, &KeepingPanel::putOff);
}

void KeepingPanel::present(KeepingState state)
{
    m_shown = state;
    m_isMaking = false;
    const KeepingWords words{wordsForKeeping(state, m_desk.keychainName())};
    m_title->setText(words.title);
    m_words->setText(words.sentence);
    setAccessibleName(words.title);
    setAccessibleDescription(words.sentence);
    const bool asksVault{state == KeepingState::VaultLocked};
    const bool offersVault{state != KeepingState::Good && !asksVault && m_desk.canMakeVault()};
    m_first->clear();
    m_second->clear();
    m_first->setVisible(asksVault);
    m_second->hide();
    // A locked keychain asks for its password when it is read, so that comes first there.
    const bool isLocked{state == KeepingState::Locked};
    const QString instead{tr("Use a &passphrase instead")};
    m_main->setVisible(asksVault || isLocked || offersVault);
    m_main->setLabel(asksVault || isLocked ? tr("&Unlock") : instead);
    m_again->setVisible(isLocked ? offersVault : !asksVault && state != KeepingState::Good);
    m_again->setLabel(isLocked ? instead : tr("Try &again"));
    m_later->setVisible(state != KeepingState::Good);
    setBusy(false);
    say({});
}

void KeepingPanel::askForPassphrase(bool isNew)
{
    m_isMaking = isNew;
    m_title->setText(tr("Choose a passphrase"));
    m_words->setText(
        tr("Textdesk keeps the tokens in a file of the profile that only this passphrase opens. It "
           "asks for it at each start. Nobody can bring it back: if you forget it, connect your "
           "accounts anew. Your messages do not depend on it."));
    m_first->show();
    m_second->show();
    m_again->hide();
    m_main->setLabel(tr("&Keep the tokens here"));
    m_first->setFocus(Qt::OtherFocusReason);
}

void KeepingPanel::act()
{
    if (!m_main->isEnabled()) {
        return;
    }
    if (m_shown == KeepingState::Locked && !m_isMaking) {
        tryAgain();
        return;
    }
    if (m_shown != KeepingState::VaultLocked && !m_isMaking) {
        askForPassphrase(true);
        return;
    }
    if (m_isMaking && m_first->text() != m_second->text()) {
        say(tr("The two are not the same. Type the passphrase twice."));
        m_second->setFocus(Qt::OtherFocusReason);
        return;
    }
    const SecretText passphrase{SecretText::fromString(m_first->text())};
    if (passphrase.isEmpty()) {
        m_first->setFocus(Qt::OtherFocusReason);
        return;
    }
    finish(m_isMaking ? m_desk.makeVault(passphrase) : m_desk.unlock(passphrase));
}

void KeepingPanel::tryAgain()
{
    finish(m_desk.tryAgain());
}

void KeepingPanel::finish(Call<Done>* call)
{
    setBusy(true);
    call->then(this, [this](const Result<Done>& done) {
        setBusy(false);
        if (!done) {
            say(describeKeeping(done.error()));
            m_first->setFocus(Qt::OtherFocusReason);
            m_first->selectAll();
            return;
        }
        const KeepingState now{m_desk.state()};
        if (now == KeepingState::Good) {
            present(now);
            emit mended();
        } else {
            present(now);
            say(tr("It is still so. Nothing was changed."));
        }
    });
}

void KeepingPanel::setBusy(bool busy)
{
    m_spinner->setVisible(busy);
    for (QWidget* part : std::initializer_list<QWidget*>{m_main, m_again, m_later}) {
        part->setEnabled(!busy);
    }
    m_first->setReadOnly(busy);
    m_second->setReadOnly(busy);
}

void KeepingPanel::say(const QString& problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void KeepingPanel::focusFirst()
{
    QWidget* first{!m_first->isHidden() ? static_cast<QWidget*>(m_first)
            : !m_main->isHidden()       ? static_cast<QWidget*>(m_main)
                                        : static_cast<QWidget*>(m_again)};
    first->setFocus(Qt::OtherFocusReason);
}

} // namespace Textdesk
