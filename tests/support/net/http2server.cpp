// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/net/http2server.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <csignal>

namespace Textdesk::Testing {

namespace {

quint16 freePort()
{
    QTcpServer probe;
    return probe.listen(QHostAddress::LocalHost, 0) ? probe.serverPort() : quint16{0};
}

bool accepts(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress{QHostAddress::LocalHost}, port);
    static_cast<void>(QTest::qWaitFor(
        [&socket] {
            return socket.state() == QAbstractSocket::ConnectedState
                || socket.state() == QAbstractSocket::UnconnectedState;
        },
        300));
    return socket.state() == QAbstractSocket::ConnectedState;
}

} // namespace

Http2Server::Http2Server(const TestCertificates& certificates, bool isTalkative)
{
    QFile file{m_files.filePath(QStringLiteral("ok.json"))};
    if (!file.open(QIODevice::WriteOnly) || file.write("{}") != 2) {
        return;
    }
    file.close();
    // nghttpd does not tell which port it got, so ports are tried until one was still free.
    for (int attempt{0}; attempt < 5 && m_port == 0; ++attempt) {
        const quint16 port{freePort()};
        if (startOn(port, certificates, isTalkative)) {
            m_port = port;
        }
    }
}

Http2Server::~Http2Server()
{
    kill();
}

bool Http2Server::startOn(quint16 port, const TestCertificates& certificates, bool isTalkative)
{
    QStringList arguments{QStringLiteral("--address=127.0.0.1"),
        QStringLiteral("--htdocs=") + m_files.path(), QString::number(port), certificates.keyFile(),
        certificates.certificateFile()};
    if (isTalkative) {
        arguments.prepend(QStringLiteral("--verbose"));
    } else {
        m_process.setStandardOutputFile(QProcess::nullDevice());
    }
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral("nghttpd"), arguments);
    return QTest::qWaitFor(
               [this, port] { return m_process.state() == QProcess::NotRunning || accepts(port); },
               5000)
        && m_process.state() == QProcess::Running;
}

bool Http2Server::serve(const QString& path, const QByteArray& body)
{
    const QString place{m_files.filePath(path)};
    QFile file{place};
    return QDir{}.mkpath(QFileInfo{place}.path()) && file.open(QIODevice::WriteOnly)
        && file.write(body) == body.size();
}

const QByteArray& Http2Server::output()
{
    m_output += m_process.readAllStandardOutput();
    return m_output;
}

int Http2Server::countOf(const QByteArray& method)
{
    return static_cast<int>(output().count(") :method: " + method + "\n"));
}

bool Http2Server::hasSpokenHttp2()
{
    return output().contains("The negotiated protocol: h2");
}

void Http2Server::freeze()
{
    ::kill(static_cast<pid_t>(m_process.processId()), SIGSTOP);
}

void Http2Server::kill()
{
    m_port = 0;
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
        static_cast<void>(
            QTest::qWaitFor([this] { return m_process.state() == QProcess::NotRunning; }, 5000));
    }
}

} // namespace Textdesk::Testing
