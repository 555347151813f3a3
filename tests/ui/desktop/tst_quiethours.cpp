// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Quiet hours: they begin on a chosen day and may end on the next; called off, the next ones come.
#include "app/settings/settingtable.h"
#include "tests/support/manualclock.h"
#include "tests/support/testregistry.h"
#include "ui/desktop/donotdisturb.h"
#include "ui/desktop/quiethours.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace std::chrono_literals;

class TestQuietHours final : public QObject {
    Q_OBJECT

    struct Bench final {
        Bench(const char* from, const char* to, const char* days)
        {
            settings.set(Setting::QuietFrom, QLatin1String{from});
            settings.set(Setting::QuietTo, QLatin1String{to});
            settings.set(Setting::QuietDays, QLatin1String{days});
            settings.set(Setting::QuietHours, true);
        }
        QTemporaryDir folder;
        Settings settings{folder.path()};
        ManualClock clock; // Monday 2 March 2026, 9:00, in UTC as the tests
    };
    static QDateTime at(int day, int hour, int minute = 0)
    {
        return {QDate{2026, 3, day}, QTime{hour, minute}, Qt::UTC};
    }

private slots:
    void theyHoldFromTheirBeginToTheirEnd_data()
    {
        QTest::addColumn<QDateTime>("now");
        QTest::addColumn<QDateTime>("end");
        // From 18:00 to 7:00, on Monday (2 March) to Friday.
        QTest::newRow("before") << at(2, 17, 59) << QDateTime{};
        QTest::newRow("begin") << at(2, 18) << at(3, 7);
        QTest::newRow("night") << at(3, 2) << at(3, 7);
        QTest::newRow("end") << at(3, 7) << QDateTime{};
        QTest::newRow("Friday's lasts into Saturday") << at(7, 6, 59) << at(7, 7);
        QTest::newRow("Saturday evening") << at(7, 20) << QDateTime{};
        QTest::newRow("Monday's early morning is Sunday's") << at(9, 3) << QDateTime{};
    }
    void theyHoldFromTheirBeginToTheirEnd()
    {
        QFETCH(const QDateTime, now);
        QFETCH(const QDateTime, end);
        const Bench bench{"18:00", "07:00", "12345"};
        QCOMPARE(QuietHours::of(bench.settings).endAround(now), end);
    }
    void withinOneDayAndAWholeDay()
    {
        const Bench noon{"12:00", "13:30", "1"};
        QCOMPARE(QuietHours::of(noon.settings).endAround(at(2, 13)), at(2, 13, 30));
        QVERIFY(!QuietHours::of(noon.settings).endAround(at(3, 13)).isValid());
        const Bench sunday{"00:00", "00:00", "7"};
        QCOMPARE(QuietHours::of(sunday.settings).endAround(at(8, 23)), at(9, 0));
        const Bench never{"18:00", "07:00", ""};
        QVERIFY(!QuietHours::of(never.settings).endAround(at(2, 20)).isValid());
    }
    void silenceBeginsAndEndsByItself()
    {
        Bench bench{"18:00", "07:00", "1234567"};
        DoNotDisturb quiet{bench.settings, bench.clock};
        QSignalSpy changed{&quiet, &DoNotDisturb::changed};
        QVERIFY(!quiet.isOn());
        bench.clock.advance(9h);
        QVERIFY(quiet.isOn());
        QCOMPARE(changed.count(), 1);
        QCOMPARE(quiet.end(), at(3, 7));
        bench.clock.advance(13h);
        QVERIFY(!quiet.isOn());
        QCOMPARE(changed.count(), 2);
    }
    void calledOffTheNextOnesStillCome()
    {
        Bench bench{"18:00", "07:00", "1234567"};
        bench.clock.setWallClock(at(2, 20));
        {
            DoNotDisturb quiet{bench.settings, bench.clock};
            QVERIFY(quiet.isOn());
            quiet.turnOff();
            QVERIFY(!quiet.isOn());
        }
        DoNotDisturb quiet{bench.settings, bench.clock}; // a restart does not bring them back
        QVERIFY(!quiet.isOn());
        bench.clock.advance(22h);
        QVERIFY(quiet.isOn());
    }
    void aLongerSilenceOfTheirOwnWins()
    {
        Bench bench{"18:00", "19:00", "1234567"};
        bench.clock.setWallClock(at(2, 18, 30));
        DoNotDisturb quiet{bench.settings, bench.clock};
        quiet.turnOnForAnHour();
        QCOMPARE(quiet.end(), at(2, 19, 30));
        quiet.turnOn();
        QVERIFY(quiet.isOn() && !quiet.end().isValid());
        quiet.turnOff();
        QVERIFY(!quiet.isOn());
    }
    void nonsenseInTheFileIsTheDefault()
    {
        const Bench bench{"18:00", "07:00", "1234567"};
        for (const char* bad : {"25:00", "18", "abc", ""}) {
            QVERIFY(!fits(rowOf(Setting::QuietFrom), QLatin1String{bad}));
        }
        for (const char* bad : {"8", "0", "11", "21", "1 2"}) {
            QVERIFY(!fits(rowOf(Setting::QuietDays), QLatin1String{bad}));
        }
    }
};

TEXTDESK_TEST(tst_quiethours, TestQuietHours)
#include "tst_quiethours.moc"
