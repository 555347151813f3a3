// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Silence begins and ends when a person said, also over a restart and a clock that jumps.
#include "tests/support/manualclock.h"
#include "tests/support/testregistry.h"
#include "ui/desktop/donotdisturb.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace std::chrono_literals;

class TestDoNotDisturb final : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<DoNotDisturb> m_quiet;

    void restart()
    {
        m_quiet.reset();
        m_settings = std::make_unique<Settings>(m_folder->path());
        m_quiet = std::make_unique<DoNotDisturb>(*m_settings, *m_clock);
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock = std::make_unique<ManualClock>(); // Monday 2 March 2026, 9:00, in UTC as the tests
        restart();
    }

    void isOffAtFirst()
    {
        QVERIFY(!m_quiet->isOn());
        QVERIFY(!m_quiet->end().isValid());
        QCOMPARE(m_quiet->words(), QStringLiteral("Notifications are shown."));
    }
    void anHourIsAnHour()
    {
        QSignalSpy changed{m_quiet.get(), &DoNotDisturb::changed};
        m_quiet->turnOnForAnHour();
        QVERIFY(m_quiet->isOn());
        QCOMPARE(changed.size(), 1);
        m_clock->advance(59min);
        QVERIFY(m_quiet->isOn());
        QCOMPARE(changed.size(), 1);
        m_clock->advance(1min);
        QVERIFY(!m_quiet->isOn());
        QCOMPARE(changed.size(), 2);
    }
    void tomorrowIsTheNextMorning()
    {
        m_clock->setWallClock(QDateTime{{2026, 3, 2}, {23, 50}, Qt::UTC});
        m_quiet->turnOnUntilTomorrow();
        QCOMPARE(m_quiet->end(), QDateTime({2026, 3, 3}, {8, 0}, Qt::UTC));
        m_clock->advance(8h);
        QVERIFY(m_quiet->isOn());
        m_clock->advance(10min);
        QVERIFY(!m_quiet->isOn());
    }
    void withoutEndItOutlivesARestart()
    {
        m_quiet->turnOn();
        m_clock->advance(24h * 30);
        restart();
        QVERIFY(m_quiet->isOn());
        QVERIFY(m_quiet->words().contains(QStringLiteral("until you turn it off")));
        m_quiet->turnOff();
        restart();
        QVERIFY(!m_quiet->isOn());
    }
    void anEndThatPassedWhileTheProgramWasOffIsNoSilence()
    {
        m_quiet->turnOnForAnHour();
        m_clock->advance(30min);
        restart();
        QVERIFY(m_quiet->isOn());
        QSignalSpy changed{m_quiet.get(), &DoNotDisturb::changed};
        m_clock->advance(30min);
        QCOMPARE(changed.size(), 1);
        m_quiet->turnOnForAnHour();
        m_clock->setWallClock(QDateTime{{2026, 3, 4}, {9, 0}, Qt::UTC});
        restart();
        QVERIFY(!m_quiet->isOn());
    }
    void aClockThatIsSetEndsItWithinAMinute()
    {
        m_quiet->turnOnUntilTomorrow();
        QSignalSpy changed{m_quiet.get(), &DoNotDisturb::changed};
        m_clock->setWallClock(QDateTime{{2026, 3, 5}, {9, 0}, Qt::UTC});
        m_clock->advance(1min);
        QCOMPARE(changed.size(), 1);
    }
};

TEXTDESK_TEST(tst_donotdisturb, TestDoNotDisturb)
#include "tst_donotdisturb.moc"
