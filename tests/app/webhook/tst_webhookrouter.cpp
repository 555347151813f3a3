// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/webhook/webhookrouter.h"

#include "tests/app/webhook/recordingsink.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestWebhookRouter final : public QObject {
    Q_OBJECT
private slots:
    void onlyAddressesOfOursGetThrough_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<int>("status");
        const auto row = [](const char* method, const char* target, int status) {
            QTest::addRow("%s %s", method, target)
                << QByteArray{method} << QByteArray{target} << status;
        };
        row("POST", "/hook/abc/replies", 200);
        row("POST", "/hook/abc/reports?x=/hook/def/replies", 200);
        row("GET", "/hook/abc/replies", 405);
        row("PUT", "/hook/abc/replies", 405);
        for (const char* target : {"/", "/hook", "/hook/", "/hook/abc", "/hook//replies",
                 "/hook/abc/", "/hook/abc/other", "/hook/abc/replies/", "/hook/abc/replies/x",
                 "//hook/abc/replies", "/HOOK/abc/replies", "/hook/../hook/abc/replies",
                 "/favicon.ico", "/hook/abc%2Freplies"}) {
            row("POST", target, 404);
        }
    }

    void onlyAddressesOfOursGetThrough()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, target);
        QFETCH(int, status);
        RecordingSink sink;
        WebhookRouter router{sink};
        RawRequest request;
        request.method = method;
        request.target = target;
        request.body = "a=b";
        int answered{0};
        router.handle(request, [&](const ServerAnswer& answer) { answered = answer.status; });
        QCOMPARE(answered, status);
        QCOMPARE(sink.seen().size(), size_t(status == 200 ? 1 : 0));
        if (status == 200) {
            QCOMPARE(sink.seen().front().key, QStringLiteral("abc"));
            QCOMPARE(sink.seen().front().request.body, QByteArray{"a=b"});
            QVERIFY(target.contains(sink.seen().front().purpose.toLatin1()));
        }
    }

    void thePathOfAnAddressIsTheOneThatIsRouted()
    {
        QCOMPARE(webhookPath(QStringLiteral("abc"), QStringLiteral("reports")),
            QStringLiteral("/hook/abc/reports"));
    }
};

TEXTDESK_TEST(tst_webhookrouter, TestWebhookRouter)
#include "tst_webhookrouter.moc"
