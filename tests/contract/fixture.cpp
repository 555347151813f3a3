// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/fixture.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>

namespace Textdesk::Testing {

namespace {

QMap<QString, QString> texts(const QJsonObject& object)
{
    QMap<QString, QString> map;
    for (auto field = object.begin(); field != object.end(); ++field) {
        map.insert(field.key(), field.value().toString());
    }
    return map;
}

Fixture readCase(const QString& file, const QJsonObject& defaults, const QJsonObject& given)
{
    const auto part = [&defaults, &given](const QString& key) {
        return (given.contains(key) ? given : defaults).value(key);
    };
    const auto object = [&part](const QString& key) { return part(key).toObject(); };
    Fixture fixture;
    fixture.name = file + QStringLiteral(": ") + given.value(QStringLiteral("name")).toString();
    fixture.settings = texts(object(QStringLiteral("settings")));
    fixture.secrets = texts(object(QStringLiteral("secrets")));
    fixture.now =
        QDateTime::fromString(part(QStringLiteral("now")).toString(), Qt::ISODate).toUTC();
    fixture.call = object(QStringLiteral("call"));
    fixture.request = object(QStringLiteral("request"));
    fixture.answer = object(QStringLiteral("answer"));
    fixture.outcome = object(QStringLiteral("outcome"));
    return fixture;
}

} // namespace

QString Fixture::operation() const
{
    return call.value(QStringLiteral("op")).toString();
}

bool Fixture::succeeds() const
{
    return !outcome.contains(QStringLiteral("error"));
}

FakeNetwork::Answer Fixture::scriptedAnswer() const
{
    FakeNetwork::Answer scripted;
    const QString failure{answer.value(QStringLiteral("failure")).toString()};
    if (failure == QLatin1String{"cut"}) {
        scripted.error = QNetworkReply::RemoteHostClosedError;
    } else if (failure == QLatin1String{"refused"}) {
        scripted.error = QNetworkReply::ConnectionRefusedError;
        scripted.readsBody = false;
    }
    scripted.status = answer.value(QStringLiteral("status")).toInt(200);
    scripted.body = answer.value(QStringLiteral("body")).toString().toUtf8();
    const QJsonObject headers{answer.value(QStringLiteral("headers")).toObject()};
    for (auto field = headers.begin(); field != headers.end(); ++field) {
        scripted.headers.emplace_back(field.key().toLatin1(), field.value().toString().toLatin1());
    }
    return scripted;
}

std::vector<Fixture> readFixtures(const QString& folder)
{
    std::vector<Fixture> fixtures;
    const QDir dir{folder};
    for (const QString& name : dir.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        QFile file{dir.filePath(name)};
        QJsonParseError problem;
        if (!file.open(QIODevice::ReadOnly)) {
            qFatal("cannot read %s", qUtf8Printable(file.fileName()));
        }
        const auto document = QJsonDocument::fromJson(file.readAll(), &problem);
        if (problem.error != QJsonParseError::NoError) {
            qFatal("%s: %s", qUtf8Printable(name), qUtf8Printable(problem.errorString()));
        }
        const QJsonObject defaults{document.object()};
        for (const QJsonValue one : defaults.value(QStringLiteral("cases")).toArray()) {
            fixtures.push_back(readCase(name, defaults, one.toObject()));
        }
    }
    return fixtures;
}

} // namespace Textdesk::Testing
