// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/credentials/credentialspage.h"

#include "ui/credentials/credentialview.h"
#include "ui/credentials/secretclipboard.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"

#include <QVBoxLayout>

#include <algorithm>

namespace Textdesk {

CredentialsPage::CredentialsPage(
    const Theme& theme, Clock& clock, CredentialDesk& desk, QWidget* parent)
    : ScrollPage{theme, QStringLiteral("credentialsPage"), tr("Credentials"), parent}
    , m_desk{desk}
    , m_clipboard{new SecretClipboard{clock, this}}
    , m_empty{new EmptyState{theme, QStringLiteral("credentialsEmpty"), this}}
    , m_keeping{new Button{theme, Button::Kind::Link, QStringLiteral("credentialsKeeping"),
          tr("Where they are &kept…"), this}}
{
    constexpr int emptyHeight{360};
    m_empty->present(QStringLiteral("credentials"), tr("No secrets yet"),
        tr("When you connect an account, its token shows here as a card: how old it is, when it "
           "was last used, and how to replace it. The practice account has none."),
        {});
    m_empty->setMinimumHeight(emptyHeight);
    addToColumn(m_empty);
    column()->addWidget(m_keeping, 0, Qt::AlignLeft);
    connect(m_keeping, &QAbstractButton::clicked, this, &CredentialsPage::keepingWanted);
    connect(&m_desk, &CredentialDesk::changed, this, &CredentialsPage::refresh);
    refresh();
}

void CredentialsPage::refresh()
{
    const std::vector<CredentialCard> cards{m_desk.credentials()};
    const bool sameOnes{std::equal(cards.cbegin(), cards.cend(), m_views.cbegin(), m_views.cend(),
        [](const CredentialCard& card, const CredentialView* view) { return view->isOf(card); })};
    if (!sameOnes) {
        rebuild(cards);
    }
    for (size_t i{0}; i < cards.size(); ++i) {
        m_views[i]->present(cards[i]);
    }
    m_empty->setVisible(cards.empty());
    m_keeping->setVisible(!cards.empty());
}

void CredentialsPage::rebuild(const std::vector<CredentialCard>& cards)
{
    for (CredentialView* view : m_views) {
        view->hide();
        view->deleteLater(); // one of its buttons may be what called
    }
    m_views.clear();
    int place{0};
    for (const CredentialCard& card : cards) {
        auto* view = new CredentialView{theme(), m_desk, *m_clipboard, card, this};
        view->setMaximumWidth(columnWidth);
        column()->insertWidget(place++, view);
        m_views.push_back(view);
    }
}

void CredentialsPage::beginReplacing(AccountId account)
{
    const auto view = std::find_if(m_views.cbegin(), m_views.cend(),
        [account](const CredentialView* one) { return one->account() == account; });
    if (view != m_views.cend()) {
        (*view)->openReplacing(true);
        reveal(*view);
    }
}

void CredentialsPage::focusFirst()
{
    for (CredentialView* view : m_views) {
        for (Button* button : view->findChildren<Button*>()) {
            if (!button->isHidden()) {
                button->setFocus(Qt::OtherFocusReason);
                return;
            }
        }
    }
}

} // namespace Textdesk
