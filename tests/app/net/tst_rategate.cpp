// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/rategate.h"
#include "tests/support/manualclock.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace std::chrono_literals;

class TestRateGate final : public QObject {
    Q_OBJECT
    static qint64 rest(RateGate& gate, const QByteArray& key)
    {
        const auto wait = gate.closedFor(key);
        return wait ? qint64{wait->count()} : 0;
    }

private slots:
    void opensAfterItsTime()
    {
        Testing::ManualClock clock;
        RateGate gate{clock};
        QCOMPARE(rest(gate, "a"), 0);
        gate.close("a", 500ms);
        QCOMPARE(rest(gate, "a"), 500);
        QCOMPARE(rest(gate, "b"), 0);
        clock.advance(499ms);
        QCOMPARE(rest(gate, "a"), 1);
        clock.advance(1ms);
        QCOMPARE(rest(gate, "a"), 0);
    }

    void theLongerWaitStands()
    {
        Testing::ManualClock clock;
        RateGate gate{clock};
        gate.close("a", 10s);
        gate.close("a", 1s);
        QCOMPARE(rest(gate, "a"), 10000);
        gate.close("a", 20s);
        QCOMPARE(rest(gate, "a"), 20000);
    }

    void theWallClockDoesNotMatter()
    {
        Testing::ManualClock clock;
        RateGate gate{clock};
        gate.close("a", 10s);
        clock.setWallClock(clock.now().addDays(-1));
        QCOMPARE(rest(gate, "a"), 10000);
    }

    void noKeyOrNoWaitClosesNothing()
    {
        Testing::ManualClock clock;
        RateGate gate{clock};
        gate.close({}, 10s);
        gate.close("a", 0s);
        gate.close("b", -5s);
        QCOMPARE(rest(gate, {}) + rest(gate, "a") + rest(gate, "b"), 0);
    }
};

TEXTDESK_TEST(tst_rategate, TestRateGate)
#include "tst_rategate.moc"
