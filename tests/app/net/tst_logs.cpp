// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Plants secrets wherever a request can carry one, turns every log of ours on, and looks for them.
#include "app/base/clock.h"
#include "app/net/httpclient.h"
#include "tests/support/callprobe.h"
#include "tests/support/net/rawhttpserver.h"
#include "tests/support/testregistry.h"

#include <QLoggingCategory>
#include <QMutex>

using namespace Textdesk;
using namespace Textdesk::Testing;

namespace {

QMutex mutex;
QStringList lines;
QtMessageHandler previous{nullptr};

void collect(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    {
        const QMutexLocker lock{&mutex};
        lines.append(QString::fromLatin1(context.category) + u' ' + message);
    }
    if (previous && type != QtDebugMsg) {
        previous(type, context, message);
    }
}

} // namespace

class TestLogs final : public QObject {
    Q_OBJECT
    SystemClock m_clock;

private slots:
    void initTestCase()
    {
        QLoggingCategory::setFilterRules(QStringLiteral("textdesk.*=true\nqt.network.*=false"));
        previous = qInstallMessageHandler(collect);
    }

    void cleanupTestCase()
    {
        qInstallMessageHandler(previous);
        QLoggingCategory::setFilterRules(QString{});
    }

    void noSecretIsEverLogged_data()
    {
        QTest::addColumn<QByteArray>("wire");
        QTest::newRow("answer") << RawHttpServer::ok(
            "{\"text\":\"canary-answer\",\"to\":\"+27820000042\"}");
        QTest::newRow("refusal") << RawHttpServer::answer(
            "403 canary-reason +27820000042", "X-Echo: canary-token\r\n", "canary-answer");
        QTest::newRow("cut") << QByteArray{"HTTP/1.1 2"};
        QTest::newRow("redirect") << RawHttpServer::answer(
            "302 Found", "Location: http://canary-answer.example.test/27820000042\r\n", {});
    }

    void noSecretIsEverLogged()
    {
        QFETCH(QByteArray, wire);
        RawHttpServer server;
        server.script({{.send = wire, .end = RawHttpServer::End::Fin}});
        HttpClient client{m_clock};
        QUrl url{server.url(
            QStringLiteral("/app/api/+27820000042/0c1d2e3f-canary-path-4b5a/canary%40example.test"
                           "?token=canary-token&email=canary@example.test"
                           "&message=canary-text&recipientNumber=%2B27820000042&page=2"))};
        for (const QByteArray method : {"POST", "GET", "DELETE"}) {
            ClientRequest request{.method = method,
                .url = url,
                .body = method == "POST" ? "canary-body +27820000042" : ""};
            request.headers.add("token", "canary-token");
            request.headers.add("email", "canary@example.test");
            request.headers.add("Authorization", "Basic canary-basic");
            static_cast<void>(resultOf(client.send(request)));
        }
        auto* cancelled = client.send({.method = "POST", .url = url, .body = "canary-body"});
        cancelled->cancel();
        static_cast<void>(resultOf(cancelled));

        const QMutexLocker lock{&mutex};
        QVERIFY(lines.filter(QStringLiteral("textdesk.net")).size() >= 4);
        const QString all{lines.join(u'\n')};
        for (const char* secret : {"canary", "7820000042", "27820000042"}) {
            QVERIFY2(!all.contains(QLatin1String{secret}), qPrintable(all));
        }
        QVERIFY(all.contains(QStringLiteral("POST http://127.0.0.1:")));
        QVERIFY(all.contains(QStringLiteral("/app/api/***/***/***")));
        QVERIFY(all.contains(QStringLiteral("cancelled")));
    }
};

TEXTDESK_TEST(tst_logs, TestLogs)
#include "tst_logs.moc"
