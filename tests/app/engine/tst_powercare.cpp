// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Awake exactly while texts go out; after waking the provider is asked at once, not at the next
// round.
#include "app/engine/powercare.h"
#include "tests/app/messaging/outboxbench.h"
#include "tests/support/testregistry.h"

#include <QTest>

#include <memory>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace std::chrono_literals;

class TestPowerCare final : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<OutboxBench> m_box;
    std::unique_ptr<HistorySync> m_sync;
    SleepInhibitor m_inhibitor{{}, QStringLiteral("Textdesk")};
    WakeNotice m_wake{{}};
    NetworkWatch m_network{{}};
    std::unique_ptr<PowerCare> m_care;

    // The commits are announced, then the care has looked.
    bool isAwakeNow()
    {
        m_box->settleDown();
        m_box->clock.advance(200ms);
        return m_inhibitor.isWanted();
    }
    int asked() const { return int(m_box->service->queries.size()); }

private slots:
    void init()
    {
        m_inhibitor.release();
        m_box = std::make_unique<OutboxBench>();
        m_sync = std::make_unique<HistorySync>(
            *m_box->database, *m_box->accounts, *m_box->inbox, m_box->clock);
        m_care = std::make_unique<PowerCare>(
            PowerServices{*m_box->database, *m_box->accounts, *m_box->outbox, *m_sync, m_box->clock,
                m_inhibitor, m_wake, m_network},
            QStringLiteral("Sending"));
        m_box->start();
    }
    void cleanup()
    {
        m_care.reset();
        m_sync.reset();
        m_box.reset();
    }

    void asLongAsATextIsOnItsWay()
    {
        QVERIFY(!isAwakeNow());
        m_box->service->hold();
        const MessageId id{m_box->send(person(0))};
        QVERIFY(m_box->becomes(id, DeliveryState::Submitting));
        QVERIFY(isAwakeNow());
        m_box->service->release();
        QVERIFY(m_box->becomes(id, DeliveryState::Accepted));
        QVERIFY(!isAwakeNow());
    }
    void theSecondsOfUndoCountAndAScheduleDoesNot()
    {
        Draft later{m_box->draft(person(0))};
        later.scheduledMs = m_box->clock.nowMs() + 3600'000;
        m_box->send(later);
        QVERIFY(!isAwakeNow());
        Draft soon{m_box->draft(person(1))};
        soon.undoMs = 5000;
        const MessageId id{m_box->send(soon)};
        QVERIFY(isAwakeNow());
        QVERIFY(answerOf(m_box->outbox->takeBack(id)));
        QVERIFY(!isAwakeNow());
    }
    void aPausedAccountMaySleep()
    {
        m_box->service->answerNext(fail(ErrorKind::Unauthorized));
        const MessageId id{m_box->send(person(0))};
        QVERIFY(eventually([this] { return !m_box->paused().isEmpty(); }));
        QVERIFY(m_box->becomes(id, DeliveryState::Queued));
        QVERIFY(!isAwakeNow());
    }
    void wakingUpAsksTheProvider()
    {
        m_box->settleDown();
        const int before{asked()};
        emit m_wake.woke();
        QVERIFY(eventually([&] { return asked() > before; }));
    }
    void aNetworkThatComesLateIsWaitedFor()
    {
        int failures{2};
        m_box->service->history = [&failures](const HistoryQuery&) -> FakeService::PageAnswer {
            if (failures-- > 0) {
                return fail(ErrorKind::Offline);
            }
            return HistoryPage{};
        };
        emit m_wake.woke();
        QVERIFY(eventually([&] { return failures == 1; }));
        m_box->settleDown();
        m_box->clock.advance(5s);
        QVERIFY(eventually([&] { return failures == 0; }));
        m_box->settleDown();
        m_box->clock.advance(5s);
        QVERIFY(eventually([&] { return failures < 0; }));
    }
    void withoutANetworkNothingIsAskedUntilItIsBack()
    {
        m_box->settleDown();
        const int before{asked()};
        QVERIFY(QMetaObject::invokeMethod(&m_network, "onStateChanged", Q_ARG(uint, 20)));
        emit m_wake.woke();
        m_box->settleDown();
        QCOMPARE(asked(), before);
        QVERIFY(QMetaObject::invokeMethod(&m_network, "onStateChanged", Q_ARG(uint, 70)));
        QVERIFY(eventually([&] { return asked() > before; }));
    }
};

TEXTDESK_TEST(tst_powercare, TestPowerCare)
#include "tst_powercare.moc"
