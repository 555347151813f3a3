// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a row of an imported history must say, and why one is turned away.
#include "app/messaging/importrow.h"

#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;

namespace {

constexpr qint64 nowMs{Q_INT64_C(1790000000000)}; // September 2026

ImportRowReader reader(bool withFallback = false)
{
    const ImportAccount office{AccountId{1}, QStringLiteral("ZA")};
    return ImportRowReader{{{QStringLiteral("Office"), office},
                               {QStringLiteral("Shop"), {AccountId{2}, QStringLiteral("US")}}},
        withFallback ? std::optional{office} : std::nullopt, nowMs};
}

// A good row with one field put in its place, as JSON; "-" leaves it out.
QByteArray row(const char* field = "", const char* json = "-")
{
    const std::vector<std::pair<QByteArray, QByteArray>> good{{"account", "\"Office\""},
        {"direction", "\"in\""}, {"peer", "\"+27820000001\""}, {"text", "\"Good morning\""},
        {"state", "\"received\""}, {"providerId", "\"abc\""},
        {"at", "\"2026-01-31T08:30:00.250Z\""}, {"read", "false"}};
    QByteArrayList parts;
    bool put{false};
    for (const auto& [name, value] : good) {
        const QByteArray shown{name == field ? QByteArray{json} : value};
        put = put || name == field;
        if (shown != "-") {
            parts.append('"' + name + "\":" + shown);
        }
    }
    if (!put && *field != '\0') {
        parts.append('"' + QByteArray{field} + "\":" + json);
    }
    return '{' + parts.join(',') + '}';
}

} // namespace

class TestImportRow final : public QObject {
    Q_OBJECT
private slots:
    void aWholeRow()
    {
        const auto message = reader().read(
            R"({"account":"office","direction":"out","peer":"082 000 0001","text":"Hi",)"
            R"("state":"failed","reason":"failed","providerText":"no","providerId":"p",)"
            R"("reference":"r","at":"2026-01-31T10:30:00+02:00","campaign":"c","data":"d",)"
            R"("id":"123","conversation":"9","parts":7,"read":true,"something":"else"})");
        QVERIFY(message);
        QCOMPARE(message->account, AccountId{1});
        QCOMPARE(message->direction, Direction::Out);
        QCOMPARE(message->peer, QStringLiteral("+27820000001"));
        QCOMPARE(message->state, DeliveryState::Failed);
        QCOMPARE(message->reason, QStringLiteral("failed"));
        QCOMPARE(message->reasonText, QStringLiteral("no"));
        QCOMPARE(message->providerId, QStringLiteral("p"));
        QCOMPARE(message->reference, QStringLiteral("r"));
        QCOMPARE(message->campaign, QStringLiteral("c"));
        QCOMPARE(message->dataField, QStringLiteral("d"));
        QCOMPARE(message->atMs, qint64{1769848200000});
        QCOMPARE(message->parts, 1);
        QVERIFY(!message->id.isValid());
    }

    void whatIsLeftOut()
    {
        const auto message = reader().read(row("read"));
        QVERIFY(message);
        QVERIFY(message->read); // a history was read
        QCOMPARE(message->atMs % 1000, 250);
        QCOMPARE(reader().read(row("account")).error().detail(), QStringLiteral("no-account"));
        QCOMPARE(reader(true).read(row("account"))->account, AccountId{1});
        QVERIFY(reader().read(row("providerId")));
        QVERIFY(reader().read(row("reason", "null")));
    }

    void aRegionOfItsOwn()
    {
        const auto message = reader().read(
            R"({"account":"Shop","direction":"in","peer":"(202) 555-0143","text":"Hi",)"
            R"("state":"received","at":"2026-01-31T08:30:00Z"})");
        QVERIFY(message);
        QCOMPARE(message->peer, QStringLiteral("+12025550143"));
    }

    // Networks carry eleven characters of the default alphabet as a sender, and a name can only
    // write.
    void namesAreSendersOnly_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("reason");
        const auto add = [](const char* direction, const char* peer, const char* reason) {
            QByteArray line{row("peer", peer)};
            if (qstrcmp(direction, "out") == 0) {
                line.replace("\"in\"", "\"out\"").replace("received", "delivered");
            }
            QTest::addRow("%s %s", direction, peer) << line << QString::fromLatin1(reason);
        };
        add("in", "\"abc\"", "");
        add("in", "\"Town Clinic\"", "");
        add("in", "\"INF-1234\"", "");
        add("in", "\"36500\"", "");
        add("in", "\"Town Clinic 2\"", "bad-sender");
        add("in", "\"\u041a\u043b\u0438\u043d\"", "bad-sender"); // not the default alphabet
        add("out", "\"abc\"", "bad-recipient");
        add("out", "\"INF-1234\"", "bad-recipient");
        add("out", "\"36500\"", "");
        add("out", "\"+27820000001\"", "");
        add("out", "\"+27\"", "bad-peer");
    }
    void namesAreSendersOnly()
    {
        QFETCH(const QByteArray, line);
        const auto message = reader().read(line);
        QTEST(message ? QString{} : message.error().detail(), "reason");
    }

    void turnedAway_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("reason");
        const auto add = [](const char* field, const char* json, const char* reason) {
            QTest::addRow("%s %s", field, json) << row(field, json) << QString::fromLatin1(reason);
        };
        QTest::newRow("no json") << QByteArray{"good morning"} << QStringLiteral("not-json");
        QTest::newRow("array") << QByteArray{"[1]"} << QStringLiteral("not-json");
        QTest::newRow("cut") << row().chopped(3) << QStringLiteral("not-json");
        QTest::newRow("two") << row() + row() << QStringLiteral("not-json");
        QTest::newRow("bytes") << row("text", "\"\xff\xfe\"") << QStringLiteral("not-json");
        add("account", "\"Nowhere\"", "unknown-account");
        add("account", "7", "bad-field: account");
        add("direction", "\"up\"", "bad-direction");
        add("direction", "-", "bad-direction");
        add("peer", "\"\"", "bad-peer");
        add("peer", "\"  \"", "bad-peer");
        add("peer", "\"+27\"", "bad-peer");
        add("peer", "[]", "bad-field: peer");
        add("text", "-", "bad-text");
        add("text", "null", "bad-text");
        add("text", "\"\"", "empty-text");
        add("text", "\" \\n\"", "empty-text");
        add("text", "5", "bad-field: text");
        add("text", "\"a\\u0000b\"", "bad-text");
        add("state", "\"lost\"", "bad-state");
        add("state", "\"delivered\"", "bad-state"); // of an incoming text
        add("state", "-", "bad-state");
        add("at", "-", "bad-time");
        add("at", "\"yesterday\"", "bad-time");
        add("at", "\"2026-01-31T08:30:00\"", "bad-time"); // whose half past eight?
        add("at", "\"1970-01-01T00:00:00Z\"", "bad-time");
        add("at", "\"2026-13-31T08:30:00Z\"", "bad-time");
        add("at", "\"2036-01-31T08:30:00Z\"", "future-time");
        add("at", "1769848200000", "bad-field: at");
        add("read", "\"yes\"", "bad-field: read");
        add("providerId", "17", "bad-field: providerId");
    }

    void turnedAway()
    {
        QFETCH(const QByteArray, line);
        QFETCH(const QString, reason);
        const auto message = reader().read(line);
        QVERIFY(!message);
        QCOMPARE(message.error().kind(), ErrorKind::Rejected);
        QCOMPARE(message.error().detail(), reason);
    }

    void nothingThatWouldBeSent_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<bool>("taken");
        for (const char* state : {"draft", "scheduled", "queued", "submitting", "unknown"}) {
            QTest::newRow(state) << QString::fromLatin1(state) << false;
        }
        for (const char* state : {"accepted", "sent", "delivered", "failed"}) {
            QTest::newRow(state) << QString::fromLatin1(state) << true;
        }
    }

    void nothingThatWouldBeSent()
    {
        QFETCH(const QString, state);
        QFETCH(const bool, taken);
        QByteArray line{row("direction", "\"out\"")};
        line.replace("\"received\"", '"' + state.toLatin1() + '"');
        const auto message = reader().read(line);
        QCOMPARE(message.has_value(), taken);
        QCOMPARE(taken ? deliveryStateName(message->state) : message.error().detail(),
            taken ? state : QStringLiteral("not-final"));
    }
};

TEXTDESK_TEST(tst_importrow, TestImportRow)
#include "tst_importrow.moc"
