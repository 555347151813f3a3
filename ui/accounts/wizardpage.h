// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Connecting an account: the provider's form, a live proof, then what to paste at the provider.
#pragma once

#include "ui/accounts/accountdesk.h"
#include "ui/accounts/keepingdesk.h"
#include "ui/widgets/scrollpage.h"

#include <QPointer>

class QComboBox;
class QStackedWidget;

namespace Textdesk {

class AccountForm;
class AddressPanel;
class Button;
class Card;
class KeepingPanel;
class Spinner;
class TextLabel;

class WizardPage final : public ScrollPage {
    Q_OBJECT
public:
    WizardPage(
        const Theme& theme, AccountDesk& desk, KeepingDesk& keeping, QWidget* parent = nullptr);
    // An empty form.
    void begin();
    // What was typed before stays, but for the token; empty after an account was connected.
    void resume();
    void focusFirst();

signals:
    // Given up, or gone back.
    void cancelled();
    // Connected, and the person has read how texts come in.
    void done(Textdesk::AccountId id);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void buildForm();
    void buildDone();
    void buildKeeping();
    void chooseProvider();
    void submit();
    void connectWith(const AccountRequest& request);
    void connected(AccountId id);
    void refused(const Error& error);
    void giveUp();
    void setBusy(bool busy);
    void showStep(QWidget* step);

    AccountDesk& m_desk;
    KeepingDesk& m_keeping;
    AccountId m_account;
    AccountRequest m_request; // while it is tried; forgotten after
    QPointer<CallBase> m_running;
    Card* m_formCard{nullptr};
    QComboBox* m_provider{nullptr};
    AccountForm* m_form{nullptr};
    Spinner* m_spinner{nullptr};
    TextLabel* m_progress{nullptr};
    Button* m_submit{nullptr};
    Button* m_cancel{nullptr};
    Card* m_doneCard{nullptr};
    TextLabel* m_incoming{nullptr};
    AddressPanel* m_addresses{nullptr};
    Button* m_go{nullptr};
    Card* m_keepingCard{nullptr};
    KeepingPanel* m_keepingPanel{nullptr};
};

} // namespace Textdesk
