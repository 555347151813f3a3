// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The only user of QNetworkAccessManager: one request out, one answer back, never a second try.
#pragma once

#include "app/base/call.h"
#include "app/base/clock.h"
#include "app/base/secrettext.h"
#include "app/http/headerlist.h"

#include <QUrl>

#include <chrono>
#include <memory>

QT_BEGIN_NAMESPACE
class QNetworkAccessManager;
QT_END_NAMESPACE

namespace Textdesk {

struct ClientRequest final {
    QByteArray method{"GET"};
    QUrl url{};
    HeaderList headers{}; // values of "token", "authorization" and the like reach no log
    QByteArray body{};
    QByteArray contentType{}; // empty: no Content-Type header
    std::chrono::milliseconds timeout{30000};
    qint64 answerLimit{8388608}; // bytes; more is a Protocol error
    QByteArray rateKey{}; // requests with one key share a RateGate; empty: ungated
};

struct ClientAnswer final {
    int status{0}; // any status is an answer: providers say what it means
    HeaderList headers{};
    QByteArray body{};
    bool multiplexed{false}; // came over HTTP/2: many requests share one connection
    [[nodiscard]] bool isSuccess() const { return status >= 200 && status < 300; }
};

enum class ProxyMode { System, None, Manual };

struct NetworkSettings final {
    ProxyMode proxyMode{ProxyMode::System};
    QString proxyHost{};
    quint16 proxyPort{0};
    QString proxyUser{};
    SecretText proxyPassword{};
    QString extraCaFile{}; // PEM; empty: the system's authorities only
};

class HttpClient : public QObject {
    Q_OBJECT
public:
    // network is null for the real one; tests hand in one with createRequest() overridden. Takes
    // ownership.
    explicit HttpClient(
        Clock& clock, QNetworkAccessManager* network = nullptr, QObject* parent = nullptr);
    ~HttpClient() override;

    // Error Rejected with detail "extra-ca" when the file cannot be read.
    [[nodiscard]] Result<Done> apply(const NetworkSettings& settings);
    // Errors: Offline (certainly not carried out), Timeout, ServerFault (cut), Protocol (too large,
    // bad redirect), RateLimited (gate closed, not sent), Cancelled. Error::mayHaveHappened() says
    // whether a byte of the body left. Redirects are never followed for anything but GET and HEAD,
    // and never across origins.
    [[nodiscard]] Call<ClientAnswer>* send(const ClientRequest& request);
    // Closes the gate of a key, e.g. after a 429.
    void holdBack(const QByteArray& rateKey, std::chrono::milliseconds wait);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Textdesk
