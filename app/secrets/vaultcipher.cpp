// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/vaultcipher.h"

#include <openssl/evp.h>
#include <openssl/kdf.h>

#include <QRandomGenerator>

#include <memory>

namespace Textdesk {

namespace {

struct FreeCipher final {
    void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};
using Cipher = std::unique_ptr<EVP_CIPHER_CTX, FreeCipher>;

constexpr quint64 mostMemory{quint64{1} << 30};

quint64 memoryOf(const ScryptCost& cost)
{
    // RFC 7914, section 2: 128 * r * N bytes, and 128 * r * p beside.
    return quint64{128} * quint64(cost.r) * ((quint64{1} << cost.log2N) + quint64(cost.p));
}

const unsigned char* bytesOf(const QByteArray& array)
{
    return reinterpret_cast<const unsigned char*>(array.constData());
}

tl::unexpected<Error> damaged()
{
    return fail(ErrorKind::SecretUnavailable, QStringLiteral("vault-damaged"));
}

} // namespace

bool isSane(const ScryptCost& cost)
{
    return cost.log2N >= 4 && cost.log2N <= 22 && cost.r >= 1 && cost.r <= 32 && cost.p >= 1
        && cost.p <= 16 && memoryOf(cost) <= mostMemory;
}

WipedBytes scrypt(
    const QByteArray& passphrase, const QByteArray& salt, const ScryptCost& cost, size_t length)
{
    constexpr quint64 slack{1 << 20};
    WipedBytes key{length};
    const int ok{EVP_PBE_scrypt(passphrase.constData(), size_t(passphrase.size()), bytesOf(salt),
        size_t(salt.size()), quint64{1} << cost.log2N, quint64(cost.r), quint64(cost.p),
        memoryOf(cost) + slack, key.data(), key.size())};
    return ok == 1 ? std::move(key) : WipedBytes{};
}

QByteArray sealGcm(const unsigned char* key, const QByteArray& nonce, const QByteArray& header,
    const WipedBytes& plain)
{
    const Cipher cipher{EVP_CIPHER_CTX_new()};
    QByteArray sealed{qsizetype(plain.size()) + gcmTagBytes, '\0'};
    auto* out = reinterpret_cast<unsigned char*>(sealed.data());
    int length{0};
    int rest{0};
    const bool ok{
        EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, key, bytesOf(nonce)) == 1
        && EVP_EncryptUpdate(cipher.get(), nullptr, &length, bytesOf(header), int(header.size()))
            == 1
        && EVP_EncryptUpdate(cipher.get(), out, &length, plain.data(), int(plain.size())) == 1
        && EVP_EncryptFinal_ex(cipher.get(), out + length, &rest) == 1
        && EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, gcmTagBytes, out + plain.size())
            == 1};
    return ok ? sealed : QByteArray{};
}

Result<WipedBytes> openGcm(const unsigned char* key, const QByteArray& nonce,
    const QByteArray& header, const QByteArray& sealed)
{
    if (sealed.size() < gcmTagBytes || nonce.size() != gcmNonceBytes) {
        return damaged();
    }
    const Cipher cipher{EVP_CIPHER_CTX_new()};
    QByteArray tag{sealed.right(gcmTagBytes)};
    WipedBytes plain{size_t(sealed.size() - gcmTagBytes)};
    int length{0};
    int rest{0};
    unsigned char nothing{0};
    const bool ok{
        EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, key, bytesOf(nonce)) == 1
        && EVP_DecryptUpdate(cipher.get(), nullptr, &length, bytesOf(header), int(header.size()))
            == 1
        && EVP_DecryptUpdate(cipher.get(), plain.isEmpty() ? &nothing : plain.data(), &length,
               bytesOf(sealed), int(plain.size()))
            == 1
        && EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, gcmTagBytes, tag.data()) == 1
        && EVP_DecryptFinal_ex(cipher.get(), &nothing, &rest) == 1};
    if (!ok) {
        return damaged();
    }
    return plain;
}

QByteArray randomBytes(int length)
{
    QByteArray bytes{length, '\0'};
    for (char& byte : bytes) {
        byte = char(QRandomGenerator::system()->bounded(256));
    }
    return bytes;
}

} // namespace Textdesk
