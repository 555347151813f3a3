// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A practice service under a manual clock, and a real HTTP client that talks to it.
#pragma once

#include "app/net/httpclient.h"
#include "app/practice/practiceservice.h"
#include "tests/app/practice/webhookcatcher.h"
#include "tests/support/manualclock.h"

#include <QJsonArray>
#include <QJsonObject>

namespace Textdesk::Testing {

class PracticeBench final {
public:
    explicit PracticeBench(PracticeOptions options = {});

    // Below "app/api/rest/v1/", signed in by headers.
    [[nodiscard]] Result<ClientAnswer> get(const QString& path);
    [[nodiscard]] Result<ClientAnswer> call(
        const QByteArray& method, const QString& path, const QJsonObject& body = {});
    [[nodiscard]] Call<ClientAnswer>* start(
        const QByteArray& method, const QString& path, const QJsonObject& body = {});
    // Any URL and headers of the service.
    [[nodiscard]] Result<ClientAnswer> raw(const QByteArray& method, const QString& pathAndQuery,
        const HeaderList& headers = {}, const QByteArray& body = {});
    // The service's own pages.
    [[nodiscard]] Result<ClientAnswer> control(
        const QByteArray& method, const QString& page, const QJsonObject& body = {});

    // Sends and hands over the id; empty if it was refused.
    QString send(const QString& number, const QString& text = QStringLiteral("Hello"),
        const QString& dataField = {});
    [[nodiscard]] QJsonObject message(const QString& id);
    [[nodiscard]] QJsonArray list(const QString& query = {});
    [[nodiscard]] QJsonArray ledger();
    [[nodiscard]] QStringList ids(const QString& query = {});
    void takeWebhooks();

    [[nodiscard]] static QJsonObject object(const Result<ClientAnswer>& answer);
    [[nodiscard]] static QJsonArray array(const Result<ClientAnswer>& answer);
    [[nodiscard]] static int status(const Result<ClientAnswer>& answer);

    ManualClock clock;
    SystemClock systemClock; // the client's: moving the service's time must not time it out
    HttpClient client{systemClock};
    WebhookCatcher catcher;
    PracticeService service;
    quint16 port{0};
};

// While it lives, this process cannot write a byte to any regular file: works as root too, unlike
// permissions.
class FullDisk final {
public:
    FullDisk();
    ~FullDisk();
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    quint64 m_before{0};
};

// What a program prints, fed with input; fails the wait rather than hanging.
[[nodiscard]] QByteArray outputOf(
    const QString& program, const QStringList& arguments, const QByteArray& input = {});

} // namespace Textdesk::Testing
