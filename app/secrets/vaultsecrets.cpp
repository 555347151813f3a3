// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/vaultsecrets.h"

#include <QFile>
#include <QSaveFile>
#include <QThreadPool>

#include <openssl/crypto.h>

namespace Textdesk {

struct VaultSecrets::Opened final {
    VaultHeader header;
    KeyPtr key;
    VaultEntries entries;
};

namespace {

tl::unexpected<Error> refuse(const char* detail)
{
    return fail(secretError(QLatin1String{detail}));
}

constexpr qint64 largestFile{16 << 20}; // a vault holds some short values

Result<QByteArray> bytesOf(const QString& path)
{
    QFile file{path};
    if (!file.exists()) {
        return refuse("vault-missing");
    }
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile) {
        return refuse("vault-damaged");
    }
    return file.readAll();
}

// Keyboards write one letter as one or as two code points; the passphrase is the same.
QByteArray normalised(const SecretText& passphrase)
{
    QString typed{passphrase.revealString()};
    QString composed{typed.normalized(QString::NormalizationForm_C)};
    typed.fill(QChar{});
    QByteArray bytes{composed.toUtf8()};
    composed.fill(QChar{});
    return bytes;
}

bool isLongEnough(const SecretText& passphrase)
{
    return passphrase.revealString().size() >= shortestPassphrase;
}

} // namespace

VaultSecrets::VaultSecrets(QString file, ScryptCost cost, QObject* parent)
    : Secrets{parent}
    , m_file{std::move(file)}
    , m_cost{cost}
{ }

VaultSecrets::~VaultSecrets() = default;

bool VaultSecrets::exists() const
{
    return QFile::exists(m_file);
}

bool VaultSecrets::isOpen() const
{
    return m_opened != nullptr;
}

Call<VaultSecrets::KeyPtr>* VaultSecrets::derive(
    const SecretText& passphrase, const VaultHeader& header)
{
    auto* call = new Call<KeyPtr>{this};
    QThreadPool::globalInstance()->start([passphrase, header, settle = call->settler()] {
        QByteArray bytes{normalised(passphrase)};
        auto key = std::make_shared<const WipedBytes>(
            scrypt(bytes, header.salt, header.cost, VaultFile::keyBytes));
        wipe(bytes);
        // What OpenSSL holds for this thread of the pool, which may end after OpenSSL itself.
        OPENSSL_thread_stop();
        settle(key->isEmpty() ? Result<KeyPtr>{refuse("vault-memory")} : Result<KeyPtr>{key});
    });
    return call;
}

Result<Done> VaultSecrets::save(
    const VaultHeader& header, const KeyPtr& key, const VaultEntries& entries)
{
    const QByteArray sealed{VaultFile::seal(header, *key, entries)};
    QSaveFile file{m_file};
    const bool written{!sealed.isEmpty() && file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(sealed) == sealed.size() && file.commit()};
    if (!written) {
        return refuse("vault-write");
    }
    return Done{};
}

void VaultSecrets::install(const VaultHeader& header, KeyPtr key, VaultEntries entries)
{
    const bool wasOpen{isOpen()};
    m_opened = std::make_unique<Opened>(Opened{header, std::move(key), std::move(entries)});
    if (!wasOpen) {
        emit openChanged();
    }
}

void VaultSecrets::rekey(
    const VaultEntries& entries, const SecretText& passphrase, Call<Done>* call)
{
    const VaultHeader fresh{VaultFile::freshHeader(m_cost)};
    derive(passphrase, fresh)->then(call, [this, call, entries, fresh](const Result<KeyPtr>& key) {
        if (!key) {
            call->settle(fail(key.error()));
            return;
        }
        VaultHeader header{fresh};
        header.check = VaultFile::checkOf(**key);
        const auto saved = save(header, *key, entries);
        if (saved) {
            install(header, *key, entries);
        }
        call->settle(saved);
    });
}

Call<Done>* VaultSecrets::create(const SecretText& passphrase, const VaultEntries& entries)
{
    if (exists()) {
        return settledCall<Done>(this, refuse("vault-exists"));
    }
    if (!isLongEnough(passphrase)) {
        return settledCall<Done>(this, refuse("passphrase-short"));
    }
    auto* call = new Call<Done>{this};
    rekey(entries, passphrase, call);
    return call;
}

Call<Done>* VaultSecrets::unlock(const SecretText& passphrase)
{
    const auto file = bytesOf(m_file);
    const auto header =
        file ? VaultFile::readHeader(*file) : Result<VaultHeader>{fail(file.error())};
    if (!header) {
        return settledCall<Done>(this, fail(header.error()));
    }
    auto* call = new Call<Done>{this};
    derive(passphrase, *header)
        ->then(call, [this, call, file = *file, header = *header](const Result<KeyPtr>& key) {
            auto entries =
                key ? VaultFile::open(file, **key) : Result<VaultEntries>{fail(key.error())};
            if (!entries) {
                call->settle(fail(entries.error()));
                return;
            }
            install(header, *key, *std::move(entries));
            call->settle(Done{});
        });
    return call;
}

Call<Done>* VaultSecrets::changePassphrase(const SecretText& old, const SecretText& fresh)
{
    if (!isLongEnough(fresh)) {
        return settledCall<Done>(this, refuse("passphrase-short"));
    }
    auto* call = new Call<Done>{this};
    unlock(old)->then(call, [this, call, fresh](const Result<Done>& unlocked) {
        if (!unlocked) {
            call->settle(unlocked);
            return;
        }
        rekey(m_opened->entries, fresh, call);
    });
    return call;
}

void VaultSecrets::lock()
{
    if (m_opened) {
        m_opened.reset();
        emit openChanged();
    }
}

VaultEntries VaultSecrets::entries() const
{
    return m_opened ? m_opened->entries : VaultEntries{};
}

Result<Done> VaultSecrets::discard()
{
    if (!QFile::remove(m_file)) {
        return refuse("vault-write");
    }
    lock();
    return Done{};
}

Result<Done> VaultSecrets::refresh()
{
    if (!m_opened) {
        return refuse("vault-locked");
    }
    const auto file = bytesOf(m_file);
    auto entries =
        file ? VaultFile::open(*file, *m_opened->key) : Result<VaultEntries>{fail(file.error())};
    if (!entries) {
        // A wrong key now means that somebody changed the passphrase.
        const bool rekeyed{entries.error().detail() == QLatin1String{"wrong-passphrase"}};
        if (rekeyed) {
            lock();
        }
        return rekeyed ? Result<Done>{refuse("vault-locked")} : fail(entries.error());
    }
    m_opened->entries = *std::move(entries);
    return Done{};
}

Call<SecretText>* VaultSecrets::read(const SecretKey& key)
{
    if (!m_opened) {
        return settledCall<SecretText>(this, refuse("vault-locked"));
    }
    const auto found = m_opened->entries.constFind({key.account, key.name});
    if (found == m_opened->entries.cend()) {
        return settledCall<SecretText>(this, refuse("not-found"));
    }
    return settledCall<SecretText>(this, *found);
}

Call<Done>* VaultSecrets::write(const SecretKey& key, const SecretText& value)
{
    QByteArray bytes{value.revealUtf8()};
    const bool isTooLong{
        bytes.size() > longestSecret || key.account.size() + key.name.size() > longestSecret};
    wipe(bytes);
    if (isTooLong) {
        return settledCall<Done>(this, refuse("too-long"));
    }
    if (const auto fresh = refresh(); !fresh) {
        return settledCall<Done>(this, fail(fresh.error()));
    }
    VaultEntries entries{m_opened->entries};
    entries.insert({key.account, key.name}, value);
    const auto saved = save(m_opened->header, m_opened->key, entries);
    if (saved) {
        m_opened->entries = std::move(entries);
    }
    return settledCall<Done>(this, saved);
}

Call<Done>* VaultSecrets::remove(const SecretKey& key)
{
    if (const auto fresh = refresh(); !fresh) {
        return settledCall<Done>(this, fail(fresh.error()));
    }
    VaultEntries entries{m_opened->entries};
    if (entries.remove({key.account, key.name}) == 0) {
        return settledCall<Done>(this, Done{});
    }
    const auto saved = save(m_opened->header, m_opened->key, entries);
    if (saved) {
        m_opened->entries = std::move(entries);
    }
    return settledCall<Done>(this, saved);
}

} // namespace Textdesk
