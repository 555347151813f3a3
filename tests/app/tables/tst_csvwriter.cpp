// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rows as RFC 4180 wants them, harmless in a spreadsheet, and the same again for a foreign reader.
#include "app/tables/csvwriter.h"
#include "tests/support/testregistry.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

using namespace Textdesk;

class TestCsvWriter final : public QObject {
    Q_OBJECT
private:
    using Column = CsvWriter::Column;
    const CsvWriter m_three{{Column::Text, Column::Text, Column::Text}};

    // What python3's csv module, the reader of many a script, finds in those bytes.
    static QJsonArray readByPython(const QByteArray& file)
    {
        QProcess python;
        python.start(QStringLiteral("python3"),
            {QStringLiteral("-c"),
                QStringLiteral("import csv,io,json,sys\n"
                               "t=sys.stdin.buffer.read().decode('utf-8-sig')\n"
                               "print(json.dumps(list(csv.reader(io.StringIO(t,newline=''),"
                               "strict=True))))")});
        python.write(file);
        python.closeWriteChannel();
        return python.waitForFinished()
            ? QJsonDocument::fromJson(python.readAllStandardOutput()).array()
            : QJsonArray{};
    }

private slots:
    // RFC 4180, section 2: the fields of its examples.
    void theExamplesOfTheStandard_data()
    {
        QTest::addColumn<QStringList>("fields");
        QTest::addColumn<QByteArray>("row");
        const auto add = [](const char* name, const QStringList& fields, const char* row) {
            QTest::newRow(name) << fields << QByteArray{row};
        };
        const QString b{QStringLiteral("bbb")};
        const QString c{QStringLiteral("ccc")};
        add("1 lines end in CRLF", {QStringLiteral("aaa"), b, c}, "\"aaa\",\"bbb\",\"ccc\"\r\n");
        add("6 a line end inside", {QStringLiteral("aaa"), QStringLiteral("b\r\nbb"), c},
            "\"aaa\",\"b\r\nbb\",\"ccc\"\r\n");
        add("6 a comma inside", {QStringLiteral("a,a"), b, c}, "\"a,a\",\"bbb\",\"ccc\"\r\n");
        add("7 a quote is doubled", {QStringLiteral("aaa"), QStringLiteral("b\"bb"), c},
            "\"aaa\",\"b\"\"bb\",\"ccc\"\r\n");
        add("4 spaces belong to the field", {QStringLiteral(" a "), b, c},
            "\" a \",\"bbb\",\"ccc\"\r\n");
        add("nothing at all", {{}, {}, {}}, "\"\",\"\",\"\"\r\n");
    }

    void theExamplesOfTheStandard()
    {
        QFETCH(const QStringList, fields);
        QFETCH(const QByteArray, row);
        QCOMPARE(m_three.row(fields), row);
    }

    void whatWouldBeComputedIsDefused_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<bool>("asText");
        QTest::addColumn<bool>("asNumber");
        const auto add = [](const char* field, bool asText, bool asNumber) {
            QTest::newRow(field) << QString::fromUtf8(field) << asText << asNumber;
        };
        add("=1+1", true, true);
        add("=HYPERLINK(\"http://x.example\",\"pay\")", true, true);
        add("+1+cmd|' /C calc'!A0", true, true);
        add("-2+3", true, true);
        add("@SUM(A1:A9)", true, true);
        add("\t=1", true, true);
        add("\r=1", true, true);
        add("=", true, true);
        add("+27820000012", true, false);
        add("+1555010", true, false); // 7 digits
        add("+155501", true, true); // 6
        add("+123456789012345", true, false); // 15
        add("+1234567890123456", true, true); // 16
        add("+27820000012\n", true, true);
        add("+27 82 000 0012", true, true);
        add("+٢٧٨٢٠٠٠٠٠١٢", true, true); // digits, but not those a spreadsheet takes for safe
        add("082 000 0012", false, false);
        add("INF-1234", false, false);
        add("a=b", false, false);
        add(" =1", false, false); // a spreadsheet takes that for text
        add("'=1", false, false);
        add("", false, false);
    }

    void whatWouldBeComputedIsDefused()
    {
        QFETCH(const QString, field);
        QFETCH(const bool, asText);
        QFETCH(const bool, asNumber);
        QCOMPARE(CsvWriter::defused(field, Column::Text), asText ? u'\'' + field : field);
        QCOMPARE(CsvWriter::defused(field, Column::Number), asNumber ? u'\'' + field : field);
        const CsvWriter two{{Column::Number, Column::Text}};
        QCOMPARE(two.row({field, field}).startsWith("\"'"), asNumber || field.startsWith(u'\''));
    }

    void whatDrivesATerminalOrTurnsALineIsShown()
    {
        const CsvWriter one{{Column::Text}};
        const QString field{QStringLiteral("a\x1b[2Jb\u202Ec\u2066d\u009be\tf\ng")};
        const QString row{QString::fromUtf8(one.row({field}))};
        QCOMPARE(row, QStringLiteral("\"a\uFFFD[2Jb\uFFFDc\uFFFDd\uFFFDe\tf\ng\"\r\n"));
        const QString family{QStringLiteral("\U0001F469\u200D\U0001F467 \u200F\u05D0")};
        QVERIFY(QString::fromUtf8(one.row({family})).contains(family)); // what words need stays
    }

    void aForeignReaderFindsTheSame()
    {
        const QStringList titles{
            QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c, \"quoted\"")};
        const QList<QStringList> rows{
            {QStringLiteral("Grüße, 你好 👋🏽"), QStringLiteral("\"\""),
                QStringLiteral("x\ny\r\nz\r")},
            {{}, QStringLiteral(","), QStringLiteral("\"")},
            {QStringLiteral(" lead"), QStringLiteral("trail "), QString{100'000, u'"'}},
        };
        QByteArray file{CsvWriter::head(titles)};
        QVERIFY(file.startsWith("\xEF\xBB\xBF\"a\","));
        QJsonArray wanted{QJsonArray::fromStringList(titles)};
        for (const QStringList& row : rows) {
            file += m_three.row(row);
            wanted.append(QJsonArray::fromStringList(row));
        }
        QCOMPARE(readByPython(file), wanted);
    }
};

TEXTDESK_TEST(tst_csvwriter, TestCsvWriter)
#include "tst_csvwriter.moc"
