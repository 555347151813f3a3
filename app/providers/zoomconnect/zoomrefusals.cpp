// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/providers/zoomconnect/zoomrefusals.h"

#include "app/net/retryafter.h"
#include "app/providers/zoomconnect/zoomfields.h"

#include <QRegularExpression>

namespace Textdesk {

namespace {

// What the provider's own words say, for any refusal that has no code we know.
Error refusalByWords(const QString& words)
{
    static const QRegularExpression optOut{QStringLiteral("\\bopt(ed)?[ _-]?out|_OPTOUT\\b"),
        QRegularExpression::CaseInsensitiveOption};
    if (optOut.match(words).hasMatch()) {
        return Error{ErrorKind::Rejected, QStringLiteral("opted-out")};
    }
    if (words.contains(QLatin1String{"credit"}, Qt::CaseInsensitive)) {
        return Error{ErrorKind::Unauthorized, QStringLiteral("no-credit")};
    }
    return Error{ErrorKind::Rejected, QStringLiteral("refused")};
}

Error refusalByCode(const QString& code, const QString& words)
{
    if (code == QLatin1String{"2"}) {
        return Error{ErrorKind::Rejected, QStringLiteral("invalid-number")};
    }
    if (code == QLatin1String{"3"}) {
        return Error{ErrorKind::Rejected, QStringLiteral("empty-message")};
    }
    return refusalByWords(words);
}

Error errorOfStatus(int status, const QString& code, const QString& words, Effect effect)
{
    const bool doubtful{effect == Effect::Change};
    if (status == 401 || status == 403) {
        const Error said{refusalByWords(words)};
        return said.kind() == ErrorKind::Unauthorized
            ? said
            : Error{ErrorKind::Unauthorized, QStringLiteral("credentials")};
    }
    if (status == 402) {
        return Error{ErrorKind::Unauthorized, QStringLiteral("no-credit")};
    }
    if (status == 404) {
        return Error{ErrorKind::NotFound, QStringLiteral("not-found")};
    }
    if (status == 408) {
        return Error{ErrorKind::Timeout, QStringLiteral("status-408")}.withMayHaveHappened(
            doubtful);
    }
    if (status == 429) {
        return Error{ErrorKind::RateLimited, QStringLiteral("rate-limited")};
    }
    if (status >= 400 && status < 500) {
        return refusalByCode(code, words);
    }
    if (status >= 500) {
        return Error{ErrorKind::ServerFault, QStringLiteral("status-%1").arg(status)}
            .withMayHaveHappened(doubtful);
    }
    return Error{ErrorKind::Protocol, QStringLiteral("status-%1").arg(status)}.withMayHaveHappened(
        doubtful);
}

// The body's own words; RestErrorDTO, or the `error` that one client looks for (sheet 1.7, PY).
QString wordsOf(const QJsonObject& body)
{
    for (const QLatin1String key :
        {QLatin1String{"message"}, QLatin1String{"error"}, QLatin1String{"developerMessage"}}) {
        if (const QString words{body.value(key).toString().trimmed()}; !words.isEmpty()) {
            return words;
        }
    }
    return {};
}

QString codeOf(const QJsonObject& body)
{
    const auto code = integerField(body.value(QLatin1String{"code"}));
    return code ? QString::number(*code) : QString{};
}

} // namespace

Error zoomHttpError(const ClientAnswer& answer, Effect effect, qint64 nowMs)
{
    const QJsonObject body{readJson(answer.body).value_or(QJsonValue{}).toObject()};
    const QString words{wordsOf(body)};
    const QString code{codeOf(body)};
    Error error{errorOfStatus(answer.status, code, words, effect)};
    error.withHttpStatus(answer.status).withProviderCode(code).withProviderText(words);
    if (error.isRetryable()) {
        if (const auto header = answer.headers.value("Retry-After")) {
            if (const auto wait =
                    parseRetryAfter(*header, QDateTime::fromMSecsSinceEpoch(nowMs, Qt::UTC))) {
                error.withRetryAfter(*wait);
            }
        }
    }
    return error;
}

std::optional<Error> zoomRefusal(const QJsonObject& answer, int httpStatus)
{
    const QJsonValue said{answer.value(QLatin1String{"error"})};
    const bool none{said.isNull() || said.isUndefined() || (said.isBool() && !said.toBool())
        || (said.isString() && said.toString().trimmed().isEmpty())};
    if (none) {
        return {};
    }
    const QJsonObject detail{said.toObject()};
    const QString words{said.isObject() ? wordsOf(detail) : textField(said).value_or(QString{})};
    const QString code{said.isObject() ? codeOf(detail) : QString{}};
    Error error{refusalByCode(code, words)};
    error.withHttpStatus(httpStatus).withProviderCode(code).withProviderText(words.trimmed());
    // An id beside the error: whether the text went out is anybody's guess.
    error.withMayHaveHappened(!idField(answer.value(QLatin1String{"messageId"})).isEmpty());
    return error;
}

Error zoomUnreadable(const QString& what, int httpStatus, Effect effect)
{
    return Error{ErrorKind::Protocol, QStringLiteral("unreadable: ") + what}
        .withHttpStatus(httpStatus)
        .withMayHaveHappened(effect == Effect::Change);
}

} // namespace Textdesk
