// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A real HTTP/2 server (nghttpd of package nghttp2-server) that tells what it received.
#pragma once

#include "tests/support/net/testcertificates.h"

#include <QProcess>
#include <QTemporaryDir>

namespace Textdesk::Testing {

class Http2Server final : public QObject {
    Q_OBJECT
public:
    // Serves "{}" under /ok.json to every method.
    explicit Http2Server(const TestCertificates& certificates, bool isTalkative = true);
    ~Http2Server() override;

    // False when nghttpd is missing or found no port.
    [[nodiscard]] bool isRunning() const { return m_port != 0; }
    [[nodiscard]] quint16 port() const { return m_port; }
    // Serves these bytes under that path too, e.g. "app/api/rest/v1/sms/send".
    [[nodiscard]] bool serve(const QString& path, const QByteArray& body);
    // Requests of this method that it read.
    [[nodiscard]] int countOf(const QByteArray& method);
    [[nodiscard]] bool hasSpokenHttp2();
    // Stops reading and answering; connections stay.
    void freeze();
    void kill();

private:
    bool startOn(quint16 port, const TestCertificates& certificates, bool isTalkative);
    [[nodiscard]] const QByteArray& output();

    QTemporaryDir m_files;
    QProcess m_process;
    QByteArray m_output;
    quint16 m_port{0};
};

} // namespace Textdesk::Testing
