// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ownerprotocol.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace Textdesk {

namespace {

struct NamedRefusal final {
    OwnerRefusal why;
    const char* name;
};
constexpr std::array<NamedRefusal, 6> refusalNames{
    {{OwnerRefusal::Malformed, "malformed"}, {OwnerRefusal::Version, "version"},
        {OwnerRefusal::OtherSecrets, "other-secrets"}, {OwnerRefusal::Later, "later"},
        {OwnerRefusal::NoWindow, "no-window"}, {OwnerRefusal::Broken, "broken"}}};

QByteArray bytesOf(const QJsonObject& object)
{
    return QJsonDocument{object}.toJson(QJsonDocument::Compact);
}

// Every value must be a string; nothing otherwise.
std::optional<QMap<QString, QString>> readMap(const QJsonValue& value)
{
    if (!value.isObject()) {
        return std::nullopt;
    }
    QMap<QString, QString> map;
    const QJsonObject object{value.toObject()};
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!it.value().isString()) {
            return std::nullopt;
        }
        map.insert(it.key(), it.value().toString());
    }
    return map;
}

std::optional<QStringList> readList(const QJsonValue& value)
{
    if (!value.isArray()) {
        return std::nullopt;
    }
    QStringList list;
    const QJsonArray array = value.toArray(); // braces would put it into another array
    for (const QJsonValue& item : array) {
        if (!item.isString()) {
            return std::nullopt;
        }
        list.append(item.toString());
    }
    return list;
}

std::optional<CallerGoods> readGoods(const QJsonObject& object)
{
    const auto files = readMap(object[QStringLiteral("files")]);
    const auto variables = readMap(object[QStringLiteral("variables")]);
    const auto lines = readList(object[QStringLiteral("lines")]);
    if (!files || !variables || !lines) {
        return std::nullopt;
    }
    CallerGoods goods;
    goods.folder = object[QStringLiteral("folder")].toString();
    for (auto it = files->cbegin(); it != files->cend(); ++it) {
        const auto bytes = QByteArray::fromBase64Encoding(
            it.value().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
        if (!bytes) {
            return std::nullopt;
        }
        goods.files.insert(it.key(), *bytes);
    }
    goods.variables = *variables;
    goods.lines = *lines;
    return goods;
}

} // namespace

QByteArray requestBytes(const OwnerRequest& request)
{
    QJsonObject files;
    for (auto it = request.goods.files.cbegin(); it != request.goods.files.cend(); ++it) {
        files.insert(it.key(), QString::fromLatin1(it.value().toBase64()));
    }
    QJsonObject variables;
    for (auto it = request.goods.variables.cbegin(); it != request.goods.variables.cend(); ++it) {
        variables.insert(it.key(), it.value());
    }
    return bytesOf({{QStringLiteral("protocol"), ownerProtocolVersion},
        {QStringLiteral("raise"), request.raise},
        {QStringLiteral("activation"), request.activationToken},
        {QStringLiteral("words"), QJsonArray::fromStringList(request.words)},
        {QStringLiteral("folder"), request.goods.folder}, {QStringLiteral("files"), files},
        {QStringLiteral("variables"), variables},
        {QStringLiteral("lines"), QJsonArray::fromStringList(request.goods.lines)}});
}

Result<OwnerRequest> readRequest(const QByteArray& bytes)
{
    const auto malformed = [] { return fail(ErrorKind::Rejected, QStringLiteral("malformed")); };
    const QJsonDocument document{QJsonDocument::fromJson(bytes)};
    if (!document.isObject()) {
        return malformed();
    }
    const QJsonObject object{document.object()};
    if (object[QStringLiteral("protocol")].toInt() != ownerProtocolVersion) {
        return fail(ErrorKind::Rejected, QStringLiteral("version"));
    }
    const auto words = readList(object[QStringLiteral("words")]);
    auto goods = readGoods(object);
    if (!words || !goods || !object[QStringLiteral("raise")].isBool()) {
        return malformed();
    }
    return OwnerRequest{object[QStringLiteral("raise")].toBool(),
        object[QStringLiteral("activation")].toString(), *words, std::move(*goods)};
}

QByteArray refusalBytes(const RefusalNote& note)
{
    QString name;
    for (const NamedRefusal& known : refusalNames) {
        if (known.why == note.why) {
            name = QLatin1String{known.name};
        }
    }
    return bytesOf({{QStringLiteral("why"), name}, {QStringLiteral("program"), note.program},
        {QStringLiteral("pid"), note.pid}, {QStringLiteral("detail"), note.detail}});
}

RefusalNote readRefusal(const QByteArray& bytes)
{
    const QJsonObject object{QJsonDocument::fromJson(bytes).object()};
    RefusalNote note;
    for (const NamedRefusal& known : refusalNames) {
        if (object[QStringLiteral("why")].toString() == QLatin1String{known.name}) {
            note.why = known.why;
        }
    }
    note.program = object[QStringLiteral("program")].toString();
    note.pid = object[QStringLiteral("pid")].toInteger();
    note.detail = object[QStringLiteral("detail")].toString();
    return note;
}

QByteArray endBytes(int exitCode)
{
    return QByteArray::number(exitCode);
}

std::optional<int> readEnd(const QByteArray& bytes)
{
    constexpr int largest{255};
    bool ok{false};
    const int code{bytes.toInt(&ok)};
    return ok && code >= 0 && code <= largest ? std::optional{code} : std::nullopt;
}

} // namespace Textdesk
