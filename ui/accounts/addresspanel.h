// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The webhook addresses of an account, each with a button that copies it, and the public address
// that they are made of.
#pragma once

#include "ui/accounts/accountdesk.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace Textdesk {

class TextLabel;

class AddressPanel final : public QWidget {
    Q_OBJECT
public:
    // name makes the object names of one panel differ from another's.
    AddressPanel(
        const Theme& theme, AccountDesk& desk, const QString& name, QWidget* parent = nullptr);
    void present(AccountId id);

private:
    void addPublicRow(QVBoxLayout* column);
    void refresh();
    void addRow(const QString& title, const QString& address, const QString& name);
    void keepPublic();
    void say(const QString& sentence, bool isBad);
    const Theme& m_theme;
    AccountDesk& m_desk;
    QString m_name;
    AccountId m_account;
    TextLabel* m_explanation;
    QLineEdit* m_public;
    TextLabel* m_said;
    QWidget* m_rows{nullptr};
};

} // namespace Textdesk
