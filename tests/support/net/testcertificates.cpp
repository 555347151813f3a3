// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/net/testcertificates.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>
#include <QTest>

namespace Textdesk::Testing {

TestCertificates::TestCertificates()
{
    constexpr auto here = "DNS:localhost,DNS:*.example.test,IP:127.0.0.1";
    m_areMade = make("ca", nullptr, nullptr) && make("good", here, "ca")
        && make("other", "DNS:elsewhere.example.test", "ca") && make("self", here, nullptr);
}

QString TestCertificates::path(const char* name) const
{
    return m_folder.filePath(QLatin1String{name});
}

QSslConfiguration TestCertificates::serverTls(const char* name) const
{
    QFile key{path(name) + QStringLiteral(".key")};
    QSslConfiguration tls{QSslConfiguration::defaultConfiguration()};
    if (key.open(QIODevice::ReadOnly)) {
        tls.setPrivateKey(QSslKey{&key, QSsl::Ec});
    }
    tls.setLocalCertificateChain(QSslCertificate::fromPath(path(name) + QStringLiteral(".crt")));
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    return tls;
}

bool TestCertificates::make(const char* name, const char* names, const char* authority)
{
    const QString file{path(name)};
    QStringList arguments{QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
        QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
        QStringLiteral("ec_paramgen_curve:prime256v1"), QStringLiteral("-nodes"),
        QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"),
        QStringLiteral("/CN=Textdesk test ") + QLatin1String{name}, QStringLiteral("-keyout"),
        file + QStringLiteral(".key"), QStringLiteral("-out"), file + QStringLiteral(".crt")};
    if (names) {
        arguments << QStringLiteral("-addext")
                  << QStringLiteral("subjectAltName=") + QLatin1String{names}
                  << QStringLiteral("-addext")
                  << QStringLiteral("basicConstraints=critical,CA:FALSE");
    }
    if (authority) {
        arguments << QStringLiteral("-CA") << path(authority) + QStringLiteral(".crt")
                  << QStringLiteral("-CAkey") << path(authority) + QStringLiteral(".key");
    }
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"), arguments);
    const bool ended{
        QTest::qWaitFor([&openssl] { return openssl.state() == QProcess::NotRunning; }, 20000)};
    return ended && openssl.error() == QProcess::UnknownError && openssl.exitCode() == 0;
}

} // namespace Textdesk::Testing
