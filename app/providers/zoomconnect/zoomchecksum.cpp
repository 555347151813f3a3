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

// Unencoded, a signed text does not say where its parameters begin (9.4: nothing in it is escaped),
// and the texter writes one of the values. A reply that says
// "hi&messageId=1&nonce=2&nonce-date=3&o=x" is signed as a whole; whoever captured it could post it
// again as the message "hi" with an id, a nonce and an expiry of the texter's choice, and what
// really followed hidden in the value of "o": the same join, so the same checksum. Which of the two
// the provider signed cannot be told. Thus no value may hold what looks like the start of a further
// parameter, and no name a separator, which leaves one way at most to cut a text; parameters being
// sorted and each there once, that way cannot replace any of the provider's own. It can only end
// the message early, before an unknown name that sorts between "message" and "messageId". "R&D" and
// "x=1" start no parameter. Form-encoded texts hold no separators but the real ones.
bool canBeCutAnew(const ZoomParameters& parameters)
{
    const auto beginsAnother = [](const QString& value) {
        const auto mark = value.indexOf(QLatin1Char{'&'});
        return mark >= 0 && value.indexOf(QLatin1Char{'='}, mark) >= 0;
    };
    for (auto at = parameters.constBegin(); at != parameters.constEnd(); ++at) {
        const QString& name{at.key()};
        if (name.contains(QLatin1Char{'&'}) || name.contains(QLatin1Char{'='})
            || beginsAnother(at.value())) {
            return true;
        }
    }
    return false;
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

ZoomChecksum zoomChecksum(const ZoomParameters& parameters, const SecretText& key)
{
    const QByteArray given{parameters.value(QStringLiteral("checksum")).toUtf8().toLower()};
    if (key.isEmpty() || given.size() != 2 * digestBytes) {
        return ZoomChecksum::Forged;
    }
    const QByteArray secret{key.revealUtf8()};
    std::array<bool, 2> matches{}; // unencoded, form-encoded
    const QByteArrayList texts{zoomChecksumTexts(parameters)};
    for (qsizetype i{0}; i < texts.size(); ++i) {
        const QByteArray digest{zoomHmacSha1(secret, texts[i])};
        bool& match{matches[i == 0 ? 0 : 1]};
        match = (digest.size() == given.size() && equalInConstantTime(digest, given)) || match;
    }
    if (matches[1] || (matches[0] && !canBeCutAnew(parameters))) {
        return ZoomChecksum::Genuine;
    }
    return matches[0] ? ZoomChecksum::Ambiguous : ZoomChecksum::Forged;
}

} // namespace Textdesk
