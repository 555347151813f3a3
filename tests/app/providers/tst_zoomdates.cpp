// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/providers/zoomconnect/zoomdates.h"
#include "app/providers/zoomconnect/zoomsettings.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;

namespace {

// "2018-06-30T11:14:34.000Z/1000", or "none".
QString written(const std::optional<StatedTime>& time)
{
    return time ? QDateTime::fromMSecsSinceEpoch(time->ms, Qt::UTC).toString(Qt::ISODateWithMs)
            + QLatin1Char{'/'} + QString::number(time->grainMs)
                : QStringLiteral("none");
}

} // namespace

class TestZoomDates final : public QObject {
    Q_OBJECT
private slots:
    void readsEveryForm_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("time");
        const auto row = [](const char* text, const char* zone, const char* time) {
            QTest::addRow("%s in %s", text, zone) << QString::fromLatin1(
                text) << QString::fromLatin1(zone) << QString::fromLatin1(time);
        };
        row("201404282055", "+02:00", "2014-04-28T18:55:00.000Z/60000");
        row("20140428210027", "+02:00", "2014-04-28T19:00:27.000Z/1000");
        row("2014051610050102", "+02:00", "2014-05-16T08:05:01.000Z/1000");
        row(" 201404282055 ", "+02:00", "2014-04-28T18:55:00.000Z/60000");
        row("201401010030", "+02:00", "2013-12-31T22:30:00.000Z/60000");
        row("202402290000", "UTC", "2024-02-29T00:00:00.000Z/60000");
        row("202302290000", "UTC", "none");
        row("201404282460", "+02:00", "none");
        row("201404282400", "+02:00", "none");
        row("201413282055", "+02:00", "none");
        row("20140428205560", "+02:00", "none");
        row("2014042820", "+02:00", "2033-10-27T16:20:20.000Z/1000"); // ten digits: epoch seconds
        row("1762034400000", "+02:00", "2025-11-01T22:00:00.000Z/1");
        row("1762120799999", "-11:00", "2025-11-02T21:59:59.999Z/1");
        row("1762034400", "+02:00", "2025-11-01T22:00:00.000Z/1000");
        row("2026-03-02T09:00:00Z", "+02:00", "2026-03-02T09:00:00.000Z/1000");
        row("2026-03-02t09:00:00z", "+02:00", "none");
        row("2026-03-02T09:00:00.5Z", "+02:00", "2026-03-02T09:00:00.500Z/100");
        row("2026-03-02T09:00:00.05Z", "+02:00", "2026-03-02T09:00:00.050Z/10");
        row("2026-03-02T09:00:00.123456789Z", "+02:00", "2026-03-02T09:00:00.123Z/1");
        row("2026-03-02T09:00:00,25Z", "+02:00", "2026-03-02T09:00:00.250Z/10");
        row("2026-03-02T09:00:00+0530", "+02:00", "2026-03-02T03:30:00.000Z/1000");
        row("2026-03-02T09:00:00-08", "+02:00", "2026-03-02T17:00:00.000Z/1000");
        row("2026-03-02T09:00:00+25:00", "+02:00", "none");
        row("2026-03-02T09:00:00", "+02:00", "2026-03-02T07:00:00.000Z/1000");
        row("2026-03-02 09:00", "+02:00", "2026-03-02T07:00:00.000Z/60000");
        row("2026-03-02", "+02:00", "2026-03-01T22:00:00.000Z/86400000");
        row("2026-02-30T09:00:00Z", "+02:00", "none");
        row("2026-03-02T09:00:00Z trailing", "+02:00", "none");
        row("1999-12-31T23:59:59Z", "+02:00", "none");
        row("2200-01-01T00:00:00Z", "+02:00", "none");
        row("", "+02:00", "none");
        row("0", "+02:00", "none");
        row("-1", "+02:00", "none");
        row("null", "+02:00", "none");
        row("99999999999999999999999999", "+02:00", "none");
        row("12345", "+02:00", "none");
    }

    void readsEveryForm()
    {
        QFETCH(QString, text);
        QFETCH(QString, zone);
        QFETCH(QString, time);
        QCOMPARE(written(statedTime(text, zoomZone(zone))), time);
    }

    void digitsOfOtherScriptsAreNoDate()
    {
        QCOMPARE(
            written(statedTime(QStringLiteral("٢٠١٤٠٤٢٨٢٠٥٥"), zoomZone(QStringLiteral("UTC")))),
            QStringLiteral("none"));
        QCOMPARE(
            written(statedTime(QStringLiteral("２０２６-03-02"), zoomZone(QStringLiteral("UTC")))),
            QStringLiteral("none"));
    }

    void readsNumbersAndNothingElseOfJson()
    {
        const QTimeZone zone{zoomZone(QStringLiteral("+02:00"))};
        QCOMPARE(written(statedTime(QJsonValue{qint64{1762034400000}}, zone)),
            QStringLiteral("2025-11-01T22:00:00.000Z/1"));
        QCOMPARE(written(statedTime(QJsonValue{1762034400000.0}, zone)),
            QStringLiteral("2025-11-01T22:00:00.000Z/1"));
        for (const QJsonValue& value : {QJsonValue{}, QJsonValue{true}, QJsonValue{1.5},
                 QJsonValue{1e300}, QJsonValue{QJsonValue::Undefined}}) {
            QCOMPARE(written(statedTime(value, zone)), QStringLiteral("none"));
        }
    }

    void writesMinutesThatAreNeverEarly_data()
    {
        QTest::addColumn<QString>("time");
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("minute");
        QTest::newRow("on the minute") << "2014-04-28T19:49:00.000Z"
                                       << "+02:00"
                                       << "201404282149";
        QTest::newRow("a millisecond past") << "2014-04-28T19:49:00.001Z"
                                            << "+02:00"
                                            << "201404282150";
        QTest::newRow("over midnight") << "2026-12-31T21:59:59.999Z"
                                       << "+02:00"
                                       << "202701010000";
        QTest::newRow("west") << "2026-03-01T03:29:00.000Z"
                              << "-03:30"
                              << "202602282359";
        QTest::newRow("utc") << "2026-03-01T03:29:00.000Z"
                             << "Z"
                             << "202603010329";
    }

    void writesMinutesThatAreNeverEarly()
    {
        QFETCH(QString, time);
        QFETCH(QString, zone);
        QFETCH(QString, minute);
        const qint64 ms{QDateTime::fromString(time, Qt::ISODateWithMs).toMSecsSinceEpoch()};
        QCOMPARE(zoomMinute(ms, zoomZone(zone)), minute);
    }

    void aMinuteThatWasWrittenIsReadAgain()
    {
        const QTimeZone zone{zoomZone(QStringLiteral("+02:00"))};
        for (qint64 ms{1770000000000}; ms < 1780000000000; ms += 61'234'567) {
            const auto read = statedTime(zoomMinute(ms, zone), zone);
            QVERIFY(read);
            QVERIFY(read->ms >= ms && read->ms < ms + 60000);
        }
    }

    void writesDays() { QCOMPARE(zoomDay({2026, 3, 2}), QStringLiteral("20260302")); }

    void anObjectIdRefinesOnlyItsOwnMinute()
    {
        const QString id{QStringLiteral("5b37663ae396c8e42e0c9ca9")}; // 2018-06-30 11:15:06 UTC
        const QTimeZone zone{zoomZone(QStringLiteral("+02:00"))};
        const auto of = [&zone, &id](const char* date) {
            return written(refinedByObjectId(statedTime(QString::fromLatin1(date), zone), id));
        };
        QCOMPARE(of("201806301315"), QStringLiteral("2018-06-30T11:15:06.000Z/1000"));
        QCOMPARE(of("201806301316"), QStringLiteral("2018-06-30T11:16:00.000Z/60000"));
        QCOMPARE(of("20180630131507"), QStringLiteral("2018-06-30T11:15:07.000Z/1000"));
        QCOMPARE(of("never"), QStringLiteral("none"));
        const auto stated = statedTime(QStringLiteral("201806301315"), zone);
        for (const char* other :
            {"4635029", "5B37663AE396C8E42E0C9CA9", "5b37663ae396c8e42e0c9ca", ""}) {
            QCOMPARE(written(refinedByObjectId(stated, QString::fromLatin1(other))),
                QStringLiteral("2018-06-30T11:15:00.000Z/60000"));
        }
    }
};

TEXTDESK_TEST(tst_zoomdates, TestZoomDates)
#include "tst_zoomdates.moc"
