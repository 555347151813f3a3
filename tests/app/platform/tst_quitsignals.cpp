// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the system asks of a program reaches its event loop.
#include "app/platform/quitsignals.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

#include <csignal>

using namespace Textdesk;

class TestQuitSignals final : public QObject {
    Q_OBJECT
private slots:
    void eachOfThemIsTold_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("Ctrl+C") << SIGINT;
        QTest::newRow("a service manager") << SIGTERM;
#ifdef SIGHUP
        QTest::newRow("a closed terminal") << SIGHUP;
#endif
    }
    void eachOfThemIsTold()
    {
        QFETCH(const int, signal);
        const QuitSignals quitSignals;
        QSignalSpy asked{&quitSignals, &QuitSignals::asked};
        QCOMPARE(std::raise(signal), 0);
        QCOMPARE(asked.size(), 0); // from the event loop only
        QTRY_COMPARE(asked.size(), 1);
        QCOMPARE(std::raise(signal), 0);
        QTRY_COMPARE(asked.size(), 2);
    }
    void whatWasSwitchedOffStaysOff()
    {
        const auto former = std::signal(SIGINT, SIG_IGN); // as a shell does for "program &"
        {
            const QuitSignals quitSignals;
            QSignalSpy asked{&quitSignals, &QuitSignals::asked};
            QCOMPARE(std::raise(SIGINT), 0);
            QCOMPARE(std::raise(SIGTERM), 0);
            QTRY_COMPARE(asked.size(), 1);
        }
        QVERIFY(std::signal(SIGINT, former) == SIG_IGN);
    }
    void afterItsEndTheUsualHolds()
    {
        {
            const QuitSignals quitSignals;
        }
        QVERIFY(std::signal(SIGTERM, SIG_DFL) == SIG_DFL);
    }
};

TEXTDESK_TEST(tst_quitsignals, TestQuitSignals)
#include "tst_quitsignals.moc"
