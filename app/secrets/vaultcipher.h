// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The two primitives of the vault, by OpenSSL: scrypt (RFC 7914) and AES-256-GCM (NIST SP 800-38D).
#pragma once

#include "app/base/result.h"
#include "app/secrets/wipedbytes.h"

namespace Textdesk {

// The cost of one guess at a passphrase: 2^17, 8 and 1 take 128 MiB and about half a second.
struct ScryptCost final {
    int log2N{17};
    int r{8};
    int p{1};
    friend bool operator==(const ScryptCost&, const ScryptCost&) = default;
};

inline constexpr int gcmKeyBytes{32};
inline constexpr int gcmNonceBytes{12};
inline constexpr int gcmTagBytes{16};

// Whether this computer is asked for something sensible: a damaged or hostile file may not take all
// of its memory.
[[nodiscard]] bool isSane(const ScryptCost& cost);
// length bytes; empty if OpenSSL refused (out of memory). Takes long: not on the main thread.
[[nodiscard]] WipedBytes scrypt(
    const QByteArray& passphrase, const QByteArray& salt, const ScryptCost& cost, size_t length);

// Ciphertext and tag; empty if OpenSSL refused. A nonce is used once with a key.
[[nodiscard]] QByteArray sealGcm(const unsigned char* key, const QByteArray& nonce,
    const QByteArray& header, const WipedBytes& plain);
// Error SecretUnavailable "vault-damaged" when one bit of key, nonce, header or text differs.
[[nodiscard]] Result<WipedBytes> openGcm(const unsigned char* key, const QByteArray& nonce,
    const QByteArray& header, const QByteArray& sealed);

// From the system's random source.
[[nodiscard]] QByteArray randomBytes(int length);

} // namespace Textdesk
