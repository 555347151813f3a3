// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/segments.h"
#include "tests/support/testregistry.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Textdesk;

namespace {

QString times(int count, const QString& text)
{
    return text.repeated(count);
}

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

QString counted(const SegmentCount& count)
{
    return QStringLiteral("%1 parts %2 units %3 left %4 of %5")
        .arg(encodingName(count.encoding))
        .arg(count.segments)
        .arg(count.units)
        .arg(count.unitsLeft)
        .arg(count.unitsPerPart);
}

} // namespace

class TestSegments final : public QObject {
    Q_OBJECT
private slots:
    void goldenTable_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("parts");
        const QString a{QStringLiteral("a")};
        const QString bracket{QStringLiteral("]")};
        const QString zhe{QStringLiteral("\u0416")};
        const QString emoji{QStringLiteral("\U0001F600")};
        const QString eAcute{QStringLiteral("e\u0301")};
        QTest::newRow("nothing") << QString{} << 0;
        QTest::newRow("160 a") << times(160, a) << 1;
        QTest::newRow("161 a") << times(161, a) << 2;
        QTest::newRow("310 a") << times(310, a) << 3;
        QTest::newRow("81 ]") << times(81, bracket) << 2;
        QTest::newRow("160 ]") << times(160, bracket) << 3;
        QTest::newRow("153 ]") << times(153, bracket) << 3;
        QTest::newRow("152 ]") << times(152, bracket) << 2;
        QTest::newRow("136 Cyrillic letters") << times(136, zhe) << 3;
        QTest::newRow("67 emoji") << times(67, emoji) << 3;
        QTest::newRow("70 emoji") << times(70, emoji) << 3;
        QTest::newRow("10 letters, 74 ], 1 emoji")
            << QString{times(10, a) + times(74, bracket) + emoji} << 2;
        QTest::newRow("CR LF in the middle")
            << QString{times(80, a) + QStringLiteral("\r\n") + times(79, a)} << 2;
        QTest::newRow("LF in the middle") << QString{times(80, a) + u'\n' + times(79, a)} << 1;
        QTest::newRow("70 precomposed") << times(70, QStringLiteral("\u00E9")) << 1;
        QTest::newRow("70 decomposed") << times(70, eAcute) << 3;
        QTest::newRow("67 decomposed") << times(67, eAcute) << 3;
        QTest::newRow("euro over the edge")
            << QString{times(152, a) + u'\u20AC' + times(152, a)} << 3;
        QTest::newRow("67 Devanagari syllables") << times(67, QStringLiteral("\u0928\u093F")) << 3;
        QTest::newRow("an emoji over the edge")
            << QString{times(66, zhe) + emoji + times(66, zhe)} << 3;
        QTest::newRow("pipes and braces with an infinity sign")
            << QString{times(23, QStringLiteral("|{}")) + u'\u221E'} << 1;
    }

    void goldenTable()
    {
        QFETCH(QString, text);
        QFETCH(int, parts);
        QCOMPARE(countSegments(text).segments, parts);
    }

    // 3,200 texts of every kind against sms-segments-calculator 1.3.0.
    void agreesWithTheCalculatorEverybodyUses()
    {
        QFile file{QStringLiteral(TEXTDESK_SOURCE_DIR "/tests/app/domain/segments_golden.jsonl")};
        QVERIFY(file.open(QIODevice::ReadOnly));
        QStringList differences;
        int rows{0};
        while (!file.atEnd()) {
            const QJsonArray row = QJsonDocument::fromJson(file.readLine()).array();
            QCOMPARE(row.size(), 4);
            ++rows;
            const QString text{textOf(row.at(0).toArray())};
            const SegmentCount ours{countSegments(text)};
            const auto encoding =
                row.at(1).toString() == u"7" ? SmsEncoding::Gsm7 : SmsEncoding::Ucs2;
            if (ours.encoding != encoding || ours.segments != row.at(2).toInt()
                || ours.units != row.at(3).toInt()) {
                differences += QStringLiteral("line %1: %2 wanted %3/%4")
                                   .arg(rows)
                                   .arg(counted(ours))
                                   .arg(row.at(2).toInt())
                                   .arg(row.at(3).toInt());
            }
        }
        QVERIFY(rows >= 3000);
        QVERIFY2(differences.isEmpty(),
            qPrintable(QString::number(differences.size()) + u'\n'
                + differences.first(qMin<qsizetype>(40, differences.size())).join(u'\n')));
    }

    void saysHowMuchIsLeft_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const QString a{QStringLiteral("a")};
        QTest::newRow("nothing") << QString{}
                                 << QStringLiteral("GSM-7 parts 0 units 0 left 160 of 160");
        QTest::newRow("one") << a << QStringLiteral("GSM-7 parts 1 units 1 left 159 of 160");
        QTest::newRow("full") << times(160, a)
                              << QStringLiteral("GSM-7 parts 1 units 160 left 0 of 160");
        QTest::newRow("two") << times(161, a)
                             << QStringLiteral("GSM-7 parts 2 units 161 left 145 of 153");
        QTest::newRow("a gap before an escape pair")
            << QString{times(152, a) + u'\u20AC' + times(8, a)}
            << QStringLiteral("GSM-7 parts 2 units 162 left 143 of 153");
        QTest::newRow("one Cyrillic")
            << QStringLiteral("\u0416") << QStringLiteral("UCS-2 parts 1 units 1 left 69 of 70");
        QTest::newRow("71 Cyrillic") << times(71, QStringLiteral("\u0416"))
                                     << QStringLiteral("UCS-2 parts 2 units 71 left 63 of 67");
    }

    void saysHowMuchIsLeft()
    {
        QFETCH(QString, text);
        QTEST(counted(countSegments(text)), "expected");
    }

    void survivesHalvesOfSurrogatePairs()
    {
        QString text;
        for (int i{0}; i < 300; ++i) {
            text += QChar{char16_t(0xD800 + i * 7 % 0x800)};
            const SegmentCount count{countSegments(text)};
            QCOMPARE(count.units, int(text.size()));
            QVERIFY(count.segments >= 1);
        }
    }

    void isQuick()
    {
        // The promise, 2 us, is for a release build; this notices a change of kind in any build.
        const QString text{times(160, QStringLiteral("a"))};
        qint64 best{std::numeric_limits<qint64>::max()};
        int sum{0};
        for (int round{0}; round < 20; ++round) {
            QElapsedTimer timer;
            timer.start();
            for (int i{0}; i < 1000; ++i) {
                sum += countSegments(text).segments;
            }
            best = std::min(best, timer.nsecsElapsed() / 1000);
        }
        QCOMPARE(sum, 20000);
        qInfo("160 characters of GSM-7: %lld ns", best);
        QVERIFY(best < 20000);
    }
};

TEXTDESK_TEST(tst_segments, TestSegments)
#include "tst_segments.moc"
