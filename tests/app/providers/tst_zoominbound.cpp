// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/formdecoder.h"
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

// Posted with a checksum that is given rather than made.
RawRequest posted(const ZoomParameters& parameters, const QByteArray& checksum)
{
    FormFields fields;
    for (auto at = parameters.begin(); at != parameters.end(); ++at) {
        fields.emplace_back(at.key(), at.value());
    }
    RawRequest request;
    request.method = "POST";
    request.target = "/hook/x";
    request.body = encodeForm(fields) + "&checksum=" + checksum;
    return request;
}

QByteArray unencodedChecksum(const ZoomParameters& parameters, const QByteArray& key = "secret")
{
    return zoomHmacSha1(key, zoomChecksumTexts(parameters).first());
}

RawRequest report(const QByteArray& key)
{
    const ZoomParameters parameters{{QStringLiteral("messageId"), QStringLiteral("40124213")},
        {QStringLiteral("status"), QStringLiteral("DELIVERED")},
        {QStringLiteral("nonce"), QStringLiteral("6110900b")},
        {QStringLiteral("nonce-date"), QStringLiteral("20180630132010")}};
    return posted(parameters, unencodedChecksum(parameters, key));
}

ZoomParameters reply(const QString& text)
{
    return {{QStringLiteral("date"), QStringLiteral("201806301315")},
        {QStringLiteral("from"), QStringLiteral("+27820000012")}, {QStringLiteral("message"), text},
        {QStringLiteral("messageId"), QStringLiteral("5b37663ae396c8e42e0c9ca9")},
        {QStringLiteral("nonce"), QStringLiteral("6110900b")},
        {QStringLiteral("nonce-date"), QStringLiteral("20180630132010")},
        {QStringLiteral("to"), QStringLiteral("27820000099")}};
}

// The text of the reply taken, or why it was not.
QString readReply(const RawRequest& request, qint64 nowMs = now)
{
    const ZoomInboundRules rules{settings(), SecretText{"secret"}};
    const auto read = rules.read(request, QStringLiteral("replies"), nowMs);
    if (!read) {
        const bool unauthorized{read.error().kind() == ErrorKind::Unauthorized};
        return (unauthorized ? QStringLiteral("refused: ") : QString{}) + read.error().detail();
    }
    return std::get<IncomingText>(read->events.front()).text;
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

    void aCapturedReplyCannotBeCutIntoAnother()
    {
        const ZoomParameters genuine{reply(QStringLiteral(
            "hi&messageId=f00000000000000000000001&nonce=evil&nonce-date=20300101000000&o=x"))};
        const QByteArray checksum{unencodedChecksum(genuine)};
        ZoomParameters cut{reply(QStringLiteral("hi"))};
        cut[QStringLiteral("messageId")] = QStringLiteral("f00000000000000000000001");
        cut[QStringLiteral("nonce")] = QStringLiteral("evil");
        cut[QStringLiteral("nonce-date")] = QStringLiteral("20300101000000");
        cut.remove(QStringLiteral("to"));
        cut[QStringLiteral("o")] =
            QStringLiteral("x&messageId=5b37663ae396c8e42e0c9ca9&nonce=6110900b"
                           "&nonce-date=20180630132010&to=27820000099");
        // The attack itself: one text, hence one checksum, for both.
        QCOMPARE(unencodedChecksum(cut), checksum);

        QCOMPARE(readReply(posted(cut, checksum)), QStringLiteral("refused: ambiguous"));
        QCOMPARE(readReply(posted(genuine, checksum)), QStringLiteral("refused: ambiguous"));
    }

    void aCapturedReplyCannotSwallowItsOwnParameters()
    {
        const ZoomParameters genuine{reply(QStringLiteral("R&D"))};
        const QByteArray checksum{unencodedChecksum(genuine)};
        QCOMPARE(readReply(posted(genuine, checksum)), QStringLiteral("R&D"));

        ZoomParameters inValue{genuine};
        inValue.remove(QStringLiteral("to"));
        inValue[QStringLiteral("nonce-date")] += QStringLiteral("&to=27820000099");
        QCOMPARE(unencodedChecksum(inValue), checksum);
        QCOMPARE(readReply(posted(inValue, checksum)), QStringLiteral("refused: ambiguous"));

        ZoomParameters inName{genuine};
        inName.remove(QStringLiteral("from"));
        inName.remove(QStringLiteral("date"));
        inName.insert(QStringLiteral("date=201806301315&from"), QStringLiteral("+27820000012"));
        QCOMPARE(unencodedChecksum(inName), checksum);
        QCOMPARE(readReply(posted(inName, checksum)), QStringLiteral("refused: ambiguous"));
    }

    void signsInATextAreNoHarm_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : {"a & b", "x=1", "R&D", "Test + Message", "1+1=2 & so on", "&"}) {
            QTest::newRow(text) << QString::fromUtf8(text);
        }
    }

    void signsInATextAreNoHarm()
    {
        QFETCH(QString, text);
        QCOMPARE(readReply(posted(reply(text), unencodedChecksum(reply(text)))), text);
    }

    void aTextThatWasSignedEncodedMayHoldAnything()
    {
        const QString text{QStringLiteral("hi&messageId=1&o=https://example.org/?a=1&b=2")};
        for (const QByteArray& form : zoomChecksumTexts(reply(text)).mid(1)) {
            QCOMPARE(readReply(posted(reply(text), zoomHmacSha1("secret", form))), text);
        }
    }

    void aNonceMayBeAnHourAheadAndNoMore()
    {
        const RawRequest request{
            posted(reply(QStringLiteral("hi")), unencodedChecksum(reply(QStringLiteral("hi"))))};
        const qint64 nonceDate{now + 5 * 60 * 1000};
        QCOMPARE(readReply(request, nonceDate - zoomNonceAheadMs), QStringLiteral("hi"));
        QCOMPARE(readReply(request, nonceDate - zoomNonceAheadMs - 1),
            QStringLiteral("refused: nonce-too-far"));

        ZoomParameters far{reply(QStringLiteral("hi"))};
        far[QStringLiteral("nonce-date")] = QStringLiteral("20300101000000");
        QCOMPARE(readReply(posted(far, unencodedChecksum(far))),
            QStringLiteral("refused: nonce-too-far"));
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
