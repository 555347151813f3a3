// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/call.h"
#include "tests/support/callprobe.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>

#include <thread>

using namespace Textdesk;

class TestCall final : public QObject {
    Q_OBJECT
private slots:
    void deliversFromTheEventLoopNotFromSettle()
    {
        QObject service;
        auto* call = new Call<int>{&service};
        QList<int> seen;
        call->then(this, [&seen](const Result<int>& result) { seen.append(result.value()); });
        call->settle(7);
        QVERIFY(seen.isEmpty());
        QTRY_COMPARE(seen, QList<int>{7});
    }

    void theFirstSettleWins()
    {
        QObject service;
        auto* call = new Call<int>{&service};
        call->settle(1);
        call->settle(2);
        call->cancel();
        QCOMPARE(Testing::resultOf(call).value(), 1);
    }

    void everyThenIsCalledInOrderAndFinishedComesOnceAfterThem()
    {
        QObject service;
        auto* call = new Call<int>{&service};
        QStringList transcript;
        call->then(this, [&](const Result<int>&) { transcript << QStringLiteral("first"); });
        call->then(this, [&](const Result<int>&) { transcript << QStringLiteral("second"); });
        connect(call, &CallBase::finished, this, [&] { transcript << QStringLiteral("finished"); });
        call->settle(0);
        QTRY_COMPARE(transcript.size(), 3);
        QCOMPARE(transcript.join(u' '), QStringLiteral("first second finished"));
    }

    void isSilentWhenTheContextDied()
    {
        QObject service;
        auto* context = new QObject;
        bool ran{false};
        auto* call = new Call<int>{&service};
        call->then(context, [&ran](const Result<int>&) { ran = true; });
        QSignalSpy finished{call, &CallBase::finished};
        delete context;
        call->settle(3);
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(!ran);
    }

    void cancelStopsTheWorkAndSettlesAsCancelled()
    {
        QObject service;
        auto* call = new Call<int>{&service};
        int stops{0};
        call->onCancel([&stops] { ++stops; });
        call->cancel();
        call->cancel();
        QCOMPARE(stops, 1);
        const auto result = Testing::resultOf(call);
        QVERIFY(!result);
        QCOMPARE(result.error().kind(), ErrorKind::Cancelled);
    }

    void settlesFromAnotherThread()
    {
        QObject service;
        auto* call = new Call<QString>{&service};
        std::thread worker{[settle = call->settler()] { settle(QStringLiteral("from afar")); }};
        const auto result = Testing::resultOf(call);
        worker.join();
        QCOMPARE(result.value(), QStringLiteral("from afar"));
    }

    void aSettlerOutlivesItsCall()
    {
        auto service = std::make_unique<QObject>();
        auto settle = (new Call<int>{service.get()})->settler();
        service.reset();
        settle(1); // nothing to deliver to, and nothing breaks
    }

    void diesWithItsServiceWithoutACallback()
    {
        auto service = std::make_unique<QObject>();
        bool ran{false};
        auto* call = new Call<int>{service.get()};
        call->then(this, [&ran](const Result<int>&) { ran = true; });
        call->settle(1);
        service.reset();
        QCoreApplication::processEvents();
        QVERIFY(!ran);
    }

    void deletesItselfAfterDelivery()
    {
        QObject service;
        const QPointer<CallBase> call{settledCall<int>(&service, 1)};
        QTRY_VERIFY(call.isNull());
    }
};

TEXTDESK_TEST(tst_call, TestCall)
#include "tst_call.moc"
