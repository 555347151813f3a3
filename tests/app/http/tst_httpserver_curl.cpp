// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A client that nobody here wrote.
#include "app/http/formdecoder.h"
#include "tests/app/http/servedroom.h"
#include "tests/support/net/testcertificates.h"
#include "tests/support/testregistry.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryFile>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

namespace {

struct CurlRun final {
    int exitCode{-1};
    QByteArray out;
    QByteArray log;
};

CurlRun curl(const QStringList& arguments, const QByteArray& input = {})
{
    QProcess process;
    process.start(QStringLiteral("curl"),
        QStringList{QStringLiteral("-sv"), QStringLiteral("--noproxy"), QStringLiteral("*"),
            QStringLiteral("--max-time"), QStringLiteral("20")}
            + arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 25000)) {
        return {};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace

class TestHttpServerCurl final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("curl")).isEmpty()) {
            QFAIL("curl is not installed; packaging/packages.txt names it");
        }
    }

    void getsTwiceOverOneConnection()
    {
        ServedRoom room;
        const QString url{QStringLiteral("http://127.0.0.1:%1/a?b=c").arg(room.listen())};
        const CurlRun run{curl({url, url})};
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.out, QByteArray{"ok 0ok 0"});
        QVERIFY(run.log.contains("Re-using existing connection"));
        QCOMPARE(room.handler.requests.size(), size_t{2});
        QCOMPARE(room.handler.requests[1].target, QByteArray{"/a?b=c"});
    }

    void getsTheHead()
    {
        ServedRoom room;
        const CurlRun run{curl(
            {QStringLiteral("-I"), QStringLiteral("http://127.0.0.1:%1/").arg(room.listen())})};
        QCOMPARE(run.exitCode, 0);
        QVERIFY(run.out.startsWith("HTTP/1.1 200 OK"));
        QCOMPARE(room.handler.requests.at(0).method, QByteArray{"HEAD"});
    }

    void speaks10()
    {
        ServedRoom room;
        const CurlRun run{curl(
            {QStringLiteral("-0"), QStringLiteral("http://127.0.0.1:%1/").arg(room.listen())})};
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.out, QByteArray{"ok 0"});
    }

    void postsAForm()
    {
        ServedRoom room;
        const CurlRun run{curl({QStringLiteral("--data-urlencode"), QStringLiteral("to=+15550100"),
            QStringLiteral("--data-urlencode"), QStringLiteral("message=a b&c"),
            QStringLiteral("http://127.0.0.1:%1/in").arg(room.listen())})};
        QCOMPARE(run.exitCode, 0);
        const FormFields fields{decodeForm(room.handler.requests.at(0).body)};
        QCOMPARE(fields.size(), size_t{2});
        QCOMPARE(fields[0].second, QStringLiteral("+15550100"));
        QCOMPARE(fields[1].second, QStringLiteral("a b&c"));
    }

    void waitsForContinueBeforeABigBody()
    {
        ServedRoom room;
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write(QByteArray(1048576, 'z'));
        file.close();
        const CurlRun run{curl({QStringLiteral("-H"), QStringLiteral("Expect: 100-continue"),
            QStringLiteral("--expect100-timeout"), QStringLiteral("15"),
            QStringLiteral("--data-binary"), QLatin1Char{'@'} + file.fileName(),
            QStringLiteral("http://127.0.0.1:%1/in").arg(room.listen())})};
        QCOMPARE(run.exitCode, 0);
        QVERIFY(run.log.contains("HTTP/1.1 100 Continue"));
        QCOMPARE(run.out, QByteArray{"ok 1048576"});
    }

    void seesTheRefusalOfATooBigBody()
    {
        ServedRoom room;
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write(QByteArray(2000000, 'z'));
        file.close();
        const CurlRun run{curl({QStringLiteral("-H"), QStringLiteral("Expect:"),
            QStringLiteral("--data-binary"), QLatin1Char{'@'} + file.fileName(),
            QStringLiteral("http://127.0.0.1:%1/in").arg(room.listen())})};
        QVERIFY(run.log.contains("HTTP/1.1 413 Content Too Large"));
        QCOMPARE(run.out, QByteArray{"body-too-large\n"});
        QVERIFY(room.handler.requests.empty());
    }

    void uploadsInChunks()
    {
        ServedRoom room;
        const QByteArray input(200000, 'c');
        const CurlRun run{curl({QStringLiteral("-T"), QStringLiteral("-"),
                                   QStringLiteral("http://127.0.0.1:%1/in").arg(room.listen())},
            input)};
        QCOMPARE(run.exitCode, 0);
        const RawRequest& request{room.handler.requests.at(0)};
        QCOMPARE(request.method, QByteArray{"PUT"});
        QCOMPARE(request.headers.value("Transfer-Encoding").value_or(""), QByteArray{"chunked"});
        QCOMPARE(request.body, input);
    }

    void speaksTls()
    {
        const TestCertificates certificates;
        QVERIFY(certificates.areMade());
        ServedRoom room;
        room.server->useTls(certificates.good());
        const QString url{QStringLiteral("https://localhost:%1/a").arg(room.listen())};
        const CurlRun run{curl({QStringLiteral("--ipv4"), QStringLiteral("--cacert"),
            certificates.authorityFile(), QStringLiteral("-d"), QStringLiteral("m=x"), url, url})};
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.out, QByteArray{"ok 3ok 3"});
        QVERIFY(run.log.contains("Re-using existing connection"));
        QVERIFY(room.handler.requests.at(1).tls);
        const CurlRun untrusting{curl({QStringLiteral("--ipv4"), url})};
        QCOMPARE(untrusting.exitCode, 60);
        QCOMPARE(room.handler.requests.size(), size_t{2});
    }
};

TEXTDESK_TEST(tst_httpserver_curl, TestHttpServerCurl)
#include "tst_httpserver_curl.moc"
