// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/http/rawhttpclient.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QSslSocket>
#include <QTimer>

namespace Textdesk::Testing {

namespace {

constexpr int patienceMs{10000};

// The answer at the start of bytes; nullopt while it is not complete. Takes it off bytes.
std::optional<RawAnswer> takeAnswer(QByteArray& bytes, bool withoutBody)
{
    const qsizetype end{bytes.indexOf("\r\n\r\n")};
    if (end < 0) {
        return std::nullopt;
    }
    RawAnswer answer;
    QList<QByteArray> lines{bytes.first(end).split('\n')};
    answer.status = lines.takeFirst().mid(9, 3).toInt();
    for (const QByteArray& line : qAsConst(lines)) {
        const qsizetype colon{line.indexOf(':')};
        answer.headers.add(line.first(colon), line.sliced(colon + 1).trimmed());
    }
    const qsizetype length{
        withoutBody ? 0 : answer.headers.value("Content-Length").value_or("0").toLongLong()};
    if (bytes.size() < end + 4 + length) {
        return std::nullopt;
    }
    answer.body = bytes.sliced(end + 4, length);
    bytes.remove(0, end + 4 + length);
    return answer;
}

} // namespace

RawHttpClient::RawHttpClient() = default;

RawHttpClient::~RawHttpClient()
{
    if (m_socket) {
        m_socket->disconnect();
        m_socket->abort();
    }
}

void RawHttpClient::follow(std::unique_ptr<QTcpSocket> socket)
{
    m_socket = std::move(socket);
    QObject::connect(m_socket.get(), &QTcpSocket::readyRead, m_socket.get(), [this] {
        if (m_reading) {
            m_received += m_socket->readAll();
        }
    });
    QObject::connect(m_socket.get(), &QTcpSocket::disconnected, m_socket.get(), [this] {
        if (m_reading) {
            m_received += m_socket->readAll();
        }
        m_closed = true;
    });
}

bool RawHttpClient::waitUntil(const std::function<bool()>& holds) const
{
    QEventLoop loop;
    bool lateAlready{false};
    QTimer::singleShot(patienceMs, &loop, [&] {
        lateAlready = true;
        loop.quit();
    });
    QObject::connect(m_socket.get(), &QTcpSocket::stateChanged, &loop, &QEventLoop::quit);
    QObject::connect(m_socket.get(), &QTcpSocket::readyRead, &loop, &QEventLoop::quit);
    if (const auto* secure = qobject_cast<const QSslSocket*>(m_socket.get())) {
        QObject::connect(secure, &QSslSocket::encrypted, &loop, &QEventLoop::quit);
    }
    while (!holds() && !lateAlready) {
        loop.exec();
    }
    return holds();
}

bool RawHttpClient::connectTo(quint16 port)
{
    follow(std::make_unique<QTcpSocket>());
    m_socket->connectToHost(QHostAddress{QHostAddress::LocalHost}, port);
    return waitUntil([this] { return m_socket->state() == QAbstractSocket::ConnectedState; });
}

bool RawHttpClient::connectTls(quint16 port, const QSslConfiguration& configuration)
{
    auto secure = std::make_unique<QSslSocket>();
    QSslSocket* raw{secure.get()};
    raw->setSslConfiguration(configuration);
    follow(std::move(secure));
    raw->connectToHostEncrypted(QStringLiteral("127.0.0.1"), port);
    return waitUntil([raw] { return raw->isEncrypted(); });
}

void RawHttpClient::send(const QByteArray& bytes)
{
    m_socket->write(bytes);
    m_socket->flush();
}

void RawHttpClient::sendPieces(const std::vector<QByteArray>& pieces)
{
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    for (const QByteArray& piece : pieces) {
        send(piece);
        QCoreApplication::sendPostedEvents();
    }
}

void RawHttpClient::stopReading()
{
    m_reading = false;
    m_socket->setReadBufferSize(1024);
}

void RawHttpClient::hangUp()
{
    m_reading = false;
    m_socket->abort();
}

QByteArray RawHttpClient::received() const
{
    return m_received;
}

bool RawHttpClient::isClosed() const
{
    return m_closed;
}

bool RawHttpClient::waitForClose() const
{
    return waitUntil([this] { return m_closed; });
}

std::vector<RawAnswer> RawHttpClient::answers(bool withoutBody) const
{
    std::vector<RawAnswer> answers;
    QByteArray rest{m_received};
    while (const auto answer = takeAnswer(rest, withoutBody)) {
        answers.push_back(*answer);
    }
    return answers;
}

bool RawHttpClient::waitForAnswers(size_t count, bool withoutBody) const
{
    return waitUntil([&] { return answers(withoutBody).size() >= count; });
}

QByteArray rawExchange(quint16 port, const QByteArray& bytes)
{
    RawHttpClient client;
    if (!client.connectTo(port)) {
        return {};
    }
    client.send(bytes);
    return client.waitForClose() ? client.received() : QByteArray{};
}

} // namespace Textdesk::Testing
