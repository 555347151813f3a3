// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/answerbytes.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;

namespace {

const QDateTime sunday{{1994, 11, 6}, {8, 49, 37}, Qt::UTC};

QByteArray bytesOf(const ServerAnswer& answer, const AnswerForm& form = {false, true, 1})
{
    return answerBytes(answer, form, sunday);
}

} // namespace

class TestAnswerBytes final : public QObject {
    Q_OBJECT
private slots:
    void isPlainHttp()
    {
        ServerAnswer answer;
        answer.body = "hello";
        answer.headers.add("X-Key", "v");
        QCOMPARE(bytesOf(answer),
            QByteArray{
                "HTTP/1.1 200 OK\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\nContent-Length: 5\r\n"
                "Content-Type: text/plain; charset=utf-8\r\nX-Key: v\r\n\r\nhello"});
    }

    void saysWhetherTheConnectionStays()
    {
        QVERIFY(!bytesOf({}).contains("Connection:"));
        QVERIFY(bytesOf({}, {false, false, 1}).contains("\r\nConnection: close\r\n"));
        QVERIFY(bytesOf({}, {false, false, 0}).contains("\r\nConnection: close\r\n"));
        QVERIFY(bytesOf({}, {false, true, 0}).contains("\r\nConnection: keep-alive\r\n"));
    }

    void headHasTheLengthButNoBody()
    {
        ServerAnswer answer;
        answer.body = "hello";
        const QByteArray bytes{bytesOf(answer, {true, true, 1})};
        QVERIFY(bytes.contains("Content-Length: 5\r\n"));
        QVERIFY(bytes.endsWith("\r\n\r\n"));
    }

    void noContentHasNeitherBodyNorLength()
    {
        for (const int status : {204, 304}) {
            ServerAnswer answer;
            answer.status = status;
            answer.body = "lost";
            const QByteArray bytes{bytesOf(answer)};
            QVERIFY(!bytes.contains("Content-Length"));
            QVERIFY(bytes.endsWith("\r\n\r\n"));
        }
    }

    void aHandlerCannotSplitTheAnswer()
    {
        ServerAnswer answer;
        answer.contentType = "text/plain\r\nX-Evil: 1";
        answer.headers.add("X-A", "b\r\nX-Evil: 2");
        answer.headers.add("X-B\r\nX-Evil", "3");
        answer.headers.add("", "4");
        answer.headers.add("Location", "/fine");
        const QByteArray bytes{bytesOf(answer)};
        QVERIFY(!bytes.contains("Evil"));
        QVERIFY(bytes.contains("\r\nLocation: /fine\r\n"));
    }

    void aHandlerCannotChangeTheFraming()
    {
        ServerAnswer answer;
        answer.body = "12";
        answer.headers.add("content-length", "1");
        answer.headers.add("Transfer-Encoding", "chunked");
        answer.headers.add("Connection", "upgrade");
        answer.headers.add("DATE", "never");
        const QByteArray bytes{bytesOf(answer)};
        QCOMPARE(bytes.toLower().count("content-length"), 1);
        QVERIFY(
            !bytes.contains("chunked") && !bytes.contains("upgrade") && !bytes.contains("never"));
    }

    void anImpossibleStatusIsOurFault()
    {
        for (const int status : {0, -1, 100, 199, 600, 99999}) {
            ServerAnswer answer;
            answer.status = status;
            QVERIFY(bytesOf(answer).startsWith("HTTP/1.1 500 Internal Server Error\r\n"));
        }
        ServerAnswer teapot;
        teapot.status = 418;
        QVERIFY(bytesOf(teapot).startsWith("HTTP/1.1 418 \r\n"));
    }
};

TEXTDESK_TEST(tst_answerbytes, TestAnswerBytes)
#include "tst_answerbytes.moc"
