// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/practice/practicechecksum.h"

#include <openssl/evp.h>

#include <array>

namespace Textdesk {

QByteArray practiceFormEncoded(const QString& value)
{
    // Java keeps '*' and encodes '~'; everything else agrees with Qt's unreserved set.
    QByteArray encoded{
        value.toUtf8().toPercentEncoding(QByteArrayLiteral(" *"), QByteArrayLiteral("~"))};
    encoded.replace(' ', '+');
    return encoded;
}

QByteArray practiceSignedText(const PracticeFields& fields, bool formEncoded)
{
    QByteArray text;
    for (auto it = fields.cbegin(); it != fields.cend(); ++it) {
        if (!text.isEmpty()) {
            text += '&';
        }
        text += it.key().toUtf8() + '='
            + (formEncoded ? practiceFormEncoded(it.value()) : it.value().toUtf8());
    }
    return text;
}

QByteArray practiceHmacSha1(const QByteArray& key, const QByteArray& text)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    size_t length{0};
    const unsigned char* const made{
        EVP_Q_mac(nullptr, "HMAC", nullptr, "SHA1", nullptr, key.constData(), size_t(key.size()),
            reinterpret_cast<const unsigned char*>(text.constData()), size_t(text.size()),
            digest.data(), digest.size(), &length)};
    Q_ASSERT(made);
    return made
        ? QByteArray{reinterpret_cast<const char*>(digest.data()), qsizetype(length)}.toHex()
        : QByteArray{};
}

} // namespace Textdesk
