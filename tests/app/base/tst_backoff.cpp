// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/backoff.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace std::chrono_literals;

class TestBackoff final : public QObject {
    Q_OBJECT
private slots:
    void doublesUpToTheLongestLessAFifthOfJitter()
    {
        Backoff backoff{60s, 10min, 1};
        for (const auto full : {60s, 120s, 240s, 480s, 600s, 600s}) {
            const auto wait = backoff.next();
            QVERIFY2(
                wait <= full && wait >= full * 8 / 10, qPrintable(QString::number(wait.count())));
        }
        backoff.reset();
        QVERIFY(backoff.next() <= 60s);
    }

    void staysCappedAfterManyFailures()
    {
        Backoff backoff{1s, 1min, 2};
        for (int i{0}; i < 200; ++i) {
            QVERIFY(backoff.next() <= 1min);
        }
    }

    void honoursALongerWaitThatTheServiceAsksFor()
    {
        Backoff backoff{1s, 1min, 3};
        QCOMPARE(backoff.next(900s), std::chrono::milliseconds{900s});
        QVERIFY(backoff.next(0s) > 0s);
    }
};

TEXTDESK_TEST(tst_backoff, TestBackoff)
#include "tst_backoff.moc"
