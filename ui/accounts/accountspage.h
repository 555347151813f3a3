// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every account of the profile, and the way to another one.
#pragma once

#include "ui/accounts/accountdesk.h"
#include "ui/prompt/prompt.h"
#include "ui/widgets/scrollpage.h"

namespace Textdesk {

class AccountView;
class Button;
class TextLabel;

class AccountsPage final : public ScrollPage {
    Q_OBJECT
public:
    AccountsPage(const Theme& theme, AccountDesk& desk, Prompt& prompt, QWidget* parent = nullptr);
    void focusFirst();

signals:
    void addRequested();
    void credentialRequested(Textdesk::AccountId account);

private:
    void refresh();
    void rebuild(const std::vector<AccountCard>& cards);
    void askToRemove(AccountId id);
    void remove(AccountId id, const QString& name);
    AccountDesk& m_desk;
    Prompt& m_prompt;
    Button* m_add;
    TextLabel* m_said;
    std::vector<AccountView*> m_views;
};

} // namespace Textdesk
