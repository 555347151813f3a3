// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/keepingcare.h"

#include "ui/accounts/keepingwords.h"
#include "ui/accounts/passphraseedit.h"
#include "ui/accounts/passphrasestrength.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/spinner.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>

namespace Textdesk {

KeepingCare::KeepingCare(const Theme& theme, KeepingDesk& desk, QWidget* parent)
    : QWidget{parent}
    , m_theme{theme}
    , m_desk{desk}
    , m_title{new TextLabel{theme, Tone::Normal, Fonts::heading(), this}}
    , m_words{new TextLabel{theme, Tone::Muted, Fonts::base(), this}}
    , m_strength{new TextLabel{theme, Tone::Muted, Fonts::small(), this}}
    , m_said{new TextLabel{theme, Tone::Muted, Fonts::base(), this}}
    , m_spinner{new Spinner{theme, tr("Working"), this}}
{
    setObjectName(QStringLiteral("keepingCare"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    for (TextLabel* label : {m_title, m_words, m_said}) {
        label->setWordWrap(true);
    }
    column->addWidget(m_title);
    column->addWidget(m_words);
    column->addSpacing(4);
    m_old = addSecret(column, QStringLiteral("careOld"), tr("Passphrase of today"));
    m_fresh = addSecret(column, QStringLiteral("careFresh"), tr("New passphrase"));
    m_again = addSecret(column, QStringLiteral("careAgain"), tr("The new one again"));
    m_strength->setObjectName(QStringLiteral("careStrength"));
    m_said->setObjectName(QStringLiteral("careSaid"));
    column->addWidget(m_strength);
    column->addWidget(m_said);
    buildButtons(column);
    connect(m_fresh, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_strength->setText(describeStrength(text));
        m_strength->setVisible(!text.isEmpty());
        m_fresh->setAccessibleDescription(m_strength->text());
    });
    m_strength->hide();
    refresh();
}

QLineEdit* KeepingCare::addSecret(QVBoxLayout* column, const QString& name, const QString& words)
{
    auto* edit = new PassphraseEdit{name, words, this};
    column->addWidget(edit);
    connect(edit, &QLineEdit::textEdited, this, [this] { say({}, false); });
    connect(edit, &QLineEdit::returnPressed, this, &KeepingCare::act);
    return edit;
}

void KeepingCare::buildButtons(QVBoxLayout* column)
{
    m_do = new Button{m_theme, Button::Kind::Primary, QStringLiteral("careDo"), {}, this};
    m_cancel = new Button{
        m_theme, Button::Kind::Secondary, QStringLiteral("careCancel"), tr("Cancel"), this};
    m_change = new Button{m_theme, Button::Kind::Secondary, QStringLiteral("careChange"),
        tr("Change the &passphrase"), this};
    m_move = new Button{m_theme, Button::Kind::Secondary, QStringLiteral("careMove"), {}, this};
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    for (QWidget* part :
        std::initializer_list<QWidget*>{m_do, m_cancel, m_change, m_move, m_spinner}) {
        row->addWidget(part);
    }
    row->addStretch(1);
    column->addSpacing(4);
    column->addLayout(row);
    connect(m_do, &QAbstractButton::clicked, this, &KeepingCare::act);
    connect(m_cancel, &QAbstractButton::clicked, this, [this] {
        refresh();
        focusFirst();
    });
    connect(m_change, &QAbstractButton::clicked, this, [this] { open(Task::Change); });
    connect(m_move, &QAbstractButton::clicked, this,
        [this] { m_desk.usesVault() ? moveBack() : open(Task::Vault); });
}

void KeepingCare::refresh()
{
    if (m_busy) {
        return;
    }
    m_task = Task::None;
    const bool inVault{m_desk.usesVault()};
    m_title->setText(
        inVault ? tr("In this profile, under your passphrase") : tr("In the keychain"));
    m_words->setText(inVault
            ? tr("The file secrets.vault holds the tokens of your accounts. Textdesk asks for the "
                 "passphrase at each start.")
            : tr("%1 holds the tokens of your accounts. It opens with your computer, so Textdesk "
                 "asks for nothing.")
                  .arg(m_desk.keychainName()));
    for (QLineEdit* edit : {m_old, m_fresh, m_again}) {
        edit->clear();
        edit->hide();
    }
    m_do->hide();
    m_cancel->hide();
    m_change->setVisible(inVault);
    m_move->setVisible(inVault || m_desk.canMakeVault());
    m_move->setLabel(inVault ? tr("Keep them in the &keychain instead")
                             : tr("Keep them under a &passphrase instead"));
    setBusy(false);
    say({}, false);
}

void KeepingCare::open(Task task)
{
    m_task = task;
    say({}, false);
    m_old->setVisible(task == Task::Change);
    m_fresh->show();
    m_again->show();
    m_do->setLabel(task == Task::Change ? tr("Change it") : tr("Keep them here"));
    m_do->show();
    m_cancel->show();
    m_change->hide();
    m_move->hide();
    if (task == Task::Vault) {
        m_title->setText(tr("Choose a passphrase"));
        m_words->setText(tr("The tokens move into a file of the profile that only this passphrase "
                            "opens, and leave the keychain once they were read there. Nobody can "
                            "bring a forgotten passphrase back."));
    }
    (task == Task::Change ? m_old : m_fresh)->setFocus(Qt::OtherFocusReason);
}

void KeepingCare::act()
{
    if (m_busy || m_task == Task::None) {
        return;
    }
    if (strengthOf(m_fresh->text()) == Strength::TooShort) {
        say(tr("Take eight characters or more for the new passphrase."), true);
        m_fresh->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (m_fresh->text() != m_again->text()) {
        say(tr("The two new ones are not the same. Nothing was changed."), true);
        m_again->setFocus(Qt::OtherFocusReason);
        return;
    }
    const SecretText fresh{SecretText::fromString(m_fresh->text())};
    if (m_task == Task::Change) {
        finish(m_desk.changePassphrase(SecretText::fromString(m_old->text()), fresh),
            tr("The new passphrase is in force. The old one opens nothing any more."));
    } else {
        finish(m_desk.makeVault(fresh),
            tr("The tokens are in this profile now and no longer in the keychain."));
    }
}

void KeepingCare::moveBack()
{
    finish(m_desk.moveToKeychain(),
        tr("The tokens are in the keychain now. The file with the passphrase is gone."));
}

void KeepingCare::finish(Call<Done>* call, const QString& done)
{
    setBusy(true);
    say({}, false);
    call->then(this, [this, done](const Result<Done>& result) {
        setBusy(false);
        const bool isMoved{result || result.error().detail() == QLatin1String{"left-behind"}};
        if (isMoved) {
            refresh();
            focusFirst();
        }
        say(result ? done : describeKeeping(result.error()), !result);
        if (!isMoved && m_task == Task::Change) {
            m_old->setFocus(Qt::OtherFocusReason);
            m_old->selectAll();
        }
    });
}

void KeepingCare::setBusy(bool busy)
{
    m_busy = busy;
    m_spinner->setVisible(busy);
    for (QWidget* part : std::initializer_list<QWidget*>{m_do, m_cancel, m_change, m_move}) {
        part->setEnabled(!busy);
    }
    for (QLineEdit* edit : {m_old, m_fresh, m_again}) {
        edit->setReadOnly(busy);
    }
}

void KeepingCare::say(const QString& sentence, bool isBad)
{
    m_said->setTone(isBad ? Tone::Bad : Tone::Normal);
    m_said->setText(sentence);
    m_said->setVisible(!sentence.isEmpty());
}

void KeepingCare::focusFirst()
{
    (m_change->isHidden() ? m_move : m_change)->setFocus(Qt::OtherFocusReason);
}

void KeepingCare::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_task != Task::None && !m_busy) {
        refresh();
        focusFirst();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace Textdesk
