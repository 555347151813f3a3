// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets in one file of the profile under a passphrase, for computers without a keychain.
#pragma once

#include "app/secrets/secrets.h"
#include "app/secrets/vaultfile.h"

#include <memory>

namespace Textdesk {

class VaultSecrets final : public Secrets {
    Q_OBJECT
public:
    // cost is for vaults that are made from now on; an existing one says its own.
    explicit VaultSecrets(QString file, ScryptCost cost = {}, QObject* parent = nullptr);
    ~VaultSecrets() override;

    [[nodiscard]] bool exists() const;
    [[nodiscard]] bool isOpen() const;
    // Each takes about half a second on a thread of its own. Errors SecretUnavailable:
    // "passphrase-short" (under eight characters), "vault-exists", "vault-write".
    // What it shall hold is in the first file that is written: a vault is never there without it.
    [[nodiscard]] Call<Done>* create(
        const SecretText& passphrase, const VaultEntries& entries = {});
    // "vault-missing", "wrong-passphrase", "vault-damaged", "vault-newer", "vault-memory".
    [[nodiscard]] Call<Done>* unlock(const SecretText& passphrase);
    // Also "wrong-passphrase"; whatever fails, the old passphrase still opens the vault.
    [[nodiscard]] Call<Done>* changePassphrase(const SecretText& old, const SecretText& fresh);
    void lock();
    // All that it holds; nothing while it is locked.
    [[nodiscard]] VaultEntries entries() const;
    // The file goes, and with it what it holds. Error SecretUnavailable "vault-write".
    [[nodiscard]] Result<Done> discard();

    // While it is not open every one says "vault-locked"; writing may say "vault-write".
    [[nodiscard]] Call<SecretText>* read(const SecretKey& key) override;
    [[nodiscard]] Call<Done>* write(const SecretKey& key, const SecretText& value) override;
    [[nodiscard]] Call<Done>* remove(const SecretKey& key) override;
    [[nodiscard]] QString backendName() const override { return QStringLiteral("vault"); }

signals:
    // Opened or locked.
    void openChanged();

private:
    struct Opened;
    using KeyPtr = std::shared_ptr<const WipedBytes>;
    [[nodiscard]] Call<KeyPtr>* derive(const SecretText& passphrase, const VaultHeader& header);
    [[nodiscard]] Result<Done> save(
        const VaultHeader& header, const KeyPtr& key, const VaultEntries& entries);
    // What another process wrote meanwhile is read again before anything is changed.
    [[nodiscard]] Result<Done> refresh();
    void install(const VaultHeader& header, KeyPtr key, VaultEntries entries);
    void rekey(const VaultEntries& entries, const SecretText& passphrase, Call<Done>* call);

    QString m_file;
    ScryptCost m_cost;
    std::unique_ptr<Opened> m_opened;
};

inline constexpr qsizetype shortestPassphrase{8}; // characters

} // namespace Textdesk
