// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/vaultfile.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <cstring>
#include <optional>

namespace Textdesk::VaultFile {

namespace {

constexpr qsizetype digestAt{44};
constexpr qsizetype digestBytes{8};
constexpr qsizetype nonceAt{52};
constexpr qsizetype sealedAt{64};
constexpr qsizetype saltBytes{16};
constexpr qsizetype checkBytes{16};
constexpr char version{1};

tl::unexpected<Error> refuse(const char* detail)
{
    return fail(ErrorKind::SecretUnavailable, QString::fromLatin1(detail));
}

QByteArray magic()
{
    return QByteArrayLiteral("TEXTDESK");
}

QByteArray digestOf(const QByteArray& start)
{
    return QCryptographicHash::hash(start, QCryptographicHash::Sha256).left(digestBytes);
}

// Each entry: three times a length of two bytes and as many bytes (account, name, value).
size_t sizeOf(const VaultEntries& entries)
{
    size_t size{0};
    for (auto it = entries.cbegin(); it != entries.cend(); ++it) {
        QByteArray value{it->revealUtf8()};
        size += 6 + size_t(it.key().first.toUtf8().size() + it.key().second.toUtf8().size())
            + size_t(value.size());
        wipe(value);
    }
    return size;
}

unsigned char* put(unsigned char* at, const QByteArray& part)
{
    qToBigEndian(quint16(part.size()), at);
    if (!part.isEmpty()) {
        std::memcpy(at + 2, part.constData(), size_t(part.size()));
    }
    return at + 2 + part.size();
}

WipedBytes packed(const VaultEntries& entries)
{
    WipedBytes plain{sizeOf(entries)};
    unsigned char* at{plain.data()};
    for (auto it = entries.cbegin(); it != entries.cend(); ++it) {
        at = put(at, it.key().first.toUtf8());
        at = put(at, it.key().second.toUtf8());
        QByteArray value{it->revealUtf8()};
        at = put(at, value);
        wipe(value);
    }
    return plain;
}

std::optional<QByteArray> take(const WipedBytes& plain, size_t& at)
{
    if (plain.size() - at < 2) {
        return std::nullopt;
    }
    const size_t length{qFromBigEndian<quint16>(plain.data() + at)};
    at += 2;
    if (plain.size() - at < length) {
        return std::nullopt;
    }
    QByteArray part{reinterpret_cast<const char*>(plain.data() + at), qsizetype(length)};
    at += length;
    return part;
}

Result<VaultEntries> unpacked(const WipedBytes& plain)
{
    VaultEntries entries;
    size_t at{0};
    while (at < plain.size()) {
        const auto account = take(plain, at);
        const auto name = account ? take(plain, at) : std::nullopt;
        auto value = name ? take(plain, at) : std::nullopt;
        if (!value) {
            return refuse("vault-damaged");
        }
        entries.insert({QString::fromUtf8(*account), QString::fromUtf8(*name)}, SecretText{*value});
        wipe(*value);
    }
    return entries;
}

QByteArray headerBytes(const VaultHeader& header)
{
    QByteArray bytes{magic()};
    bytes += version;
    bytes += char(header.cost.log2N);
    bytes += char(header.cost.r);
    bytes += char(header.cost.p);
    bytes += header.salt;
    bytes += header.check;
    return bytes + digestOf(bytes);
}

} // namespace

VaultHeader freshHeader(const ScryptCost& cost)
{
    return {cost, randomBytes(int(saltBytes)), {}};
}

QByteArray checkOf(const WipedBytes& key)
{
    return key.view().mid(gcmKeyBytes, checkBytes);
}

Result<VaultHeader> readHeader(const QByteArray& file)
{
    if (file.size() < sealedAt + gcmTagBytes || !file.startsWith(magic())) {
        return refuse("vault-damaged");
    }
    if (file.at(8) > version) {
        return refuse("vault-newer");
    }
    if (file.at(8) != version || digestOf(file.left(digestAt)) != file.mid(digestAt, digestBytes)) {
        return refuse("vault-damaged");
    }
    const VaultHeader header{{quint8(file.at(9)), quint8(file.at(10)), quint8(file.at(11))},
        file.mid(12, saltBytes), file.mid(28, checkBytes)};
    if (!isSane(header.cost)) {
        return refuse("vault-damaged");
    }
    return header;
}

Result<VaultEntries> open(const QByteArray& file, const WipedBytes& key)
{
    const auto header = readHeader(file);
    if (!header) {
        return fail(header.error());
    }
    if (key.size() != keyBytes || !equalInConstantTime(checkOf(key), header->check)) {
        return refuse("wrong-passphrase");
    }
    const auto plain = openGcm(
        key.data(), file.mid(nonceAt, gcmNonceBytes), file.left(sealedAt), file.mid(sealedAt));
    return plain ? unpacked(*plain) : Result<VaultEntries>{fail(plain.error())};
}

QByteArray seal(const VaultHeader& header, const WipedBytes& key, const VaultEntries& entries)
{
    const QByteArray nonce{randomBytes(gcmNonceBytes)};
    const QByteArray start{headerBytes(header) + nonce};
    const QByteArray sealed{sealGcm(key.data(), nonce, start, packed(entries))};
    return sealed.isEmpty() ? QByteArray{} : start + sealed;
}

} // namespace Textdesk::VaultFile
