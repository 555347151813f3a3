// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/deadline.h"
#include "tests/support/manualclock.h"
#include "tests/support/testregistry.h"

#include <QTest>

#include <memory>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace std::chrono_literals;

class TestDeadline final : public QObject {
    Q_OBJECT
private slots:
    void isReachedOnceAndNotTooEarly()
    {
        Deadline deadline{m_clock, this, [this] { ++m_expired; }};
        deadline.set(100ms);
        m_clock.advance(99ms);
        QCOMPARE(m_expired, 0);
        m_clock.advance(1ms);
        QCOMPARE(m_expired, 1);
        m_clock.advance(1h);
        QCOMPARE(m_expired, 1);
    }

    void movesLaterAndEarlier()
    {
        m_expired = 0;
        Deadline deadline{m_clock, this, [this] { ++m_expired; }};
        deadline.set(100ms);
        deadline.set(500ms);
        m_clock.advance(499ms);
        QCOMPARE(m_expired, 0);
        deadline.set(10ms);
        m_clock.advance(10ms);
        QCOMPARE(m_expired, 1);
        m_clock.advance(1h);
        QCOMPARE(m_expired, 1);
    }

    void canBeTakenBackAndSetAgainFromItself()
    {
        m_expired = 0;
        std::unique_ptr<Deadline> deadline;
        deadline = std::make_unique<Deadline>(m_clock, this, [&] {
            if (++m_expired < 3) {
                deadline->set(5ms);
            }
        });
        deadline->set(5ms);
        deadline->clear();
        m_clock.advance(1s);
        QCOMPARE(m_expired, 0);
        deadline->set(5ms);
        m_clock.advance(1s);
        QCOMPARE(m_expired, 3);
    }

    void aThousandMovesCostFewTimers()
    {
        Deadline deadline{m_clock, this, [] {}};
        const int before{m_clock.pendingTimers()};
        for (int i{0}; i < 1000; ++i) {
            deadline.set(15s);
            deadline.set(5s);
            m_clock.advance(1ms);
        }
        QVERIFY(m_clock.pendingTimers() - before <= 2);
    }

private:
    ManualClock m_clock;
    int m_expired{0};
};

TEXTDESK_TEST(tst_deadline, TestDeadline)
#include "tst_deadline.moc"
