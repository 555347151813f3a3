// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Any webhook: no crash; without the key nothing is taken for genuine; what is signed is read as it
// was signed.
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

// Signs what came in, as the provider would, and expects the very same values back.
void checkSigned(const RawRequest& request, const QString& purpose, const InboundRules& rules)
{
    auto parameters = zoomParameters(request, PlusSign::Space);
    if (!parameters) {
        return;
    }
    parameters->insert(QStringLiteral("nonce"), QStringLiteral("n"));
    parameters->insert(QStringLiteral("nonce-date"), QStringLiteral("20180630132010"));
    parameters->remove(QStringLiteral("checksum"));
    const QByteArray digest{zoomHmacSha1("not guessable", zoomChecksumTexts(*parameters).first())};
    QByteArray body{"checksum=" + digest};
    for (auto at = parameters->begin(); at != parameters->end(); ++at) {
        body += '&' + QUrl::toPercentEncoding(at.key()) + '=' + QUrl::toPercentEncoding(at.value());
    }
    RawRequest made;
    made.method = "POST";
    made.target = "/hook/x";
    made.body = body;
    const auto read = rules.read(made, purpose, now);
    if (read) {
        require(read->authenticated && read->nonce == QLatin1String{"n"});
        require(
            idOf(read->events.front()) == parameters->value(QStringLiteral("messageId")).trimmed());
    } else {
        require(read.error().kind() == ErrorKind::Protocol);
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
