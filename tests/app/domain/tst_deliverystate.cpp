// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/deliverystate.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;

namespace {

constexpr int stateCount{10};

DeliveryState stateAt(int index)
{
    return DeliveryState(index);
}

} // namespace

class TestDeliveryState final : public QObject {
    Q_OBJECT
private slots:
    void numbersAreStoredAndNeverChange()
    {
        const QStringList names{QStringLiteral("draft"), QStringLiteral("scheduled"),
            QStringLiteral("queued"), QStringLiteral("submitting"), QStringLiteral("accepted"),
            QStringLiteral("sent"), QStringLiteral("delivered"), QStringLiteral("failed"),
            QStringLiteral("unknown"), QStringLiteral("received")};
        QCOMPARE(names.size(), stateCount);
        for (int i{0}; i < stateCount; ++i) {
            QCOMPARE(deliveryStateName(stateAt(i)), names.at(i));
            QCOMPARE(deliveryStateFromName(names.at(i)), std::optional{stateAt(i)});
        }
        QCOMPARE(deliveryStateFromName(QStringLiteral("Sent")), std::nullopt);
        QCOMPARE(deliveryStateFromName(QString{}), std::nullopt);
    }

    void advance_data()
    {
        QTest::addColumn<QString>("outcomes");
        // What remains after each news, in the order of the numbers:
        // draft scheduled queued submitting accepted sent delivered failed unknown received.
        QTest::newRow("draft") << QStringLiteral(
            "draft scheduled queued submitting accepted sent delivered failed unknown draft");
        QTest::newRow("scheduled")
            << QStringLiteral("scheduled scheduled scheduled scheduled accepted sent delivered "
                              "failed scheduled scheduled");
        QTest::newRow("queued") << QStringLiteral(
            "queued scheduled queued submitting accepted sent delivered failed unknown queued");
        QTest::newRow("submitting")
            << QStringLiteral("submitting scheduled submitting submitting accepted sent delivered "
                              "failed unknown submitting");
        QTest::newRow("accepted") << QStringLiteral(
            "accepted accepted accepted accepted accepted sent delivered failed accepted accepted");
        QTest::newRow("sent") << QStringLiteral(
            "sent sent sent sent sent sent delivered failed sent sent");
        QTest::newRow("delivered")
            << QStringLiteral("delivered delivered delivered delivered delivered delivered "
                              "delivered delivered delivered delivered");
        QTest::newRow("failed") << QStringLiteral(
            "failed failed failed failed failed failed delivered failed failed failed");
        QTest::newRow("unknown") << QStringLiteral(
            "unknown scheduled unknown unknown accepted sent delivered failed unknown unknown");
        QTest::newRow("received") << QStringLiteral("received received received received received "
                                                    "received received received received received");
    }

    void advance()
    {
        QFETCH(QString, outcomes);
        const auto from = deliveryStateFromName(QLatin1String{QTest::currentDataTag()});
        QVERIFY(from);
        QStringList seen;
        for (int news{0}; news < stateCount; ++news) {
            seen << deliveryStateName(Textdesk::advance(*from, stateAt(news)));
        }
        QCOMPARE(seen.join(u' '), outcomes);
    }

    void theOrderOfTwoNewsDoesNotMatter()
    {
        for (int from{0}; from < stateCount; ++from) {
            for (int a{0}; a < stateCount; ++a) {
                for (int b{0}; b < stateCount; ++b) {
                    QCOMPARE(
                        Textdesk::advance(Textdesk::advance(stateAt(from), stateAt(a)), stateAt(b)),
                        Textdesk::advance(
                            Textdesk::advance(stateAt(from), stateAt(b)), stateAt(a)));
                }
            }
        }
    }

    void nothingFollowsAnEnd()
    {
        QStringList ends;
        for (int i{0}; i < stateCount; ++i) {
            if (isFinal(stateAt(i))) {
                ends << deliveryStateName(stateAt(i));
            }
        }
        QCOMPARE(ends.join(u' '), QStringLiteral("delivered failed received"));
    }
};

TEXTDESK_TEST(tst_deliverystate, TestDeliveryState)
#include "tst_deliverystate.moc"
