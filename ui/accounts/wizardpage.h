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
    void focusFirst();

signals:
    // Given up, or gone back.
    void cancelled();
    // Connected, and the person has read how texts come in.
    void done(Textdesk::AccountId id);

protected:
    void keyPressEvent(QKeyEvent* event) override;

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
    Card* m_formCard;
    QComboBox* m_provider;
    AccountForm* m_form;
    Spinner* m_spinner;
    TextLabel* m_progress;
    Button* m_submit;
    Button* m_cancel;
    Card* m_doneCard;
    TextLabel* m_incoming;
    AddressPanel* m_addresses;
    Button* m_go;
    Card* m_keepingCard;
    KeepingPanel* m_keepingPanel;
};

} // namespace Textdesk
