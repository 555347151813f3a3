// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Recorded exchanges with a provider: what we must put on the wire, what came back, what we make of
// it.
#pragma once

#include "tests/support/net/fakenetwork.h"

#include <QJsonObject>
#include <QMap>

#include <vector>

namespace Textdesk::Testing {

// One case of a fixture file. A file is {"about", ...defaults, "cases": [{"name", ...}]}: whatever
// a case leaves out is taken from the file.
struct Fixture final {
    QString name; // "send.json: accepted"
    QMap<QString, QString> settings;
    QMap<QString, QString> secrets;
    QDateTime now;
    QJsonObject call;
    QJsonObject request; // method, url, headers, body; empty: nothing may go out
    QJsonObject answer; // status, headers, body, or failure: "cut", "refused"
    QJsonObject outcome;

    [[nodiscard]] QString operation() const;
    [[nodiscard]] bool isWebhook() const { return operation() == QLatin1String{"webhook"}; }
    [[nodiscard]] bool succeeds() const;
    [[nodiscard]] FakeNetwork::Answer scriptedAnswer() const;
};

// Every case of every *.json in the folder, in order of the file names.
[[nodiscard]] std::vector<Fixture> readFixtures(const QString& folder);

} // namespace Textdesk::Testing
