// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One account's card: light and reason, balance, how texts come in, and what can be done with it.
#pragma once

#include "ui/accounts/accountdesk.h"
#include "ui/theme/theme.h"

#include <QFrame>

#include <vector>

class QHBoxLayout;

namespace Textdesk {

class AddressPanel;
class Button;
class LookPanel;
class Spinner;
class TextLabel;

class AccountView final : public QFrame {
    Q_OBJECT
public:
    AccountView(const Theme& theme, AccountDesk& desk, AccountId id, QWidget* parent = nullptr);
    void present(const AccountCard& card);
    [[nodiscard]] AccountId account() const { return m_card.id; }
    // In the order of the Tab key.
    [[nodiscard]] std::vector<QWidget*> tabStops() const;

signals:
    void removeAsked(Textdesk::AccountId id);
    void credentialAsked(Textdesk::AccountId id);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void buildHead();
    void buildButtons();
    [[nodiscard]] Button* addButton(
        QHBoxLayout* row, const QString& name, const QString& words, const QString& spoken);
    void test();
    void say(const QString& sentence, bool isBad);
    void toggleAddresses();
    void openLook(bool open);
    void keepLook(const QString& name, int colour);
    const Theme& m_theme;
    AccountDesk& m_desk;
    AccountCard m_card;
    TextLabel* m_name;
    TextLabel* m_provider;
    TextLabel* m_balance;
    TextLabel* m_state;
    TextLabel* m_incoming;
    TextLabel* m_contact;
    TextLabel* m_said;
    Spinner* m_spinner;
    Button* m_change;
    LookPanel* m_look;
    Button* m_replace;
    Button* m_test;
    Button* m_pause;
    Button* m_webhooks;
    Button* m_remove;
    AddressPanel* m_addresses;
};

} // namespace Textdesk
