// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Certificates made for one test run with the openssl program: an authority of our own and servers
// below it.
#pragma once

#include <QSslConfiguration>
#include <QTemporaryDir>

namespace Textdesk::Testing {

class TestCertificates final {
public:
    TestCertificates();

    // False when openssl is missing or failed.
    [[nodiscard]] bool areMade() const { return m_areMade; }
    [[nodiscard]] QString authorityFile() const { return path("ca.crt"); }
    [[nodiscard]] QString keyFile() const { return path("good.key"); }
    [[nodiscard]] QString certificateFile() const { return path("good.crt"); }
    // For localhost, 127.0.0.1 and *.example.test, signed by the authority.
    [[nodiscard]] QSslConfiguration good() const { return serverTls("good"); }
    // Signed by the authority, but for another host.
    [[nodiscard]] QSslConfiguration otherHost() const { return serverTls("other"); }
    // For localhost and 127.0.0.1, signed by nobody.
    [[nodiscard]] QSslConfiguration selfSigned() const { return serverTls("self"); }

private:
    [[nodiscard]] QString path(const char* name) const;
    [[nodiscard]] QSslConfiguration serverTls(const char* name) const;
    // Signed by the authority unless that is empty.
    [[nodiscard]] bool make(const char* name, const char* names, const char* authority);

    QTemporaryDir m_folder;
    bool m_areMade{false};
};

} // namespace Textdesk::Testing
