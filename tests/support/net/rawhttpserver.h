// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// An HTTP server without manners: keeps every byte it gets and answers exactly what a test tells it
// to.
//
//     RawHttpServer server;
//     server.script({{.send = RawHttpServer::ok("{}")}, {.send = "HTTP/1.1 2", .end =
//     RawHttpServer::End::Rst}});
//     ... client.send({.url = server.url("/api/x")}) ...
//     QCOMPARE(server.requests().size(), 1u);
#pragma once

#include <QHash>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QUrl>

#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
class QTcpSocket;
QT_END_NAMESPACE

namespace Textdesk::Testing {

class RawHttpServer final : public QTcpServer {
    Q_OBJECT
public:
    enum class When {
        Accepted,
        Headers,
        Whole
    }; // react on connecting, after the headers, after the body
    enum class End { KeepOpen, Fin, Rst };
    struct Reaction {
        When when{When::Whole};
        QByteArray send{};
        End end{End::KeepOpen};
        QByteArray chunk{}; // sent again and again after send
        int repeat{0}; // how often; -1 without end
        int dripMs{0}; // above 0: send goes out byte by byte
    };
    struct Request {
        int connection; // counted from 0
        QByteArray head; // request line and headers with the empty line
        QByteArray body; // what came of it
        bool isWhole;

        [[nodiscard]] QByteArray method() const { return head.left(head.indexOf(' ')); }
        [[nodiscard]] QByteArray target() const { return head.split(' ').value(1); }
        // Value of the first such field, without the case of its name; empty if there is none.
        [[nodiscard]] QByteArray field(const QByteArray& name) const;
    };

    // Listens on 127.0.0.1 and a free port; with tls (certificate and key set) over TLS.
    explicit RawHttpServer(std::optional<QSslConfiguration> tls = std::nullopt);

    // The n-th request gets the n-th reaction, all later ones the last.
    void script(std::vector<Reaction> reactions);
    [[nodiscard]] QUrl url(
        const QString& path, const QString& host = QStringLiteral("127.0.0.1")) const;

    [[nodiscard]] const std::vector<Request>& requests() const { return m_requests; }
    [[nodiscard]] int countOf(const QByteArray& method) const;
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] qint64 bytesSent() const { return m_bytesSent; }

    // A complete answer on a connection that stays open.
    [[nodiscard]] static QByteArray ok(const QByteArray& body = "{}");
    [[nodiscard]] static QByteArray answer(
        const QByteArray& statusLine, const QByteArray& headers, const QByteArray& body);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    struct Peer {
        int number{0};
        QByteArray pending; // not yet a request
        int open{-1}; // index of the request whose body is still coming
        qint64 missing{0};
        bool hasReacted{false};
    };
    void read(QTcpSocket* socket);
    bool readHead(QTcpSocket* socket, Peer& peer);
    bool readBody(QTcpSocket* socket, Peer& peer);
    [[nodiscard]] Reaction next();
    void react(QTcpSocket* socket, const Reaction& reaction);
    void pump(QTcpSocket* socket, const QByteArray& chunk, int repeat, End end);
    void drip(QTcpSocket* socket, const QByteArray& bytes, qsizetype at, const Reaction& reaction);
    static void finish(QTcpSocket* socket, End end);

    std::optional<QSslConfiguration> m_tls;
    std::vector<Reaction> m_script{{.send = ok()}};
    size_t m_next{0};
    std::vector<Request> m_requests;
    QHash<QTcpSocket*, Peer> m_peers;
    int m_connections{0};
    qint64 m_bytesSent{0};
};

} // namespace Textdesk::Testing
