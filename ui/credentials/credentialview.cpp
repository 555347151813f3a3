// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/credentials/credentialview.h"

#include "ui/credentials/credentialwords.h"
#include "ui/credentials/secretclipboard.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/spinner.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

namespace Textdesk {

CredentialView::CredentialView(const Theme& theme, CredentialDesk& desk, SecretClipboard& clipboard,
    const CredentialCard& card, QWidget* parent)
    : QFrame{parent}
    , m_theme{theme}
    , m_desk{desk}
    , m_clipboard{clipboard}
    , m_card{card}
    , m_title{new TextLabel{theme, Tone::Normal, Fonts::heading(), this}}
    , m_account{new ElidedLabel{theme, Tone::Muted, Fonts::base(), this}}
    , m_masked{new TextLabel{theme, Tone::Normal, Fonts::medium(), this}}
    , m_age{new TextLabel{theme, Tone::Normal, Fonts::base(), this}}
    , m_used{new TextLabel{theme, Tone::Muted, Fonts::base(), this}}
    , m_said{new TextLabel{theme, Tone::Muted, Fonts::base(), this}}
{
    setObjectName(named("credential"));
    m_account->setObjectName(named("credentialAccount"));
    m_masked->setObjectName(named("credentialMasked"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(24, 20, 24, 24);
    column->setSpacing(4);
    buildHead(column);
    m_age->setObjectName(named("credentialAge"));
    column->addWidget(m_age);
    m_used->setWordWrap(true);
    column->addWidget(m_used);
    column->addSpacing(8);
    buildButtons(column);
    buildReplacing(column);
    m_said->setObjectName(named("credentialSaid"));
    m_said->setWordWrap(true);
    m_said->setContentsMargins(0, 8, 0, 0);
    column->addWidget(m_said);
    say({}, false);
    openReplacing(false);
    present(card);
    connect(&m_clipboard, &SecretClipboard::cleared, this, [this] { say({}, false); });
}

QString CredentialView::named(const char* part) const
{
    return QStringLiteral("%1_%2_%3")
        .arg(QLatin1String{part}, m_card.account.toString(), m_card.name);
}

void CredentialView::buildHead(QVBoxLayout* column)
{
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_title);
    head->addWidget(m_account);
    head->addStretch(1);
    head->addWidget(m_masked);
    column->addLayout(head);
    column->addSpacing(4);
}

void CredentialView::buildButtons(QVBoxLayout* column)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    m_copy =
        new Button{m_theme, Button::Kind::Secondary, named("credentialCopy"), tr("Copy"), this};
    m_open = new Button{
        m_theme, Button::Kind::Secondary, named("credentialReplace"), tr("Replace…"), this};
    m_rotation = new QComboBox{this};
    m_rotation->setObjectName(named("credentialRotation"));
    m_rotation->setAccessibleName(tr("How often it should be replaced"));
    addRotation();
    row->addWidget(m_copy);
    row->addWidget(m_open);
    row->addStretch(1);
    row->addWidget(m_rotation);
    column->addLayout(row);
    connect(m_copy, &QAbstractButton::clicked, this, &CredentialView::copy);
    connect(m_open, &QAbstractButton::clicked, this, [this] { openReplacing(true); });
    connect(m_rotation, &QComboBox::activated, this, [this] {
        m_desk.setRotateDays(m_card.account, m_card.name, m_rotation->currentData().toInt())
            ->then(this, [this](const Result<Done>& kept) {
                if (!kept) {
                    say(describeReplacing(kept.error()), true);
                }
            });
    });
}

void CredentialView::addRotation()
{
    for (const int days : {30, 60, 90, 180, 365}) {
        m_rotation->addItem(tr("Every %n day(s)", nullptr, days), days);
    }
    m_rotation->addItem(tr("Never asked for"), 0);
}

void CredentialView::buildReplacing(QVBoxLayout* column)
{
    m_replacing = new QWidget{this};
    auto* row = new QHBoxLayout{m_replacing};
    row->setContentsMargins(0, 8, 0, 0);
    row->setSpacing(8);
    m_value = new QLineEdit{m_replacing};
    m_value->setObjectName(named("credentialValue"));
    m_value->setAccessibleName(tr("The new value"));
    m_value->setPlaceholderText(tr("Paste the new value"));
    m_value->setEchoMode(QLineEdit::Password);
    m_value->setInputMethodHints(
        Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_value->setTextMargins(8, 0, 8, 0);
    m_spinner = new Spinner{m_theme, tr("Asking the service"), m_replacing};
    m_cancel = new Button{
        m_theme, Button::Kind::Secondary, named("credentialCancel"), tr("Keep the old one"), this};
    m_prove = new Button{m_theme, Button::Kind::Primary, named("credentialProve"), {}, this};
    row->addWidget(m_value, 1);
    row->addWidget(m_spinner);
    row->addWidget(m_cancel);
    row->addWidget(m_prove);
    column->addWidget(m_replacing);
    connect(m_value, &QLineEdit::textEdited, this, [this] { say({}, false); });
    connect(m_value, &QLineEdit::returnPressed, this, &CredentialView::replace);
    connect(m_prove, &QAbstractButton::clicked, this, &CredentialView::replace);
    connect(m_cancel, &QAbstractButton::clicked, this, &CredentialView::giveUp);
    setBusy(false);
}

void CredentialView::present(const CredentialCard& card)
{
    m_card = card;
    m_title->setText(card.title);
    m_account->setText(card.accountName);
    m_masked->setText(!card.isHere  ? tr("not set")
            : card.masked.isEmpty() ? tr("cannot be read now")
                                    : card.masked);
    m_age->setText(ageWords(card));
    m_age->setTone(card.isDue ? Tone::Bad : Tone::Normal);
    m_used->setText(useWords(card));
    m_used->setVisible(!m_used->text().isEmpty());
    m_copy->setVisible(!card.masked.isEmpty());
    m_copy->setAccessibleName(tr("Copy: %1, %2").arg(card.title, card.accountName));
    m_open->setLabel(card.isHere ? tr("Replace…") : tr("Add…"));
    m_prove->setLabel(card.isProvable ? tr("Prove and replace") : tr("Keep it"));
    m_rotation->setVisible(card.isHere);
    int row{m_rotation->findData(card.rotateDays)};
    if (row < 0) {
        m_rotation->addItem(tr("Every %n day(s)", nullptr, card.rotateDays), card.rotateDays);
        row = m_rotation->count() - 1;
    }
    m_rotation->setCurrentIndex(row);
    setAccessibleName(tr("%1, %2").arg(card.title, card.accountName));
}

void CredentialView::copy()
{
    m_desk.copy(m_card.account, m_card.name)->then(this, [this](const Result<SecretText>& value) {
        if (!value) {
            say(describeReplacing(value.error()), true);
            return;
        }
        m_clipboard.copy(*value);
        say(tr("Copied. The clipboard forgets it in 10 seconds."), false);
    });
}

void CredentialView::openReplacing(bool open)
{
    m_replacing->setVisible(open);
    m_open->setEnabled(!open);
    m_value->clear();
    if (open) {
        say(m_card.isProvable
                ? tr(
                    "Make a new one at the provider and paste it here. It is tried with a harmless "
                    "call; the old one is used until the new one is proved.")
                : tr("Paste it here. No harmless call can try it, so look at the next webhook."),
            false);
        m_value->setFocus(Qt::OtherFocusReason);
    }
}

void CredentialView::replace()
{
    const SecretText value{SecretText::fromString(m_value->text().trimmed())};
    if (value.isEmpty() || !m_prove->isEnabled()) {
        m_value->setFocus(Qt::OtherFocusReason);
        return;
    }
    setBusy(true);
    auto* call = m_desk.replace(m_card.account, m_card.name, value);
    m_running = call;
    call->then(this, [this](const Result<Done>& replaced) {
        setBusy(false);
        if (replaced) {
            openReplacing(false);
            m_open->setFocus(Qt::OtherFocusReason); // not on to another secret's button
            say(tr("The new one is in use."), false);
        } else {
            say(describeReplacing(replaced.error()), true);
            m_value->setFocus(Qt::OtherFocusReason);
            m_value->selectAll();
        }
    });
}

void CredentialView::giveUp()
{
    if (m_running && !m_running->isSettled()) {
        m_running->cancel();
        return;
    }
    openReplacing(false);
    say({}, false);
    m_open->setFocus(Qt::OtherFocusReason);
}

void CredentialView::setBusy(bool busy)
{
    m_spinner->setVisible(busy);
    m_prove->setEnabled(!busy);
    m_value->setReadOnly(busy);
    m_cancel->setLabel(busy ? tr("Stop") : tr("Keep the old one"));
}

void CredentialView::say(const QString& sentence, bool isBad)
{
    m_said->setTone(isBad ? Tone::Bad : Tone::Muted);
    m_said->setText(sentence);
    m_said->setVisible(!sentence.isEmpty());
}

void CredentialView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && !m_replacing->isHidden()) {
        giveUp();
        return;
    }
    QFrame::keyPressEvent(event);
}

void CredentialView::paintEvent(QPaintEvent*)
{
    const Colours& colours{m_theme.colours()};
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colours.line);
    painter.setBrush(colours.panel);
    painter.drawRoundedRect(QRectF{rect()}.adjusted(0.5, 0.5, -0.5, -0.5), 12, 12);
}

} // namespace Textdesk
