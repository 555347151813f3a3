// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/json.h"
#include "app/cli/rowline.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace Qt::StringLiterals;

class TestJson final : public QObject {
    Q_OBJECT

private slots:
    void aMessageHasItsPromisedFields()
    {
        const QJsonObject object{messageJson(sample(), u"desk"_s)};
        for (const char* field : {"id", "account", "direction", "peer", "text", "state", "reason",
                 "providerId", "reference", "at", "read"}) {
            QVERIFY2(object.contains(QLatin1String{field}), field);
        }
        QCOMPARE(object["id"_L1].toString(), u"1882475496109768704"_s);
        QCOMPARE(object["direction"_L1].toString(), u"out"_s);
        QCOMPARE(object["state"_L1].toString(), u"queued"_s);
        QCOMPARE(object["at"_L1].toString(), u"2026-03-02T09:00:00.250Z"_s);
        QCOMPARE(object["due"_L1].toString(), u"2026-03-02T09:01:00.000Z"_s);
        QCOMPARE(object["read"_L1].toBool(), true);
        QVERIFY(object["read"_L1].isBool());
    }
    void everyStateHasItsName()
    {
        QStringList names;
        for (const DeliveryState state : {DeliveryState::Draft, DeliveryState::Scheduled,
                 DeliveryState::Queued, DeliveryState::Submitting, DeliveryState::Accepted,
                 DeliveryState::Sent, DeliveryState::Delivered, DeliveryState::Failed,
                 DeliveryState::Unknown, DeliveryState::Received}) {
            Message message{sample()};
            message.state = state;
            names.append(messageJson(message, {})["state"_L1].toString());
        }
        QCOMPARE(names.join(u' '),
            u"draft scheduled queued submitting accepted sent delivered failed unknown received"_s);
    }
    void timesAreUtc()
    {
        QCOMPARE(isoTime(0), QString{});
        QCOMPARE(isoTime(1), u"1970-01-01T00:00:00.001Z"_s);
    }
    void aRowSaysWhyItWaits()
    {
        Message message{sample()};
        QVERIFY(rowLine(message).contains(u"not before 2026-03-02T09:01"_s));
        QVERIFY(rowLine(message).contains(u"Held here"_s));
        message.reason = u"rate-limited"_s;
        QVERIFY(rowLine(message).contains(u"slow down"_s));
        message.reason = u"overdue"_s;
        QVERIFY(!rowLine(message).contains(u"not before"_s));
        message.state = DeliveryState::Failed;
        message.reason = u"refused"_s;
        message.reasonText = u"Not today"_s;
        QVERIFY(rowLine(message).endsWith(u"The provider says: Not today"_s));
    }

private:
    static Message sample()
    {
        Message message;
        message.id = MessageId::fromString(u"1882475496109768704"_s);
        message.peer = u"+27820000030"_s;
        message.direction = Direction::Out;
        message.state = DeliveryState::Queued;
        message.text = u"Hello"_s;
        message.read = true;
        message.atMs = 1772442000250;
        message.dueMs = 1772442060000;
        return message;
    }
};

TEXTDESK_TEST(tst_json, TestJson)
#include "tst_json.moc"
