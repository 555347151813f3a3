// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/providers/zoomconnect/zoomfields.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>
#include <limits>

namespace Textdesk {

namespace {

constexpr qsizetype longestId{200};

// Numbers as JSON would print them, so that a number for an id is the same text every time.
QString spelled(const QJsonValue& number)
{
    if (const auto whole = integerField(number)) {
        return QString::number(*whole);
    }
    return QString::number(number.toDouble(), 'g', 15);
}

} // namespace

Result<QJsonValue> readJson(const QByteArray& body)
{
    QByteArray text{body};
    if (text.startsWith("\xEF\xBB\xBF")) {
        text.remove(0, 3);
    }
    text = text.trimmed();
    if (text.isEmpty()) {
        return fail(ErrorKind::Protocol, QStringLiteral("empty"));
    }
    if (text.startsWith('<')) {
        return fail(ErrorKind::Protocol, QStringLiteral("html"));
    }
    // QJsonDocument knows only objects and arrays at the top: a scalar is read as the one element
    // of an array.
    QJsonParseError problem;
    const auto document = QJsonDocument::fromJson('[' + text + ']', &problem);
    if (problem.error != QJsonParseError::NoError || document.array().size() != 1) {
        return fail(ErrorKind::Protocol, QStringLiteral("not-json"));
    }
    return document.array().at(0);
}

std::optional<QString> textField(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        return QString{};
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Double:
        return spelled(value);
    case QJsonValue::Bool:
    case QJsonValue::Array:
    case QJsonValue::Object:
        return {};
    }
    return {};
}

QString idField(const QJsonValue& value)
{
    if (value.isDouble()) {
        const auto whole = integerField(value);
        return whole && *whole > 0 ? QString::number(*whole) : QString{};
    }
    const QString text{value.toString().trimmed()};
    return text.size() <= longestId ? text : QString{};
}

std::optional<double> numberField(const QJsonValue& value)
{
    bool isNumber{value.isDouble()};
    const double number{
        value.isString() ? value.toString().trimmed().toDouble(&isNumber) : value.toDouble()};
    return isNumber && std::isfinite(number) ? std::optional{number} : std::nullopt;
}

std::optional<qint64> integerField(const QJsonValue& value)
{
    if (value.isString()) {
        bool isNumber{false};
        const qint64 number{value.toString().trimmed().toLongLong(&isNumber)};
        return isNumber ? std::optional{number} : std::nullopt;
    }
    constexpr qint64 none{std::numeric_limits<qint64>::min()};
    const qint64 number{value.toInteger(none)};
    return value.isDouble() && number != none ? std::optional{number} : std::nullopt;
}

std::optional<bool> boolField(const QJsonValue& value)
{
    if (value.isBool()) {
        return value.toBool();
    }
    const QString word{value.toString().trimmed()};
    if (word.compare(QLatin1String{"true"}, Qt::CaseInsensitive) == 0) {
        return true;
    }
    if (word.compare(QLatin1String{"false"}, Qt::CaseInsensitive) == 0) {
        return false;
    }
    return {};
}

bool isUsableId(const QString& id)
{
    // A path part of dots would be resolved away, and "messages/.." is another endpoint.
    return !id.isEmpty() && id.size() <= longestId && id != QLatin1String{"."}
    && id != QLatin1String{".."};
}

} // namespace Textdesk
