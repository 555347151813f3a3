// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/secretmove.h"

namespace Textdesk {

namespace {

// Not an account's; see ui/settingseffects.cpp.
const SecretKey proxyPassword{QStringLiteral("network"), QStringLiteral("proxy-password")};

// Stands in the vault from its first file on until the keychain is empty, so that a move which was
// cut off is finished the next time the vault is opened.
const SecretKey leftInKeychain{QStringLiteral("textdesk"), QStringLiteral("left-in-keychain")};

} // namespace

SecretMove::SecretMove(ProfileSecrets& secrets, VaultEntries entries, QObject* service)
    : m_secrets{secrets}
    , m_entries{std::move(entries)}
    , m_call{new Call<Done>{service}}
{
    setParent(m_call);
}

Call<Done>* SecretMove::toVault(ProfileSecrets& secrets, const VaultEntries& held,
    const SecretText& passphrase, QObject* service)
{
    auto* move = new SecretMove{secrets, held, service};
    move->m_passphrase = passphrase;
    move->m_entries.insert({leftInKeychain.account, leftInKeychain.name},
        SecretText::fromString(QStringLiteral("yes")));
    Call<Done>* call{move->m_call};
    move->gatherOthers();
    return call;
}

Call<Done>* SecretMove::emptyKeychain(ProfileSecrets& secrets, QObject* service)
{
    const VaultEntries entries{secrets.vault().entries()};
    if (!entries.contains({leftInKeychain.account, leftInKeychain.name})) {
        return settledCall<Done>(service, Done{});
    }
    auto* move = new SecretMove{secrets, entries, service};
    Call<Done>* call{move->m_call};
    move->emptyKeychain(move->keys(), true);
    return call;
}

Call<Done>* SecretMove::toKeychain(ProfileSecrets& secrets, QObject* service)
{
    auto* move = new SecretMove{secrets, secrets.vault().entries(), service};
    Call<Done>* call{move->m_call};
    move->writeNext(move->keys());
    return call;
}

QList<SecretKey> SecretMove::keys() const
{
    QList<SecretKey> keys;
    for (auto it = m_entries.cbegin(); it != m_entries.cend(); ++it) {
        const SecretKey key{it.key().first, it.key().second};
        if (!(key == leftInKeychain)) {
            keys.append(key);
        }
    }
    return keys;
}

void SecretMove::gatherOthers()
{
    m_secrets.keychain().read(proxyPassword)->then(this, [this](const Result<SecretText>& read) {
        if (read && !read->isEmpty()) {
            m_entries.insert({proxyPassword.account, proxyPassword.name}, *read);
        }
        fillVault();
    });
}

void SecretMove::fillVault()
{
    m_secrets.vault().create(m_passphrase, m_entries)->then(this, [this](const Result<Done>& made) {
        if (!made) {
            m_call->settle(made);
            return;
        }
        // From the file, as the next start will.
        m_secrets.vault().unlock(m_passphrase)->then(this, [this](const Result<Done>& opened) {
            if (opened && m_secrets.vault().entries() == m_entries) {
                emptyKeychain(keys(), true);
                return;
            }
            // The keychain still has everything, so it goes on with that.
            (void)m_secrets.vault().discard();
            m_call->settle(
                opened ? fail(secretError(QLatin1String{"vault-write"})) : Result<Done>{opened});
        });
    });
}

void SecretMove::emptyKeychain(QList<SecretKey> left, bool allGone)
{
    if (left.isEmpty() && !allGone) {
        m_call->settle(fail(secretError(QLatin1String{"left-behind"})));
        return;
    }
    if (left.isEmpty()) {
        // Should the note stay, it costs the next start a look.
        m_secrets.vault().remove(leftInKeychain)->then(this, [this](const Result<Done>&) {
            m_call->settle(Done{});
        });
        return;
    }
    const SecretKey key{left.takeFirst()};
    m_secrets.keychain().remove(key)->then(
        this, [this, left = std::move(left), allGone](const Result<Done>& removed) {
            const bool gone{removed || removed.error().detail() == QLatin1String{"not-found"}};
            emptyKeychain(left, allGone && gone);
        });
}

void SecretMove::writeNext(QList<SecretKey> left)
{
    if (left.isEmpty()) {
        m_call->settle(m_secrets.vault().discard());
        return;
    }
    const SecretKey key{left.takeFirst()};
    m_secrets.keychain()
        .write(key, m_entries.value({key.account, key.name}))
        ->then(this, [this, key, left = std::move(left)](const Result<Done>& written) {
            if (!written) {
                m_call->settle(written);
                return;
            }
            proveNext(key, left);
        });
}

void SecretMove::proveNext(const SecretKey& key, const QList<SecretKey>& left)
{
    m_secrets.keychain().read(key)->then(this, [this, key, left](const Result<SecretText>& read) {
        if (!read || !(*read == m_entries.value({key.account, key.name}))) {
            m_call->settle(
                read ? fail(secretError(QLatin1String{"not-found"})) : fail(read.error()));
            return;
        }
        writeNext(left);
    });
}

} // namespace Textdesk
