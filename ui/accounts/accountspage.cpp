// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/accountspage.h"

#include "ui/accounts/accountview.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/textlabel.h"
#include "ui/words/errorwords.h"

#include <QVBoxLayout>

#include <algorithm>

namespace Textdesk {

AccountsPage::AccountsPage(const Theme& theme, AccountDesk& desk, Prompt& prompt, QWidget* parent)
    : ScrollPage{theme, QStringLiteral("accountsPage"), tr("Accounts"), parent}
    , m_desk{desk}
    , m_prompt{prompt}
    , m_add{new Button{
          theme, Button::Kind::Primary, QStringLiteral("accountsAdd"), tr("&Add an account"), this}}
    , m_said{new TextLabel{theme, Textdesk::Tone::Normal, Fonts::base(), this}}
{
    m_said->setObjectName(QStringLiteral("accountsSaid"));
    m_said->setWordWrap(true);
    m_said->hide();
    addToColumn(m_said);
    column()->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QAbstractButton::clicked, this, &AccountsPage::addRequested);
    connect(&m_desk, &AccountDesk::changed, this, &AccountsPage::refresh);
    refresh();
}

void AccountsPage::refresh()
{
    const std::vector<AccountCard> cards{m_desk.cards()};
    const bool sameOnes{std::equal(cards.cbegin(), cards.cend(), m_views.cbegin(), m_views.cend(),
        [](const AccountCard& card, const AccountView* view) {
            return card.id == view->account();
        })};
    if (!sameOnes) {
        rebuild(cards);
    }
    for (size_t i{0}; i < cards.size(); ++i) {
        m_views[i]->present(cards[i]);
    }
}

void AccountsPage::rebuild(const std::vector<AccountCard>& cards)
{
    for (AccountView* view : m_views) {
        view->hide();
        view->deleteLater(); // one of its buttons may be what called
    }
    m_views.clear();
    int place{1}; // behind what was said
    for (const AccountCard& card : cards) {
        auto* view = new AccountView{theme(), m_desk, card.id, this};
        view->setMaximumWidth(columnWidth);
        connect(view, &AccountView::removeAsked, this, &AccountsPage::askToRemove);
        connect(view, &AccountView::credentialAsked, this, &AccountsPage::credentialRequested);
        column()->insertWidget(place++, view);
        m_views.push_back(view);
    }
    QWidget* before{nullptr};
    for (AccountView* view : m_views) {
        for (QWidget* stop : view->tabStops()) {
            if (before) {
                setTabOrder(before, stop);
            }
            before = stop;
        }
    }
    if (before) {
        setTabOrder(before, m_add);
    }
}

void AccountsPage::askToRemove(AccountId id)
{
    const auto cards = m_desk.cards();
    const auto card = std::find_if(
        cards.cbegin(), cards.cend(), [id](const AccountCard& one) { return one.id == id; });
    if (card == cards.cend()) {
        return;
    }
    Question question;
    question.title = tr("Remove %1?").arg(card->name);
    question.text = m_desk.dependents(id);
    question.yes = tr("Remove the account");
    question.no = tr("Keep it");
    question.isDangerous = true;
    m_prompt.ask(this, question, [this, id, name = card->name](bool yes) {
        if (yes) {
            remove(id, name);
        }
    });
}

void AccountsPage::remove(AccountId id, const QString& name)
{
    m_desk.remove(id)->then(this, [this, name](const Result<Done>& removed) {
        const bool leftBehind{!removed && removed.error().detail() == QLatin1String{"left-behind"}};
        m_said->setTone(removed ? Textdesk::Tone::Muted : Textdesk::Tone::Bad);
        m_said->setText(removed ? tr("%1 was removed. Its conversations stay readable.").arg(name)
                : leftBehind
                ? tr("%1 was removed, but the keychain kept its token. Nothing uses it any more; "
                     "delete the entry “Textdesk” in the keychain’s own program.")
                      .arg(name)
                : describe(removed.error()).sentence());
        m_said->show();
    });
}

void AccountsPage::focusFirst()
{
    const auto* view = m_views.empty() ? nullptr : m_views.front();
    // The change of its name comes before, but is not what people come for.
    auto* first = view
        ? view->findChild<Button*>(QStringLiteral("accountTest_") + view->account().toString())
        : m_add;
    first->setFocus(Qt::OtherFocusReason);
}

} // namespace Textdesk
