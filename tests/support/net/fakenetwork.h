// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A network without sockets: records what a provider would put on the wire and answers from a
// script.
//
//     auto* network = new FakeNetwork;              // the client takes ownership
//     HttpClient client{clock, network};
//     network->enqueue({.status = 200, .body = "{\"messageId\":\"1\"}"});
//     const auto result = resultOf(provider.send(...));
//     QCOMPARE(network->requests().at(0).body, expectedBytes);
//
// Answers come from the queue first, then from the handler (onRequest). A request that nobody
// answers is a qWarning, which fails the test.
#pragma once

#include "app/http/headerlist.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <deque>
#include <functional>
#include <vector>

namespace Textdesk::Testing {

class FakeNetwork final : public QNetworkAccessManager {
public:
    struct Request {
        QByteArray method; // "POST"
        QUrl url;
        HeaderList headers; // as handed to Qt: without Host and the other headers that Qt adds
        QByteArray body;

        // Path and query as they would stand in the request line.
        [[nodiscard]] QByteArray target() const;
    };
    struct Answer {
        int status{200};
        QByteArray body{};
        std::vector<std::pair<QByteArray, QByteArray>> headers{};
        // Set: no answer but this failure, e.g. QNetworkReply::RemoteHostClosedError for a cut.
        QNetworkReply::NetworkError error{QNetworkReply::NoError};
        bool readsBody{true}; // false: fails before a byte of the body was taken (queue only)
        bool hangs{false}; // never answers, until aborted
    };
    using Handler = std::function<Answer(const Request&)>;

    using QNetworkAccessManager::QNetworkAccessManager;

    void enqueue(Answer answer) { m_queue.push_back(std::move(answer)); }
    // A failure before anything left: refused, no such host, TLS.
    void enqueueRefusal(QNetworkReply::NetworkError error = QNetworkReply::ConnectionRefusedError);
    // A connection that dies after the whole request was taken.
    void enqueueCut() { enqueue({.error = QNetworkReply::RemoteHostClosedError}); }
    void onRequest(Handler handler) { m_handler = std::move(handler); }

    [[nodiscard]] const std::vector<Request>& requests() const { return m_requests; }
    [[nodiscard]] int aborted() const { return m_aborted; }
    void forget() { m_requests.clear(); }

protected:
    QNetworkReply* createRequest(
        Operation operation, const QNetworkRequest& request, QIODevice* outgoing) override;

private:
    [[nodiscard]] Answer nextAnswer(Request& request, QIODevice* outgoing);

    std::deque<Answer> m_queue;
    Handler m_handler;
    std::vector<Request> m_requests;
    int m_aborted{0};
};

} // namespace Textdesk::Testing
