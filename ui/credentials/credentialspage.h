// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A card for every secret of every account.
#pragma once

#include "app/base/clock.h"
#include "ui/credentials/credentialdesk.h"
#include "ui/widgets/scrollpage.h"

namespace Textdesk {

class Button;
class CredentialView;
class EmptyState;
class SecretClipboard;

class CredentialsPage final : public ScrollPage {
    Q_OBJECT
public:
    CredentialsPage(
        const Theme& theme, Clock& clock, CredentialDesk& desk, QWidget* parent = nullptr);
    void focusFirst();
    // Opens the field for another value of that account's token.
    void beginReplacing(AccountId account);

signals:
    // The person wants to see where the secrets are kept.
    void keepingWanted();

private:
    void refresh();
    void rebuild(const std::vector<CredentialCard>& cards);
    CredentialDesk& m_desk;
    SecretClipboard* m_clipboard;
    EmptyState* m_empty;
    Button* m_keeping;
    std::vector<CredentialView*> m_views;
};

} // namespace Textdesk
