// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/providers/zoomconnect/zoomchecksum.h"
#include "app/providers/zoomconnect/zoominbound.h"
#include "tests/support/testregistry.h"

#include <QTest>

#include <thread>

using namespace Textdesk;

namespace {

constexpr qint64 now{1530357310000}; // 2018-06-30 11:15:10 UTC

ZoomSettings settings(bool checksumRequired = true)
{
    ZoomSettings made;
    made.region = QStringLiteral("ZA");
    made.zone = zoomZone(QStringLiteral("+02:00"));
    made.checksumRequired = checksumRequired;
    return made;
}

RawRequest report(const QByteArray& key)
{
    ZoomParameters parameters{{QStringLiteral("messageId"), QStringLiteral("40124213")},
        {QStringLiteral("status"), QStringLiteral("DELIVERED")},
        {QStringLiteral("nonce"), QStringLiteral("6110900b")},
        {QStringLiteral("nonce-date"), QStringLiteral("20180630132010")}};
    const QByteArray text{zoomChecksumTexts(parameters).first()};
    RawRequest request;
    request.method = "POST";
    request.target = "/hook/x";
    request.body = text + "&checksum=" + zoomHmacSha1(key, text);
    return request;
}

} // namespace

class TestZoomInbound final : public QObject {
    Q_OBJECT
private slots:
    void saysHowStrongItIs()
    {
        const SecretText key{"secret"};
        QCOMPARE((ZoomInboundRules{settings(), key}.strength()), QStringLiteral("checksum"));
        QCOMPARE((ZoomInboundRules{settings(false), key}.strength()), QStringLiteral("path only"));
    }

    void takesASignedReportUntilItsNonceAndTheAllowanceAreOver()
    {
        const ZoomInboundRules rules{settings(), SecretText{"secret"}};
        const RawRequest request{report("secret")};
        const auto first = rules.read(request, QStringLiteral("reports"), now);
        QVERIFY(first);
        QVERIFY(first->authenticated);
        QCOMPARE(first->events.size(), std::size_t{1});
        const auto* seen = std::get_if<DeliveryReport>(&first->events.front());
        QVERIFY(seen);
        QCOMPARE(seen->state, DeliveryState::Delivered);
        QCOMPARE(first->nonceExpiresMs, now + 10 * 60 * 1000);

        // The nonce may be forgotten at nonceExpiresMs and not a millisecond before.
        QVERIFY(rules.read(request, QStringLiteral("reports"), first->nonceExpiresMs - 1));
        const auto late = rules.read(request, QStringLiteral("reports"), first->nonceExpiresMs);
        QVERIFY(!late);
        QCOMPARE(late.error().kind(), ErrorKind::Unauthorized);
        QCOMPARE(late.error().detail(), QStringLiteral("expired"));
    }

    void aKeyThatWasRotatedAwayIsForged()
    {
        const ZoomInboundRules rules{settings(), SecretText{"new"}};
        const auto read = rules.read(report("old"), QStringLiteral("reports"), now);
        QVERIFY(!read);
        QCOMPARE(read.error().detail(), QStringLiteral("forged"));
    }

    void anErrorNeverQuotesWhatCameIn()
    {
        const ZoomInboundRules rules{settings(), SecretText{"secret"}};
        RawRequest request{report("secret")};
        request.body += "&message=private&message=words&from=%2B27820000012";
        const auto read = rules.read(request, QStringLiteral("replies"), now);
        QVERIFY(!read);
        for (const char* word : {"private", "words", "27820000012", "40124213", "secret"}) {
            QVERIFY(!read.error().detail().contains(QLatin1String{word}));
        }
    }

    void canBeUsedFromSeveralThreads()
    {
        const ZoomInboundRules rules{settings(), SecretText{"secret"}};
        const RawRequest good{report("secret")};
        const RawRequest bad{report("other")};
        std::atomic<int> wrong{0};
        std::vector<std::thread> threads;
        for (int i{0}; i < 4; ++i) {
            threads.emplace_back([&] {
                for (int n{0}; n < 200; ++n) {
                    wrong += !rules.read(good, QStringLiteral("reports"), now);
                    wrong += bool(rules.read(bad, QStringLiteral("reports"), now));
                }
            });
        }
        for (std::thread& thread : threads) {
            thread.join();
        }
        QCOMPARE(wrong.load(), 0);
    }
};

TEXTDESK_TEST(tst_zoominbound, TestZoomInbound)
#include "tst_zoominbound.moc"
