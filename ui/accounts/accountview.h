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
class ElidedLabel;
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
    ElidedLabel* m_name{nullptr};
    TextLabel* m_provider{nullptr};
    TextLabel* m_balance{nullptr};
    TextLabel* m_state{nullptr};
    TextLabel* m_incoming{nullptr};
    TextLabel* m_contact{nullptr};
    TextLabel* m_said{nullptr};
    Spinner* m_spinner{nullptr};
    Button* m_change{nullptr};
    LookPanel* m_look{nullptr};
    Button* m_replace{nullptr};
    Button* m_test{nullptr};
    Button* m_pause{nullptr};
    Button* m_webhooks{nullptr};
    Button* m_remove{nullptr};
    AddressPanel* m_addresses{nullptr};
};

} // namespace Textdesk
