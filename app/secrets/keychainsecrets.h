// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets in the keychain of the desktop, through QtKeychain: GNOME Keyring, KWallet, the Windows
// Credential Manager or the macOS Keychain. Never in a file of ours.
#pragma once

#include "app/base/clock.h"
#include "app/secrets/secrets.h"

#include <chrono>
#include <functional>

namespace Textdesk {

class KeychainSecrets final : public Secrets {
    Q_OBJECT
public:
    // After the limit a call ends as "locked" when the keyring is waiting to be unlocked, else as
    // "silent". A write that ended so may still happen once the keyring answers.
    explicit KeychainSecrets(Clock& clock,
        std::chrono::milliseconds limit = std::chrono::seconds{20}, QObject* parent = nullptr);
    // profile is asked when an entry is first needed: one person may have several profiles, and
    // accounts of one name in them. Without it the entries are shared.
    void keepApart(std::function<QString()> profile) { m_profile = std::move(profile); }

    // "not-found" is only said by a keyring that is known not to be locked; still it does not mean
    // that the person signed out.
    [[nodiscard]] Call<SecretText>* read(const SecretKey& key) override;
    [[nodiscard]] Call<Done>* write(const SecretKey& key, const SecretText& value) override;
    [[nodiscard]] Call<Done>* remove(const SecretKey& key) override;
    [[nodiscard]] QString backendName() const override;

private:
    [[nodiscard]] QString entryOf(const SecretKey& key) const;
    Clock& m_clock;
    std::chrono::milliseconds m_limit;
    std::function<QString()> m_profile;
};

// "profile/account/name" (without a profile "account/name") with % and / escaped, as the entry is
// called in the keychain under "Textdesk".
[[nodiscard]] QString keychainEntryName(const SecretKey& key, const QString& profile = {});

} // namespace Textdesk
