// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the vault lies on disk, version 1: a header that is readable and authenticated, then the
// secrets, sealed. Pure; tells a wrong passphrase from a damaged file.
//
//  0  8 bytes  "TEXTDESK"
//  8  1        version: 1
//  9  1, 1, 1  scrypt's log2(N), r and p
// 12  16       salt
// 28  16       check: bytes 32 to 47 of what scrypt makes; shows that the passphrase is right
// 44  8        the first bytes of SHA-256 over all before: shows that the header is whole
// 52  12       nonce, new with every writing
// 64  ...      AES-256-GCM under bytes 0 to 31 of what scrypt makes, with bytes 0 to 63 as AAD
#pragma once

#include "app/base/secrettext.h"
#include "app/secrets/vaultcipher.h"

#include <QMap>
#include <QString>

#include <utility>

namespace Textdesk {

// Account and name to value.
using VaultEntries = QMap<std::pair<QString, QString>, SecretText>;

struct VaultHeader final {
    ScryptCost cost;
    QByteArray salt;
    QByteArray check;
};

namespace VaultFile {

inline constexpr size_t keyBytes{64}; // how much scrypt is asked for

// With a fresh salt.
[[nodiscard]] VaultHeader freshHeader(const ScryptCost& cost);
// What the header says of a key that scrypt made.
[[nodiscard]] QByteArray checkOf(const WipedBytes& key);
// Errors SecretUnavailable "vault-damaged" and "vault-newer".
[[nodiscard]] Result<VaultHeader> readHeader(const QByteArray& file);
// Errors SecretUnavailable "wrong-passphrase" and "vault-damaged".
[[nodiscard]] Result<VaultEntries> open(const QByteArray& file, const WipedBytes& key);
// Empty if OpenSSL refused.
[[nodiscard]] QByteArray seal(
    const VaultHeader& header, const WipedBytes& key, const VaultEntries& entries);

} // namespace VaultFile

} // namespace Textdesk
