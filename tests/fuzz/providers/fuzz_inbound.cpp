// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Any webhook: no crash; without the key nothing is taken for genuine; what is signed is read as it
// was signed, or refused if it can be cut into other parameters.
#include "app/http/formdecoder.h"
#include "app/providers/zoomconnect/zoomchecksum.h"
#include "app/providers/zoomconnect/zoominbound.h"

#include <cstdlib>

using namespace Textdesk;

namespace {

constexpr qint64 now{1530357310000};

void require(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

ZoomSettings settings(bool checksumRequired)
{
    ZoomSettings made;
    made.region = QStringLiteral("ZA");
    made.zone = zoomZone(QStringLiteral("+02:00"));
    made.checksumRequired = checksumRequired;
    return made;
}

QString idOf(const InboundEvent& event)
{
    if (const auto* text = std::get_if<IncomingText>(&event)) {
        return text->providerId;
    }
    const auto* report = std::get_if<DeliveryReport>(&event);
    return report ? report->providerId : QString{};
}

RawRequest requestOf(const QByteArray& input)
{
    RawRequest request;
    request.method = "POST";
    const auto split = input.indexOf('\n');
    request.target = "/hook/x?" + (split < 0 ? QByteArray{} : input.left(split));
    request.body = input.mid(split + 1);
    return request;
}

QByteArray formOf(const ZoomParameters& parameters)
{
    FormFields fields;
    for (auto at = parameters.begin(); at != parameters.end(); ++at) {
        if (at.key() != QLatin1String{"checksum"}) {
            fields.emplace_back(at.key(), at.value());
        }
    }
    return encodeForm(fields);
}

RawRequest posted(const QByteArray& body)
{
    RawRequest made;
    made.method = "POST";
    made.target = "/hook/x";
    made.body = body;
    return made;
}

// The one way to cut a signed text in which every "&name=" starts a parameter.
ZoomParameters cut(const QByteArray& text)
{
    ZoomParameters parameters;
    QString name;
    for (const QByteArray& piece : text.split('&')) {
        const auto equals = piece.indexOf('=');
        if (equals < 0) {
            parameters[name] += QLatin1Char{'&'} + QString::fromUtf8(piece);
        } else {
            name = QString::fromUtf8(piece.left(equals));
            require(!parameters.contains(name));
            parameters.insert(name, QString::fromUtf8(piece.mid(equals + 1)));
        }
    }
    return parameters;
}

// Signs what came in, as the provider would, and expects the very same values back.
void checkSigned(const RawRequest& request, const QString& purpose, const InboundRules& rules)
{
    auto parameters = zoomParameters(request, PlusSign::Space);
    if (parameters) {
        // What a form cannot carry (lone surrogates, a pair without name and value) is not signed.
        parameters = zoomParameters(posted(formOf(*parameters)), PlusSign::Space);
    }
    if (!parameters) {
        return;
    }
    parameters->insert(QStringLiteral("nonce"), QStringLiteral("n"));
    parameters->insert(QStringLiteral("nonce-date"), QStringLiteral("20180630132010"));
    const QByteArray text{zoomChecksumTexts(*parameters).first()};
    const QByteArray digest{zoomHmacSha1("not guessable", text)};
    const auto read = rules.read(posted(formOf(*parameters) + "&checksum=" + digest), purpose, now);
    if (read) {
        require(read->authenticated && read->nonce == QLatin1String{"n"});
        require(
            idOf(read->events.front()) == parameters->value(QStringLiteral("messageId")).trimmed());
        require(cut(text) == *parameters);
    } else {
        require(read.error().kind() == ErrorKind::Protocol
            || read.error().detail() == QLatin1String{"ambiguous"});
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    static const ZoomInboundRules strict{settings(true), SecretText{"not guessable"}};
    static const ZoomInboundRules keyless{settings(true), {}};
    static const ZoomInboundRules open{settings(false), {}};
    const RawRequest request{
        requestOf(QByteArray{reinterpret_cast<const char*>(data), qsizetype(size)})};
    for (const QString& purpose : {QStringLiteral("replies"), QStringLiteral("reports")}) {
        require(!strict.read(request, purpose, now));
        require(!keyless.read(request, purpose, now));
        if (const auto read = open.read(request, purpose, now)) {
            require(!read->authenticated && read->nonce.isEmpty() && read->events.size() == 1);
            require(!idOf(read->events.front()).isEmpty());
        }
        checkSigned(request, purpose, strict);
    }
    return 0;
}
