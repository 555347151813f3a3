// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/providers/zoomconnect/zoomstatus.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;

class TestZoomStatus final : public QObject {
    Q_OBJECT
private slots:
    void mapsTheKnownWords_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("reason");
        QTest::newRow("SCHEDULED") << "SCHEDULED"
                                   << "scheduled"
                                   << "";
        QTest::newRow("SENT") << "SENT"
                              << "sent"
                              << "";
        QTest::newRow("DELIVERED") << "DELIVERED"
                                   << "delivered"
                                   << "";
        QTest::newRow("FAILED") << "FAILED"
                                << "failed"
                                << "failed";
        QTest::newRow("FAILED_REFUNDED") << "FAILED_REFUNDED"
                                         << "failed"
                                         << "refunded";
        QTest::newRow("FAILED_OPTOUT") << "FAILED_OPTOUT"
                                       << "failed"
                                       << "opted-out";
        QTest::newRow("UNKNOWN") << "UNKNOWN"
                                 << "accepted"
                                 << "";
        QTest::newRow("spaces and case") << " delivered\n"
                                         << "delivered"
                                         << "";
        QTest::newRow("nobody knows") << "DELIVERED_TO_MOON"
                                      << "accepted"
                                      << "";
        QTest::newRow("empty") << ""
                               << "accepted"
                               << "";
    }

    void mapsTheKnownWords()
    {
        QFETCH(QString, word);
        QFETCH(QString, state);
        QFETCH(QString, reason);
        QCOMPARE(deliveryStateName(zoomStatus(word).state), state);
        QCOMPARE(zoomStatus(word).reason, reason);
    }

    void aWordNobodyKnowsMovesNothingForward()
    {
        const DeliveryState news{zoomStatus(QStringLiteral("NEW_WORD")).state};
        for (const auto state : {DeliveryState::Accepted, DeliveryState::Sent,
                 DeliveryState::Delivered, DeliveryState::Failed}) {
            QCOMPARE(advance(state, news), state);
        }
        QCOMPARE(advance(DeliveryState::Unknown, news), DeliveryState::Accepted);
    }

    void tellsInFromOut()
    {
        QVERIFY(isIncomingStatus(QStringLiteral("received")));
        QVERIFY(!isIncomingStatus(QStringLiteral("SENT")));
        QVERIFY(isOutgoingStatus(QStringLiteral("sent")));
        QVERIFY(!isOutgoingStatus(QStringLiteral("RECEIVED")));
        QVERIFY(!isOutgoingStatus(QStringLiteral("UNKNOWN")));
    }
};

TEXTDESK_TEST(tst_zoomstatus, TestZoomStatus)
#include "tst_zoomstatus.moc"
