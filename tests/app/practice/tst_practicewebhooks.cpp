// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/practice/practicebench.h"
#include "tests/support/testregistry.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Java's URLEncoder for the few characters of these tests.
QByteArray javaEncoded(const QString& value)
{
    QByteArray encoded;
    for (const char c : value.toUtf8()) {
        const bool plain{(c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
            || QByteArrayView{"*-._"}.contains(c)};
        if (plain) {
            encoded += c;
        } else if (c == ' ') {
            encoded += '+';
        } else {
            encoded += '%' + QByteArray(1, c).toHex().toUpper();
        }
    }
    return encoded;
}

// The documented rule, computed by the openssl program instead of our code.
QByteArray expectedChecksum(
    const QMap<QString, QString>& fields, const SecretText& key, bool encoded)
{
    std::vector<std::pair<QString, QString>> sorted;
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        if (it.key() != u"checksum"_s) {
            sorted.emplace_back(it.key(), it.value());
        }
    }
    std::sort(sorted.begin(), sorted.end());
    QByteArrayList parts;
    for (const auto& [name, value] : sorted) {
        parts.append(name.toUtf8() + '=' + (encoded ? javaEncoded(value) : value.toUtf8()));
    }
    return outputOf(
        u"openssl"_s, {u"dgst"_s, u"-sha1"_s, u"-hmac"_s, key.revealString()}, parts.join('&'))
        .trimmed()
        .right(40);
}

} // namespace

class TestPracticeWebhooks final : public QObject {
    Q_OBJECT
private slots:
    void replyAndReportsCarryTheDocumentedFields()
    {
        PracticeBench bench;
        bench.takeWebhooks();
        const auto answer = bench.call("POST", u"sms/send"_s,
            {{u"recipientNumber"_s, u"+27820000010"_s}, {u"message"_s, u"Hello"_s},
                {u"campaign"_s, u"Spring & summer"_s}, {u"dataField"_s, u"7#0123456789abc"_s}});
        const QString id{PracticeBench::object(answer)[u"messageId"_s].toString()};
        bench.clock.advance(600ms);
        QTRY_COMPARE(bench.catcher.count(), 1);
        bench.clock.advance(900ms);
        QTRY_COMPARE(bench.catcher.count(), 2);
        for (int i{0}; i < 2; ++i) {
            const auto report = bench.catcher.fields(i);
            QCOMPARE(report.keys(),
                (QStringList{u"campaign"_s, u"checksum"_s, u"dataField"_s, u"messageId"_s,
                    u"nonce"_s, u"nonce-date"_s, u"status"_s}));
            QCOMPARE(report[u"messageId"_s], id);
            QCOMPARE(report[u"status"_s], i == 0 ? u"SENT"_s : u"DELIVERED"_s);
            QCOMPARE(report[u"dataField"_s], u"7#0123456789abc"_s);
        }
        bench.clock.advance(1500ms);
        QTRY_COMPARE(bench.catcher.count(), 3);
        const auto reply = bench.catcher.fields(2);
        QCOMPARE(bench.catcher.raw(2).path(), QByteArray{"/hook/replies"});
        QCOMPARE(reply[u"from"_s], u"+27820000010"_s);
        QCOMPARE(reply[u"to"_s], u"27820000001"_s);
        QCOMPARE(reply[u"repliedToMessageId"_s], id);
        QCOMPARE(reply[u"campaign"_s], u"Spring & summer"_s);
        QCOMPARE(reply[u"date"_s], u"202603021100"_s);
        QCOMPARE(reply[u"nonce-date"_s], u"20260302110503"_s);
        QCOMPARE(reply[u"messageId"_s].left(8).toLongLong(nullptr, 16), bench.clock.nowMs() / 1000);
        QVERIFY(!reply[u"message"_s].contains(u"Hello"_s));
        QTRY_COMPARE(bench.service.webhookCounts().delivered, 3);
    }

    void checksumsAreRightInEveryVariant_data()
    {
        QTest::addColumn<QString>("parameters");
        QTest::addColumn<QString>("checksum");
        for (const QString& parameters : {u"query"_s, u"form"_s}) {
            for (const QString& checksum : {u"unencoded"_s, u"form-encoded"_s, u"absent"_s}) {
                QTest::newRow(qPrintable(parameters + u", "_s + checksum))
                    << parameters << checksum;
            }
        }
    }

    void checksumsAreRightInEveryVariant()
    {
        QFETCH(const QString, parameters);
        QFETCH(const QString, checksum);
        PracticeBench bench;
        bench.service.setWebhookUrls(bench.catcher.url(u"/r?k=1"_s), bench.catcher.url(u"/d"_s));
        QCOMPARE(PracticeBench::status(bench.control("POST", u"variant"_s,
                     {{u"webhookParameters"_s, parameters}, {u"checksum"_s, checksum}})),
            200);
        const QString words{u"Caf\u00e9 & tea + 50% = \u20ac5 ~ *now* \U0001F600"_s};
        QVERIFY(bench.service.injectReply(u"+15555550142"_s, words));
        QTRY_COMPARE(bench.catcher.count(), 1);
        const RawRequest& raw{bench.catcher.raw(0)};
        QCOMPARE(raw.method, QByteArray{"POST"});
        QCOMPARE(raw.body.isEmpty(), parameters == u"query"_s);
        QVERIFY(raw.query().startsWith("k=1"));
        auto fields = bench.catcher.fields(0);
        QCOMPARE(fields.take(u"k"_s), u"1"_s);
        QCOMPARE(fields[u"message"_s], words);
        QCOMPARE(fields[u"from"_s], u"+15555550142"_s);
        QVERIFY(!fields.contains(u"repliedToMessageId"_s));
        if (checksum == u"absent"_s) {
            QVERIFY(!fields.contains(u"checksum"_s) && !fields.contains(u"nonce"_s));
            return;
        }
        QCOMPARE(fields[u"checksum"_s].toLatin1(),
            expectedChecksum(fields, bench.service.webhookKey(), checksum == u"form-encoded"_s));
    }

    void triesAgainWithGrowingWaitsAndThenGivesUp()
    {
        PracticeOptions options;
        options.webhookAttempts = 4;
        PracticeBench bench{options};
        bench.takeWebhooks();
        bench.catcher.script({503, 0, 404, 500, 500});
        QVERIFY(bench.service.injectReply(u"+15555550142"_s, u"Hi"_s));
        QTRY_COMPARE(bench.service.webhookCounts().attempts, 1);
        QTRY_COMPARE(bench.catcher.count(), 1);
        for (int failure{1}; failure < 4; ++failure) {
            // The state says when the answer was taken in and the wait began.
            QTRY_COMPARE(
                PracticeBench::array(bench.control("GET", u"webhooks"_s))[0][u"lastStatus"_s]
                    .toInt(),
                failure == 1       ? 503
                    : failure == 2 ? 0
                                   : 404);
            QTRY_COMPARE(bench.clock.pendingTimers() > 0, true);
            bench.clock.advance(std::chrono::milliseconds{(1000 << (failure - 1)) * 8 / 10 - 1});
            QVERIFY(!QTest::qWaitFor([&] { return bench.catcher.count() > failure; }, 30));
            bench.clock.advance(std::chrono::milliseconds{(1000 << (failure - 1)) / 5 + 1});
            QTRY_COMPARE(bench.catcher.count(), failure + 1);
        }
        QTRY_COMPARE(bench.service.webhookCounts().failed, 1);
        bench.clock.advance(1h);
        QVERIFY(!QTest::qWaitFor([&] { return bench.catcher.count() > 4; }, 50));
        const QJsonArray record = PracticeBench::array(bench.control("GET", u"webhooks"_s));
        QCOMPARE(record[0][u"state"_s].toString(), u"failed"_s);
        QCOMPARE(record[0][u"attempts"_s].toInt(), 4);
        QCOMPARE(record[0][u"lastStatus"_s].toInt(), 500);
        QSet<QString> nonces;
        for (int i{0}; i < 4; ++i) {
            nonces.insert(bench.catcher.fields(i)[u"nonce"_s]);
        }
        QCOMPARE(nonces.size(), 4);
    }

    void aRetryMayCarryTheSameNonce()
    {
        PracticeBench bench;
        bench.takeWebhooks();
        PracticeVariant variant;
        variant.retryNonce = PracticeVariant::RetryNonce::Same;
        bench.service.setVariant(variant);
        bench.catcher.script({503});
        QVERIFY(bench.service.injectReply(u"+15555550142"_s, u"Hi"_s));
        QTRY_COMPARE(
            PracticeBench::array(bench.control("GET", u"webhooks"_s))[0][u"lastStatus"_s].toInt(),
            503);
        bench.clock.advance(2s);
        QTRY_COMPARE(bench.service.webhookCounts().delivered, 1);
        QCOMPARE(bench.catcher.fields(0), bench.catcher.fields(1));
    }

    void aListenerThatIsAwayGetsItLater()
    {
        PracticeBench bench;
        const QUrl real{bench.catcher.url(u"/hook"_s)};
        QUrl away{real};
        away.setPort(1); // nobody listens on tcpmux
        bench.service.setWebhookUrls(away, away);
        QVERIFY(bench.service.injectReply(u"+15555550142"_s, u"Hi"_s));
        QTRY_COMPARE(bench.service.webhookCounts().attempts, 1);
        for (int i{2}; i <= 6; ++i) {
            QTRY_VERIFY(bench.clock.pendingTimers() > 0);
            QTRY_VERIFY((bench.clock.advance(5s), bench.service.webhookCounts().attempts >= i));
        }
        QTRY_COMPARE(bench.service.webhookCounts().failed, 1);
        QCOMPARE(bench.service.webhookCounts().attempts, 6);
    }

    void nothingIsPostedWithoutAnAddress()
    {
        PracticeBench bench;
        bench.send(u"+27820000010"_s);
        bench.clock.advance(4s);
        QCOMPARE(bench.service.webhookCounts().attempts, 0);
        QCOMPARE(bench.list(u"type=INBOUND"_s).size(), 1);
    }

    void sentReportsCanBeSwitchedOff()
    {
        PracticeBench bench;
        bench.takeWebhooks();
        (void)bench.control("POST", u"variant"_s, {{u"sentReports"_s, false}});
        bench.send(u"+27820000011"_s);
        bench.clock.advance(4s);
        QTRY_COMPARE(bench.catcher.count(), 1);
        QCOMPARE(bench.catcher.fields(0)[u"status"_s], u"FAILED"_s);
    }

    void aLoadOfWebhooksAllArrive()
    {
        PracticeBench bench;
        bench.takeWebhooks();
        for (int i{0}; i < 300; ++i) {
            QVERIFY(bench.service.injectReply(u"+15555550142"_s, u"Text %1"_s.arg(i)));
        }
        QTRY_COMPARE_WITH_TIMEOUT(bench.service.webhookCounts().delivered, 300, 20000);
        QSet<QString> ids;
        for (int i{0}; i < bench.catcher.count(); ++i) {
            ids.insert(bench.catcher.fields(i)[u"messageId"_s]);
        }
        QCOMPARE(ids.size(), 300);
        QCOMPARE(bench.catcher.count(), 300);
    }
};

TEXTDESK_TEST(tst_practicewebhooks, TestPracticeWebhooks)
#include "tst_practicewebhooks.moc"
