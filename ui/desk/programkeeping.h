// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The keychain page's desk over the real services; tells the window when the secrets are away.
#pragma once

#include "ui/accounts/keepingdesk.h"
#include "ui/widgets/bannerarea.h"

namespace Textdesk {

class ProgramKeeping final : public KeepingDesk {
    Q_OBJECT
public:
    explicit ProgramKeeping(SecretKeeping& keeping, QObject* parent = nullptr);

    [[nodiscard]] KeepingState state() const override { return m_keeping.state(); }
    [[nodiscard]] QString keychainName() const override { return m_keeping.backendName(); }
    [[nodiscard]] bool canMakeVault() const override { return m_keeping.canMakeVault(); }
    [[nodiscard]] Call<Done>* unlock(const SecretText& passphrase) override;
    [[nodiscard]] Call<Done>* makeVault(const SecretText& passphrase) override;
    [[nodiscard]] Call<Done>* tryAgain() override;
    [[nodiscard]] bool usesVault() const override { return m_keeping.usesVault(); }
    [[nodiscard]] Call<Done>* changePassphrase(
        const SecretText& old, const SecretText& fresh) override;
    [[nodiscard]] Call<Done>* moveToKeychain() override;

    // What the banner of this key says; nothing while all is well.
    static constexpr auto noticeKey = "keeping";
    [[nodiscard]] std::optional<Notice> notice() const;

private:
    SecretKeeping& m_keeping;
};

} // namespace Textdesk
