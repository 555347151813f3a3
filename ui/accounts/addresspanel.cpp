// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/addresspanel.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/textlabel.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLineEdit>

namespace Textdesk {

AddressPanel::AddressPanel(
    const Theme& theme, AccountDesk& desk, const QString& name, QWidget* parent)
    : QWidget{parent}
    , m_theme{theme}
    , m_desk{desk}
    , m_name{name}
    , m_explanation{new TextLabel{theme, Tone::Muted, Fonts::base(), this}}
    , m_public{new QLineEdit{this}}
    , m_said{new TextLabel{theme, Tone::Muted, Fonts::small(), this}}
{
    setObjectName(name);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_explanation->setWordWrap(true);
    column->addWidget(m_explanation);
    addPublicRow(column);
    m_said->setObjectName(name + QStringLiteral("Said"));
    m_said->setWordWrap(true);
    m_said->hide();
    column->addWidget(m_said);
    connect(&m_desk, &AccountDesk::changed, this, &AddressPanel::refresh);
}

void AddressPanel::addPublicRow(QVBoxLayout* column)
{
    auto* caption = new TextLabel{m_theme, Tone::Muted, Fonts::small(), this};
    caption->setText(tr("&Public address of this computer, if it has one"));
    caption->setBuddy(m_public);
    m_public->setObjectName(m_name + QStringLiteral("Public"));
    m_public->setAccessibleName(tr("Public address of this computer"));
    m_public->setPlaceholderText(tr("https://texts.example.org"));
    m_public->setTextMargins(8, 0, 8, 0);
    auto* keep = new Button{
        m_theme, Button::Kind::Secondary, m_name + QStringLiteral("Keep"), tr("Keep it"), this};
    keep->setAccessibleName(tr("Keep the public address"));
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_public, 1);
    row->addWidget(keep);
    column->addWidget(caption);
    column->addLayout(row);
    connect(keep, &QAbstractButton::clicked, this, &AddressPanel::keepPublic);
    connect(m_public, &QLineEdit::returnPressed, this, &AddressPanel::keepPublic);
}

void AddressPanel::present(AccountId id)
{
    m_account = id;
    m_public->setText(m_desk.publicAddress(id));
    say({}, false);
    refresh();
}

void AddressPanel::refresh()
{
    delete m_rows;
    m_rows = nullptr;
    if (!m_account.isValid()) {
        return;
    }
    const std::vector<WebhookAddress> addresses{m_desk.addresses(m_account)};
    const bool isPublic{!addresses.empty() && !addresses.front().outside.isEmpty()};
    m_explanation->setText(isPublic
            ? tr("Paste these into the provider’s Developer Settings. Replies and reports then "
                 "come in at once.")
            : tr("Without a public address the provider cannot reach this computer, and Textdesk "
                 "asks it for news instead. These addresses are for a relay or tunnel that ends "
                 "on this computer."));
    m_rows = new QWidget{this};
    auto* grid = new QGridLayout{m_rows};
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    static_cast<QVBoxLayout*>(layout())->insertWidget(1, m_rows);
    for (const WebhookAddress& address : addresses) {
        addRow(address.title, isPublic ? address.outside : address.local, address.purpose);
    }
}

void AddressPanel::addRow(const QString& title, const QString& address, const QString& name)
{
    auto* grid = static_cast<QGridLayout*>(m_rows->layout());
    const int row{grid->rowCount()};
    auto* caption = new TextLabel{m_theme, Tone::Normal, Fonts::medium(), m_rows};
    caption->setText(title);
    auto* words = new ElidedLabel{m_theme, Tone::Muted, Fonts::base(), m_rows};
    words->setObjectName(m_name + QStringLiteral("Address_") + name);
    words->setText(address);
    auto* copy = new Button{m_theme, Button::Kind::Secondary,
        m_name + QStringLiteral("Copy_") + name, tr("Copy"), m_rows};
    //: The address for replies or reports.
    copy->setAccessibleName(tr("Copy the address: %1").arg(title));
    connect(copy, &QAbstractButton::clicked, this, [this, title, address] {
        QGuiApplication::clipboard()->setText(address);
        say(tr("Copied: %1.").arg(title), false);
    });
    grid->addWidget(caption, row, 0);
    grid->addWidget(words, row, 1);
    grid->addWidget(copy, row, 2);
}

void AddressPanel::say(const QString& sentence, bool isBad)
{
    m_said->setTone(isBad ? Tone::Bad : Tone::Muted);
    m_said->setText(sentence);
    m_said->setVisible(!sentence.isEmpty());
}

void AddressPanel::keepPublic()
{
    m_desk.setPublicAddress(m_account, m_public->text().trimmed())
        ->then(this, [this](const Result<Done>& kept) {
            say(kept ? tr("Kept.")
                     : tr("This is no web address. It looks like https://texts.example.org."),
                !kept);
        });
}

} // namespace Textdesk
