// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/oneshotbody.h"
#include "app/net/transporterror.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using Reply = QNetworkReply;

class TestTransportError final : public QObject {
    Q_OBJECT

    static QString outcome(Reply::NetworkError code, const RequestProgress& progress)
    {
        const Error error{transportError(code, progress)};
        return errorKindName(error.kind()) + u' ' + error.detail()
            + (error.mayHaveHappened() ? QStringLiteral(" maybe") : QStringLiteral(" never"));
    }

private slots:
    // Columns: a read; a body of which nothing left; a body of which something left; no body at
    // all.
    void saysWhatMayBeDoneNext_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QStringList>("outcomes");
        const auto row = [](const char* name, Reply::NetworkError code, const char* outcomes) {
            QTest::newRow(name) << static_cast<int>(code)
                                << QString::fromLatin1(outcomes).split(QStringLiteral(", "));
        };
        row("dns", Reply::HostNotFoundError,
            "Offline dns never, Offline dns never, ServerFault cut maybe, Offline dns never");
        row("refused", Reply::ConnectionRefusedError,
            "Offline refused never, Offline refused never, ServerFault cut maybe, Offline refused "
            "never");
        row("tls", Reply::SslHandshakeFailedError,
            "Offline tls never, Offline tls never, ServerFault cut maybe, Offline tls never");
        row("proxy", Reply::ProxyConnectionRefusedError,
            "Offline proxy-refused never, Offline proxy-refused never, ServerFault cut maybe, "
            "Offline proxy-refused never");
        row("proxy password", Reply::ProxyAuthenticationRequiredError,
            "Offline proxy-auth never, Offline proxy-auth never, Offline proxy-auth never, Offline "
            "proxy-auth never");
        row("cut", Reply::RemoteHostClosedError,
            "ServerFault cut never, Offline cut never, ServerFault cut maybe, ServerFault cut "
            "maybe");
        row("refused to repeat", Reply::ContentReSendError,
            "ServerFault cut never, Offline cut never, ServerFault cut maybe, ServerFault cut "
            "maybe");
        row("no route", Reply::UnknownNetworkError,
            "ServerFault network never, Offline network never, ServerFault network maybe, "
            "ServerFault network maybe");
        row("connecting took too long", Reply::TimeoutError,
            "Timeout timeout never, Timeout timeout never, Timeout timeout maybe, Timeout timeout "
            "maybe");
        row("unreadable", Reply::ProtocolFailure,
            "Protocol malformed never, Protocol malformed never, Protocol malformed maybe, "
            "Protocol malformed maybe");
    }

    void saysWhatMayBeDoneNext()
    {
        QFETCH(int, code);
        QFETCH(QStringList, outcomes);
        const auto error = static_cast<Reply::NetworkError>(code);
        QCOMPARE(outcome(error, {.isRead = true}), outcomes.at(0));
        QCOMPARE(outcome(error, {.hasBody = true}), outcomes.at(1));
        QCOMPARE(outcome(error, {.hasBody = true, .bodyTaken = 1}), outcomes.at(2));
        QCOMPARE(outcome(error, {}), outcomes.at(3));
    }

    void namesTheProxyWhenClearTextGoesThroughOne()
    {
        const RequestProgress proxied{.hasBody = true, .throughProxy = true};
        QCOMPARE(outcome(Reply::ConnectionRefusedError, proxied),
            QStringLiteral("Offline proxy-refused never"));
        QCOMPARE(outcome(Reply::HostNotFoundError, proxied),
            QStringLiteral("Offline proxy-refused never"));
        QCOMPARE(outcome(Reply::UnknownNetworkError, proxied),
            QStringLiteral("Offline proxy-refused never"));
    }

    void tellsAnAnswerFromAFailure()
    {
        QVERIFY(isPlainAnswer(Reply::NoError, 200));
        QVERIFY(isPlainAnswer(Reply::NoError, 302));
        QVERIFY(isPlainAnswer(Reply::ContentNotFoundError, 404));
        QVERIFY(isPlainAnswer(Reply::ProtocolInvalidOperationError, 400));
        QVERIFY(isPlainAnswer(Reply::UnknownServerError, 599));
        QVERIFY(!isPlainAnswer(Reply::NoError, 0));
        QVERIFY(!isPlainAnswer(Reply::RemoteHostClosedError, 200));
        QVERIFY(!isPlainAnswer(Reply::RemoteHostClosedError, 500));
        QVERIFY(!isPlainAnswer(Reply::ContentReSendError, 401));
        QVERIFY(!isPlainAnswer(Reply::ContentReSendError, 0));
        QVERIFY(isPlainAnswer(Reply::ContentReSendError, 307));
        QVERIFY(!isPlainAnswer(Reply::ProtocolFailure, 500));
        QVERIFY(!isPlainAnswer(Reply::ProtocolUnknownError, 200));
        QVERIFY(!isPlainAnswer(Reply::ProxyAuthenticationRequiredError, 407));
    }

    void aBodyIsReadOnce()
    {
        OneShotBody body{QByteArrayLiteral("abcdef")};
        QVERIFY(body.isSequential());
        QCOMPARE(body.bytesTaken(), 0);
        QCOMPARE(body.bytesAvailable(), 6);
        QCOMPARE(body.read(4), QByteArray{"abcd"});
        QCOMPARE(body.bytesTaken(), 4);
        QVERIFY(!body.reset());
        QVERIFY(!body.seek(0));
        QCOMPARE(body.readAll(), QByteArray{"ef"});
        QVERIFY(body.atEnd());
        char c{0};
        QCOMPARE(body.read(&c, 1), -1);
        QVERIFY(OneShotBody{QByteArray{}}.atEnd());
    }
};

TEXTDESK_TEST(tst_transporterror, TestTransportError)
#include "tst_transporterror.moc"
