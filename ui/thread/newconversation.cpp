// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thread/newconversation.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QShortcut>

namespace Textdesk {

NewConversation::NewConversation(const Theme& theme, QWidget* parent)
    : Surface{theme, Ground::Panel, Qt::BottomEdge, parent}
    , m_number{new QLineEdit{this}}
    , m_account{new QComboBox{this}}
    , m_close{new IconButton{theme, QStringLiteral("close"),
          QStringLiteral("cancelNewConversation"), tr("Close without sending (Esc)"), this}}
    , m_problem{new TextLabel{theme, Textdesk::Tone::Bad, Fonts::small(), this}}
    , m_from{new TextLabel{theme, Textdesk::Tone::Muted, Fonts::base(), this}}
{
    setObjectName(QStringLiteral("newConversationPanel"));
    m_number->setObjectName(QStringLiteral("toField"));
    m_number->setAccessibleName(tr("To: phone number"));
    m_number->setPlaceholderText(tr("A phone number, in any spelling"));
    m_number->setTextMargins(8, 0, 8, 0);
    m_account->setObjectName(QStringLiteral("fromChooser"));
    m_account->setAccessibleName(tr("From: account"));
    // A long name is cut here, never the number.
    constexpr int fewestLetters{8};
    constexpr int fewestDigits{22};
    m_account->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_account->setMinimumContentsLength(fewestLetters);
    m_number->setMinimumWidth(
        m_number->fontMetrics().horizontalAdvance(QString{fewestDigits, u'0'}) + 24);
    const auto explain = [this] {
        m_account->setToolTip(m_account->currentText().toHtmlEscaped());
    };
    connect(m_account, &QComboBox::currentTextChanged, this, explain);
    m_problem->setObjectName(QStringLiteral("toProblem"));
    m_problem->setWordWrap(true);
    build();
    connect(m_number, &QLineEdit::textEdited, this, [this] {
        setProblem({});
        emit edited();
    });
    connect(m_account, &QComboBox::activated, this, &NewConversation::edited);
    connect(m_number, &QLineEdit::returnPressed, this, &NewConversation::textWanted);
    setProblem({});
}

void NewConversation::build()
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(20, 14, 16, 15);
    column->setSpacing(6);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    auto* to = new TextLabel{theme(), Textdesk::Tone::Muted, Fonts::base(), this};
    to->setText(tr("&To"));
    to->setBuddy(m_number);
    m_from->setText(tr("&From"));
    m_from->setBuddy(m_account);
    row->addWidget(to);
    row->addWidget(m_number, 3);
    row->addSpacing(8);
    row->addWidget(m_from);
    row->addWidget(m_account, 2);
    row->addWidget(m_close);
    column->addLayout(row);
    column->addWidget(m_problem);
    connect(m_close, &QAbstractButton::clicked, this, &NewConversation::cancelled);
}

void NewConversation::setSenders(const std::vector<Sender>& senders)
{
    const AccountId before{account()};
    m_account->clear();
    for (const Sender& sender : senders) {
        m_account->addItem(sender.name, sender.account.value());
        m_account->setItemData(
            m_account->count() - 1, sender.name.toHtmlEscaped(), Qt::ToolTipRole);
    }
    const int same{m_account->findData(before.value())};
    m_account->setCurrentIndex(same >= 0 ? same : 0);
    m_account->setVisible(senders.size() > 1);
    m_from->setVisible(senders.size() > 1);
}

void NewConversation::start(const QString& number, AccountId account)
{
    m_number->setText(number);
    const int row{m_account->findData(account.value())};
    if (row >= 0) {
        m_account->setCurrentIndex(row);
    }
    setProblem({});
}

void NewConversation::focusNumber()
{
    m_number->setFocus(Qt::ShortcutFocusReason);
    m_number->selectAll();
}

QWidget& NewConversation::closeButton() const
{
    return *m_close;
}

QString NewConversation::number() const
{
    return m_number->text().trimmed();
}

AccountId NewConversation::account() const
{
    return AccountId{m_account->currentData().toLongLong()};
}

void NewConversation::setProblem(const QString& problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_number->setAccessibleDescription(problem);
}

} // namespace Textdesk
