// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/journeys/cli/clidesk.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;

namespace {

// ["text", ["text", times], code unit, ...] as make-segments-golden.mjs writes it.
QString textOf(const QJsonArray& recipe)
{
    QString text;
    for (const QJsonValue& part : recipe) {
        if (part.isDouble()) {
            text += QChar{char16_t(part.toInt())};
        } else if (part.isArray()) {
            text += part.toArray().at(0).toString().repeated(part.toArray().at(1).toInt());
        } else {
            text += part.toString();
        }
    }
    return text;
}

// Every unit escaped: half a surrogate pair has no UTF-8 of its own.
QByteArray quoted(const QString& text)
{
    QByteArray line{"\""};
    for (const QChar unit : text) {
        line += "\\u" + QByteArray::number(unit.unicode(), 16).rightJustified(4, '0');
    }
    return line + "\"\n";
}

} // namespace

class TestCliAnalyse final : public QObject {
    Q_OBJECT

private slots:
    void theGoldenTable();
    void oneTextInWords();
    void oneTextAsAnObject();
    void linesThatAreNoText_data();
    void linesThatAreNoText();
    void itNeedsOneOfBoth();

private:
    CliDesk m_desk;
};

// The table that app/domain is tested with, through the program and its file format.
void TestCliAnalyse::theGoldenTable()
{
    QFile file{QStringLiteral(TEXTDESK_SOURCE_DIR "/tests/app/domain/segments_golden.jsonl")};
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray lines;
    QList<QJsonArray> expected;
    while (!file.atEnd()) {
        const QJsonArray row = QJsonDocument::fromJson(file.readLine()).array();
        const QString text{textOf(row.at(0).toArray())};
        lines += quoted(text);
        expected.append(row);
    }
    QVERIFY(expected.size() > 1000);

    const CliAnswer answer{
        m_desk.raw({u"analyse"_s, u"--file"_s, m_desk.write(u"golden.jsonl"_s, lines)})};

    QCOMPARE(answer.code, 0);
    const QList<QByteArray> told{answer.out.trimmed().split('\n')};
    QCOMPARE(told.size(), expected.size());
    for (qsizetype i{0}; i < told.size(); ++i) {
        const QJsonObject object{QJsonDocument::fromJson(told[i]).object()};
        const bool isGsm{expected[i].at(1).toString() == "7"_L1};
        QCOMPARE(object["encoding"_L1].toString(), isGsm ? u"GSM-7"_s : u"UCS-2"_s);
        QCOMPARE(object["units"_L1].toInt(), expected[i].at(3).toInt());
        QCOMPARE(object["segments"_L1].toInt(), expected[i].at(2).toInt());
    }
}

void TestCliAnalyse::oneTextInWords()
{
    QCOMPARE(m_desk.raw(words("analyse hi")).out,
        QByteArray{"GSM-7, 1 part, 2 units, 158 left in the last part\n"});
    const QByteArray told{m_desk.raw({u"analyse"_s, u"\u201cquoted\u201d"_s}).out};
    QVERIFY(told.startsWith("UCS-2, 1 part, 8 units"));
    QVERIFY(told.contains(u"'\u201c' makes this UCS-2; '\"' would not"_s.toUtf8()));
}

void TestCliAnalyse::oneTextAsAnObject()
{
    const QJsonObject told{m_desk.raw({u"analyse"_s, u"a\u20ac\u201c"_s, u"--json"_s}).object()};
    QCOMPARE(told["encoding"_L1].toString(), u"UCS-2"_s);
    QCOMPARE(told["segments"_L1].toInt(), 1);
    QCOMPARE(told["units"_L1].toInt(), 3);
    const QJsonArray costly = told["costly"_L1].toArray();
    QCOMPARE(costly.size(), 1);
    QCOMPARE(costly[0]["position"_L1].toInt(), 2);
    QCOMPARE(costly[0]["replacement"_L1].toString(), u"\""_s);
}

void TestCliAnalyse::linesThatAreNoText_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("bare words") << QByteArray{"hello"};
    QTest::newRow("no end") << QByteArray{"\"hello"};
    QTest::newRow("two") << QByteArray{"\"a\",\"b\""};
    QTest::newRow("number") << QByteArray{"5"};
    QTest::newRow("object") << QByteArray{"{}"};
    QTest::newRow("bracket") << QByteArray{"\"a\"],[\"b\""};
    QTest::newRow("NUL") << QByteArray{"\0", 1};
}

void TestCliAnalyse::linesThatAreNoText()
{
    QFETCH(QByteArray, line);

    const CliAnswer refused{m_desk.raw(words("analyse --file -"), "\"good\"\n" + line + '\n')};

    QCOMPARE(refused.code, 2);
    QVERIFY2(refused.err.contains("Line 2"), refused.err.constData());
    QCOMPARE(refused.out.count('\n'), 1);
}

void TestCliAnalyse::itNeedsOneOfBoth()
{
    QCOMPARE(m_desk.raw(words("analyse")).code, 2);
    QCOMPARE(m_desk.raw(words("analyse text --file f")).code, 2);
    QCOMPARE(m_desk.raw(words("analyse two words")).code, 2);
    QCOMPARE(m_desk.raw(words("analyse --file /no/such/file")).code, 2);
    const CliAnswer empty{m_desk.raw(words("analyse --file -"))};
    QCOMPARE(empty.code, 0);
    QCOMPARE(empty.out, QByteArray{});
    QCOMPARE(m_desk.raw({u"analyse"_s, QString{}}).code, 0);
}

TEXTDESK_TEST(tst_clianalyse, TestCliAnalyse)
#include "tst_clianalyse.moc"
