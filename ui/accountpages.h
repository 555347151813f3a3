// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the account, credential and keychain pages into the window.
#pragma once

#include "app/engine/engine.h"
#include "ui/desk/programaccounts.h"
#include "ui/desk/programcredentials.h"
#include "ui/desk/programkeeping.h"
#include "ui/prompt/prompt.h"
#include "ui/shell/mainwindow.h"

#include <functional>

namespace Textdesk {

struct AccountPageServices final {
    Engine& engine;
    Clock& clock;
    const Theme& theme;
    Prompt& prompt;
    MainWindow& window;
    std::function<QString()>
        region; // where a number without a country code is from, ISO 3166-1 alpha-2
};

class AccountPages final : public QObject {
    Q_OBJECT
public:
    explicit AccountPages(const AccountPageServices& services, QObject* parent = nullptr);
    // Shows the keychain page at a start that needs a passphrase.
    void begin();

private:
    void buildWizard();
    void buildAccounts();
    void buildKeeping();
    void tellAboutKeeping();
    AccountPageServices m_services;
    ProgramAccounts m_accounts;
    ProgramCredentials m_credentials;
    ProgramKeeping m_keeping;
    QString m_told; // the banner's words, so that one that was closed stays closed
};

} // namespace Textdesk
