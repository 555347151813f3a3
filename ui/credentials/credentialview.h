// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One secret's card: masked, its age, copy, and replacing it with a live proof.
#pragma once

#include "ui/credentials/credentialdesk.h"
#include "ui/theme/theme.h"

#include <QFrame>
#include <QPointer>

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace Textdesk {

class Button;
class SecretClipboard;
class Spinner;
class ElidedLabel;
class TextLabel;

class CredentialView final : public QFrame {
    Q_OBJECT
public:
    CredentialView(const Theme& theme, CredentialDesk& desk, SecretClipboard& clipboard,
        const CredentialCard& card, QWidget* parent = nullptr);
    void present(const CredentialCard& card);
    [[nodiscard]] bool isOf(const CredentialCard& card) const
    {
        return card.account == m_card.account && card.name == m_card.name;
    }

    [[nodiscard]] AccountId account() const { return m_card.account; }
    // The field for another value, with the focus in it.
    void openReplacing(bool open);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QString named(const char* part) const;
    void buildHead(QVBoxLayout* column);
    void buildButtons(QVBoxLayout* column);
    void buildReplacing(QVBoxLayout* column);
    void addRotation();
    void copy();
    void replace();
    void giveUp();
    void setBusy(bool busy);
    void say(const QString& sentence, bool isBad);
    const Theme& m_theme;
    CredentialDesk& m_desk;
    SecretClipboard& m_clipboard;
    CredentialCard m_card;
    TextLabel* m_title{nullptr};
    ElidedLabel* m_account{nullptr};
    TextLabel* m_masked{nullptr};
    TextLabel* m_age{nullptr};
    TextLabel* m_used{nullptr};
    TextLabel* m_said{nullptr};
    Button* m_copy{nullptr};
    Button* m_open{nullptr};
    QComboBox* m_rotation{nullptr};
    QWidget* m_replacing{nullptr};
    QLineEdit* m_value{nullptr};
    Button* m_prove{nullptr};
    Button* m_cancel{nullptr};
    Spinner* m_spinner{nullptr};
    QPointer<CallBase> m_running;
};

} // namespace Textdesk
