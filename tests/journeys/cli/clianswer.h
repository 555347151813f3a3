// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What one call of textdesk-cli came to.
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Textdesk::Testing {

struct CliAnswer final {
    int code{-1}; // -1: it did not end by itself
    QByteArray out;
    QByteArray err;

    // One JSON value and nothing else, or the empty one.
    [[nodiscard]] QJsonArray array() const { return QJsonDocument::fromJson(out).array(); }
    [[nodiscard]] QJsonObject object() const { return QJsonDocument::fromJson(out).object(); }
    // The object of the only element; empty unless there is exactly one.
    [[nodiscard]] QJsonObject only() const
    {
        const QJsonArray all = array();
        return all.size() == 1 ? all.first().toObject() : QJsonObject{};
    }
    // The last line of standard error; log lines may stand before it.
    [[nodiscard]] QJsonObject error() const
    {
        const QByteArray last{err.trimmed().split('\n').last()};
        return QJsonDocument::fromJson(last).object()[QStringLiteral("error")].toObject();
    }
};

} // namespace Textdesk::Testing
