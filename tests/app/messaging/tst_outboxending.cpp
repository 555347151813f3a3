// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A program that was told to end: what is under way may come back, nothing else is taken up.
#include "tests/app/messaging/outboxbench.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestOutboxEnding final : public QObject {
    Q_OBJECT

private slots:
    void nothingMoreIsTakenUp()
    {
        OutboxBench bench;
        bench.start();
        bench.service->hold();
        const MessageId first{bench.send(person(0), u"first"_s)};
        const MessageId second{bench.send(person(0), u"second"_s)};
        QVERIFY(bench.becomes(first, DeliveryState::Submitting));

        bench.outbox->stopClaiming();
        QVERIFY2(!bench.outbox->isQuiet(), "the first one is under way");
        bench.service->release();

        QVERIFY(bench.becomes(first, DeliveryState::Accepted));
        QVERIFY(bench.becomesQuiet());
        bench.clock.advance(1h);
        bench.outbox->resume(bench.account);
        bench.settleDown();
        QCOMPARE(bench.message(second).state, DeliveryState::Queued);
        QCOMPARE(bench.sentTexts(), QStringList{u"first"_s});
    }
    void whatIsStoredLaterWaitsForTheNextStart()
    {
        OutboxBench bench;
        bench.start();
        bench.outbox->stopClaiming();
        const MessageId id{bench.send(person(1))};
        bench.settleDown();
        QVERIFY(bench.service->sends.empty());
        QVERIFY(bench.outbox->isQuiet());

        bench.restart();
        bench.start();
        QVERIFY(bench.becomes(id, DeliveryState::Accepted));
        QCOMPARE(bench.sendsTo(person(1)), 1);
    }
    void anOutboxAtRestIsQuietAtOnce()
    {
        OutboxBench bench;
        bench.start();
        bench.settleDown();
        int told{0};
        connect(bench.outbox.get(), &Outbox::quiet, this, [&told] { ++told; });
        bench.outbox->stopClaiming();
        QCOMPARE(told, 1);
    }
};

TEXTDESK_TEST(tst_outboxending, TestOutboxEnding)
#include "tst_outboxending.moc"
