// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ownerprotocol.h"
#include "tests/support/testregistry.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Textdesk;
using namespace Qt::StringLiterals;

class TestOwnerProtocol final : public QObject {
    Q_OBJECT
private:
    static OwnerRequest whole()
    {
        OwnerRequest request;
        request.words = {u"send"_s, u"--message-file"_s, u"-"_s};
        request.goods.folder = u"/home/me"_s;
        request.goods.files.insert(u"-"_s, QByteArray{"a\0\xff\n", 4});
        request.goods.variables.insert(u"TEXTDESK_SECRET_A_TOKEN"_s, u"one"_s);
        request.goods.lines = {u"two"_s, u""_s};
        return request;
    }

private slots:
    void aRequestArrivesAsItWasSent()
    {
        const auto read = readRequest(requestBytes(whole()));
        QVERIFY(read);
        QCOMPARE(read->words, whole().words);
        QCOMPARE(read->raise, false);
        SentCaller caller{read->goods};
        QCOMPARE(caller.file(u"-"_s), std::optional{QByteArray("a\0\xff\n", 4)});
        QCOMPARE(caller.file(u"other"_s), std::optional<QByteArray>{});
        QCOMPARE(caller.path(u"numbers.csv"_s), u"/home/me/numbers.csv"_s);
        QCOMPARE(caller.path(u"/tmp/x"_s), u"/tmp/x"_s);
        QCOMPARE(caller.variable(u"TEXTDESK_SECRET_A_TOKEN"_s), u"one"_s);
        QCOMPARE(caller.nextLine(), u"two"_s);
        QCOMPARE(caller.nextLine(), QString{});
        QCOMPARE(caller.nextLine(), QString{});
    }
    void aWindowIsAskedForWithItsToken()
    {
        OwnerRequest request;
        request.raise = true;
        request.activationToken = u"token-1"_s;
        const auto read = readRequest(requestBytes(request));
        QVERIFY(read && read->raise);
        QCOMPARE(read->activationToken, u"token-1"_s);
    }
    void anotherProtocolIsTold()
    {
        QJsonObject object{QJsonDocument::fromJson(requestBytes(whole())).object()};
        object[u"protocol"_s] = ownerProtocolVersion + 1;
        const auto read = readRequest(QJsonDocument{object}.toJson());
        QCOMPARE(read.error().detail(), u"version"_s);
    }
    void whatIsNoRequest_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray{};
        QTest::newRow("no JSON") << QByteArray{"send --to"};
        QTest::newRow("a list") << QByteArray{"[]"};
        QTest::newRow("deep") << QByteArray{2000000, '['};
        const QJsonObject good{QJsonDocument::fromJson(requestBytes(whole())).object()};
        const auto with = [&good](const QString& key, const QJsonValue& value) {
            QJsonObject changed{good};
            changed[key] = value;
            return QJsonDocument{changed}.toJson();
        };
        QTest::newRow("words are a text") << with(u"words"_s, u"send"_s);
        QTest::newRow("a word is a number") << with(u"words"_s, QJsonArray{u"send"_s, 4});
        QTest::newRow("no words") << with(u"words"_s, QJsonValue::Undefined);
        QTest::newRow("raise is a text") << with(u"raise"_s, u"yes"_s);
        QTest::newRow("a file is no base64") << with(u"files"_s, QJsonObject{{u"-"_s, u"%%"_s}});
        QTest::newRow("files are a list") << with(u"files"_s, QJsonArray{});
        QTest::newRow("a variable is a number") << with(u"variables"_s, QJsonObject{{u"A"_s, 1}});
        QTest::newRow("lines are null") << with(u"lines"_s, QJsonValue::Null);
    }
    void whatIsNoRequest()
    {
        QFETCH(QByteArray, bytes);
        const auto read = readRequest(bytes);
        QVERIFY(!read);
        QVERIFY(read.error().kind() == ErrorKind::Rejected);
    }
    void aRefusalKeepsItsReason_data()
    {
        QTest::addColumn<int>("why");
        for (const auto why :
            {OwnerRefusal::Malformed, OwnerRefusal::Version, OwnerRefusal::OtherSecrets,
                OwnerRefusal::Later, OwnerRefusal::NoWindow, OwnerRefusal::Broken}) {
            QTest::addRow("%d", int(why)) << int(why);
        }
    }
    void aRefusalKeepsItsReason()
    {
        QFETCH(int, why);
        const RefusalNote note{
            readRefusal(refusalBytes({OwnerRefusal(why), u"textdesk"_s, 4711, u"env"_s}))};
        QCOMPARE(int(note.why), why);
        QCOMPARE(note.program, u"textdesk"_s);
        QCOMPARE(note.pid, qint64{4711});
        QCOMPARE(note.detail, u"env"_s);
        QVERIFY(readRefusal("nonsense").why == OwnerRefusal::Malformed);
    }
    void anEndIsAnExitCode()
    {
        QCOMPARE(readEnd(endBytes(5)), std::optional{5});
        for (const char* wrong : {"", "-1", "256", "1e3", "five", "99999999999"}) {
            QCOMPARE(readEnd(wrong), std::optional<int>{});
        }
    }
};

TEXTDESK_TEST(tst_ownerprotocol, TestOwnerProtocol)
#include "tst_ownerprotocol.moc"
