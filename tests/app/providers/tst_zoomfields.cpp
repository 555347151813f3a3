// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/providers/zoomconnect/zoomfields.h"
#include "tests/support/testregistry.h"

#include <QJsonArray>
#include <QTest>

#include <limits>

using namespace Textdesk;

class TestZoomFields final : public QObject {
    Q_OBJECT
private slots:
    void readsAnyJson_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("type");
        QTest::addColumn<QString>("problem");
        const auto good = [](const char* body, QJsonValue::Type type) {
            QTest::addRow("good: %s", body) << QByteArray{body} << int(type) << QString{};
        };
        const auto bad = [](const char* body, const char* problem) {
            QTest::addRow("bad: %s", body) << QByteArray{body} << 0 << QString::fromLatin1(problem);
        };
        good("{}", QJsonValue::Object);
        good(" [1,2] \n", QJsonValue::Array);
        good("17", QJsonValue::Double);
        good("-1.5e3", QJsonValue::Double);
        good("\"GSM7\"", QJsonValue::String);
        good("true", QJsonValue::Bool);
        good("null", QJsonValue::Null);
        good("\xEF\xBB\xBF{}", QJsonValue::Object);
        bad("", "empty");
        bad(" \r\n\t", "empty");
        bad("\xEF\xBB\xBF", "empty");
        bad("<html>", "html");
        bad("  <?xml version='1.0'?>", "html");
        bad("GSM7", "not-json");
        bad("{", "not-json");
        bad("{}{}", "not-json");
        bad("1,2", "not-json");
        bad("1],[2", "not-json");
        bad("]", "not-json");
        bad("{\"a\":\"\xff\"}", "not-json");
        bad("nul", "not-json");
    }

    void readsAnyJson()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, type);
        QFETCH(QString, problem);
        const auto json = readJson(body);
        if (problem.isEmpty()) {
            QVERIFY(json);
            QCOMPARE(int(json->type()), type);
        } else {
            QVERIFY(!json);
            QCOMPARE(json.error().kind(), ErrorKind::Protocol);
            QCOMPARE(json.error().detail(), problem);
        }
    }

    void deepNestingIsRefusedNotFollowed()
    {
        QVERIFY(!readJson(QByteArray(200000, '[')));
        QVERIFY(!readJson(QByteArray("{\"a\":").repeated(100000)));
    }

    void idsAreStringsOrWholeNumbers()
    {
        QCOMPARE(idField(QStringLiteral(" 5b37 ")), QStringLiteral("5b37"));
        QCOMPARE(idField(qint64{9007199254740993}), QStringLiteral("9007199254740993"));
        QCOMPARE(idField(4635029.0), QStringLiteral("4635029"));
        for (const QJsonValue& value : {QJsonValue{}, QJsonValue{true}, QJsonValue{0},
                 QJsonValue{-4}, QJsonValue{1.5}, QJsonValue{1e300}, QJsonValue{QJsonArray{1}},
                 QJsonValue{QJsonObject{}}, QJsonValue{QString(201, QLatin1Char{'a'})}}) {
            QCOMPARE(idField(value), QString{});
        }
    }

    void textsAreStringsNumbersOrNothing()
    {
        QCOMPARE(textField(QStringLiteral(" a ")), QStringLiteral(" a "));
        QCOMPARE(textField(qint64{27820000012}), QStringLiteral("27820000012"));
        QCOMPARE(textField(1.5), QStringLiteral("1.5"));
        QCOMPARE(textField(QJsonValue{}), QString{});
        QVERIFY(!textField(true));
        QVERIFY(!textField(QJsonArray{}));
        QVERIFY(!textField(QJsonObject{}));
    }

    void numbersMayBeQuoted()
    {
        QCOMPARE(numberField(0.25), 0.25);
        QCOMPARE(numberField(QStringLiteral(" 33 ")), 33.0);
        QVERIFY(!numberField(QStringLiteral("nan")));
        QVERIFY(!numberField(QStringLiteral("inf")));
        QVERIFY(!numberField(QStringLiteral("1,5")));
        QVERIFY(!numberField(QStringLiteral("")));
        QVERIFY(!numberField(true));
        QVERIFY(!numberField(QJsonValue{}));
        QCOMPARE(integerField(QStringLiteral("-7")), qint64{-7});
        QCOMPARE(integerField(1e15), qint64{1000000000000000});
        QVERIFY(!integerField(1.5));
        QVERIFY(!integerField(QStringLiteral("1.5")));
        QVERIFY(!integerField(false));
    }

    void flagsMayBeQuoted()
    {
        QCOMPARE(boolField(true), true);
        QCOMPARE(boolField(QStringLiteral("FALSE")), false);
        QCOMPARE(boolField(QStringLiteral(" true")), true);
        QVERIFY(!boolField(1));
        QVERIFY(!boolField(QStringLiteral("yes")));
        QVERIFY(!boolField(QJsonValue{}));
    }

    void idsThatNoPathCanHoldAreNotUsable()
    {
        QVERIFY(isUsableId(QStringLiteral("a/b")));
        QVERIFY(isUsableId(QStringLiteral("...")));
        for (const QString& id : {QString{}, QStringLiteral("."), QStringLiteral(".."),
                 QString(201, QLatin1Char{'1'})}) {
            QVERIFY(!isUsableId(id));
        }
    }
};

TEXTDESK_TEST(tst_zoomfields, TestZoomFields)
#include "tst_zoomfields.moc"
