// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/providers/zoomconnect/zoomchecksum.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include <QUrl>

#include <array>
#include <memory>

namespace Textdesk {

namespace {

constexpr qsizetype digestBytes{20};

struct MacDeleter {
    void operator()(EVP_MAC* mac) const { EVP_MAC_free(mac); }
    void operator()(EVP_MAC_CTX* context) const { EVP_MAC_CTX_free(context); }
};

// As java.net.URLEncoder and PHP's urlencode() do it; they differ about '*' alone.
QByteArray formEncoded(const QString& text, bool keepStar)
{
    QByteArray out{QUrl::toPercentEncoding(text, " ", "~")};
    out.replace(' ', '+');
    if (keepStar) {
        out.replace("%2A", "*");
    }
    return out;
}

template <typename Encode> QByteArray joined(const ZoomParameters& parameters, Encode encode)
{
    QByteArray text;
    for (auto at = parameters.constBegin(); at != parameters.constEnd(); ++at) {
        if (at.key() == QLatin1String{"checksum"}) {
            continue;
        }
        if (!text.isEmpty()) {
            text += '&';
        }
        text += encode(at.key()) + '=' + encode(at.value());
    }
    return text;
}

} // namespace

QByteArrayList zoomChecksumTexts(const ZoomParameters& parameters)
{
    // The map is sorted by key: "nonce" comes before "nonce-date", which sorting the joined pairs
    // would turn round.
    QByteArrayList texts{joined(parameters, [](const QString& text) { return text.toUtf8(); })};
    for (const bool keepStar : {true, false}) {
        const QByteArray text{joined(
            parameters, [keepStar](const QString& part) { return formEncoded(part, keepStar); })};
        if (!texts.contains(text)) {
            texts.append(text);
        }
    }
    return texts;
}

QByteArray zoomHmacSha1(const QByteArray& key, const QByteArray& text)
{
    const std::unique_ptr<EVP_MAC, MacDeleter> mac{EVP_MAC_fetch(nullptr, "HMAC", nullptr)};
    const std::unique_ptr<EVP_MAC_CTX, MacDeleter> context{
        mac ? EVP_MAC_CTX_new(mac.get()) : nullptr};
    if (!context) {
        return {};
    }
    std::array<char, 5> digest{"SHA1"};
    const std::array<OSSL_PARAM, 2> parameters{
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest.data(), 0),
        OSSL_PARAM_construct_end()};
    const auto bytes = [](const QByteArray& array) {
        return reinterpret_cast<const unsigned char*>(array.constData());
    };
    std::array<unsigned char, EVP_MAX_MD_SIZE> out{};
    std::size_t length{0};
    const bool done{EVP_MAC_init(context.get(), bytes(key), static_cast<std::size_t>(key.size()),
                        parameters.data())
            == 1
        && EVP_MAC_update(context.get(), bytes(text), static_cast<std::size_t>(text.size())) == 1
        && EVP_MAC_final(context.get(), out.data(), &length, out.size()) == 1};
    if (!done || length != digestBytes) {
        return {};
    }
    return QByteArray{reinterpret_cast<const char*>(out.data()), digestBytes}.toHex();
}

bool zoomChecksumMatches(const ZoomParameters& parameters, const SecretText& key)
{
    const QByteArray given{parameters.value(QStringLiteral("checksum")).toUtf8().toLower()};
    if (key.isEmpty() || given.size() != 2 * digestBytes) {
        return false;
    }
    const QByteArray secret{key.revealUtf8()};
    bool matches{false};
    for (const QByteArray& text : zoomChecksumTexts(parameters)) {
        const QByteArray digest{zoomHmacSha1(secret, text)};
        matches = (digest.size() == given.size() && equalInConstantTime(digest, given)) || matches;
    }
    return matches;
}

} // namespace Textdesk
