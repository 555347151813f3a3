// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/practice/practicebench.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestPracticeAnalyse final : public QObject {
    Q_OBJECT
private slots:
    void analysesInEveryQuoting_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("bare");
        QTest::addColumn<QByteArray>("quoted");
        const auto row = [](const char* what, const char* json, const char* bare,
                             const char* quoted) {
            QTest::newRow(what) << QString::fromLatin1(what) << QByteArray{json} << QByteArray{bare}
                                << QByteArray{quoted};
        };
        row("message-encoding", "\"UCS2\"", "UCS2", "\"UCS2\"");
        row("message-length", "71", "71", "\"71\"");
        row("number-of-messages", "2", "2", "\"2\"");
        row("message-credit-cost", "2", "2", "\"2\"");
        row("message-length-within-max-allowed", "true", "true", "\"true\"");
    }

    void analysesInEveryQuoting()
    {
        QFETCH(const QString, what);
        using Scalars = PracticeVariant::Scalars;
        PracticeBench bench;
        const QJsonObject body{
            {u"message"_s, QString(71, QChar{0x4f60})}, {u"recipientNumber"_s, u"+27820000010"_s}};
        for (const auto& [form, column] : {std::pair{Scalars::Json, "json"},
                 {Scalars::Bare, "bare"}, {Scalars::Quoted, "quoted"}}) {
            PracticeVariant variant;
            variant.scalars = form;
            bench.service.setVariant(variant);
            const auto answer = bench.call("POST", u"messages/analyse/"_s + what, body);
            QCOMPARE(answer->body,
                *static_cast<const QByteArray*>(QTest::qData(column, qMetaTypeId<QByteArray>())));
        }
    }

    void analysesInFullAndRefusesHalfQuestions()
    {
        PracticeBench bench;
        const auto answer = bench.call("POST", u"messages/analyse/full"_s,
            {{u"message"_s, u"caf\u00e9 \u2013 open"_s},
                {u"recipientNumber"_s, u"+27820000010"_s}});
        const QJsonObject full{PracticeBench::object(answer)};
        QCOMPARE(full[u"messageEncoding"_s].toString(), u"UCS2"_s);
        QCOMPARE(full[u"numberOfMessages"_s].toInt(), 1);
        QCOMPARE(full[u"messageLength"_s].toInt(), 11);
        QCOMPARE(full[u"characterAnalysis"_s].toArray().size(), 1);
        QCOMPARE(PracticeBench::status(bench.call(
                     "POST", u"messages/analyse/full"_s, {{u"message"_s, u"no number"_s}})),
            400);
        QCOMPARE(PracticeBench::status(
                     bench.call("POST", u"messages/analyse/nothing"_s, {{u"message"_s, u"x"_s}})),
            404);
        QCOMPARE(PracticeBench::status(
                     bench.call("POST", u"messages/analyse/message-length"_s, {{u"x"_s, 1}})),
            400);
    }

    void templates()
    {
        PracticeBench bench;
        const auto all = [&bench] {
            return PracticeBench::object(bench.get(u"templates/all"_s))[u"webServiceTemplates"_s]
                .toArray();
        };
        QCOMPARE(all().size(), 3);
        const QString path{u"templates/%1"_s.arg(all()[0][u"templateId"_s].toInteger())};
        QCOMPARE(PracticeBench::object(bench.get(path))[u"name"_s].toString(), u"Appointment"_s);
        QCOMPARE(PracticeBench::status(bench.call("DELETE", path)), 204);
        QCOMPARE(all().size(), 2);
        QCOMPARE(PracticeBench::status(bench.get(path)), 404);
        QCOMPARE(PracticeBench::status(bench.get(u"templates/abc"_s)), 404);
    }
};

TEXTDESK_TEST(tst_practiceanalyse, TestPracticeAnalyse)
#include "tst_practiceanalyse.moc"
