// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a webhook may change, what it is answered, and what the log says about it.
#include "app/messaging/inboundgate.h"

#include "app/messaging/inbox.h"
#include "app/storage/inboundtable.h"
#include "app/storage/optouttable.h"
#include "tests/app/messaging/outboxbench.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

#include <mutex>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Bodies of this made-up provider: "<nonce>|<id>|<text>"; anything without bars cannot be read.
Result<VerifiedWebhook> readMadeUp(const RawRequest& request, qint64 nowMs)
{
    const QList<QByteArray> parts{request.body.split('|')};
    if (parts.size() != 3) {
        return fail(ErrorKind::Protocol, u"unreadable: bars"_s);
    }
    if (parts[0] == "forged" || parts[0] == "expired") {
        return fail(ErrorKind::Unauthorized, QString::fromUtf8(parts[0]));
    }
    VerifiedWebhook verified;
    verified.nonce = QString::fromUtf8(parts[0]);
    verified.nonceExpiresMs = nowMs + 300000;
    verified.authenticated = true;
    verified.events.emplace_back(
        incoming(QString::fromUtf8(parts[1]), person(0), QString::fromUtf8(parts[2])));
    return verified;
}

} // namespace

class TestInboundGate final : public QObject {
    Q_OBJECT

    class Bench final {
    public:
        Bench()
        {
            box.service->inbound = [](const RawRequest& request, const QString&, qint64 nowMs) {
                return readMadeUp(request, nowMs);
            };
            gate = std::make_unique<InboundGate>(*box.database, *box.accounts, box.clock);
        }
        [[nodiscard]] QString key() const
        {
            return box.accounts->find(box.account)->row.webhookKey;
        }
        // The status it was answered; 0 if it was not within the time.
        int deliver(const QByteArray& body, const QString& key)
        {
            RoutedWebhook webhook{key, u"replies"_s, {}};
            webhook.request.method = "POST";
            webhook.request.target = "/hook/x/replies?a=b";
            webhook.request.body = body;
            std::mutex mutex;
            int status{0};
            gate->receive(webhook, [&](const ServerAnswer& answer) {
                const std::lock_guard lock{mutex};
                // The answer comes from the writer's thread: what was committed by now is what
                // counts.
                status = answer.status;
            });
            (void)eventually([&] {
                const std::lock_guard lock{mutex};
                return status != 0;
            });
            box.settleDown();
            return status;
        }
        int deliver(const QByteArray& body) { return deliver(body, key()); }
        std::vector<InboundEventRow> log()
        {
            return InboundTable::newestEvents(box.reader(), 10000);
        }

        OutboxBench box;
        std::unique_ptr<InboundGate> gate;
    };

private slots:
    void aGenuineReplyIsStoredLoggedAndAnnounced()
    {
        Bench bench;
        QSignalSpy decided{bench.gate.get(), &InboundGate::decided};
        QCOMPARE(bench.deliver("n1|in-1|Hello"), 200);
        const auto rows = bench.box.messages();
        QCOMPARE(rows.size(), size_t{1});
        QCOMPARE(rows.front().text, u"Hello"_s);
        QVERIFY(eventually([&] { return decided.count() == 1; }));
        const auto log = bench.log();
        QCOMPARE(log.size(), size_t{1});
        QCOMPARE(log.front().verdict, u"applied"_s);
        QCOMPARE(log.front().message, rows.front().id);
        QCOMPARE(log.front().body, QByteArray{"n1|in-1|Hello"});
        QCOMPARE(log.front().query, QByteArray{"a=b"});
        QCOMPARE(bench.box.accounts->find(bench.box.account)->row.webhookVerifiedMs,
            bench.box.clock.nowMs());
    }

    void aRedeliveryOfADeletedTextLeavesNoWordsInTheLog()
    {
        Bench bench;
        QCOMPARE(bench.deliver("n1|in-1|marmalade"), 200);
        Inbox inbox{*bench.box.database, *bench.box.accounts, bench.box.clock};
        QVERIFY(answerOf(inbox.remove(bench.box.messages().front().id, false)));
        QCOMPARE(bench.deliver("n2|in-1|marmalade"), 200);
        QVERIFY(bench.box.messages().empty());
        const auto log = bench.log();
        QCOMPARE(log.size(), size_t{2});
        for (const InboundEventRow& row : log) {
            QVERIFY(row.body.isEmpty());
        }
    }

    void theAnswerComesAfterTheCommit()
    {
        Bench bench;
        bool wasThere{false};
        RoutedWebhook webhook{bench.key(), u"replies"_s, {}};
        webhook.request.body = "n1|in-1|Hello";
        std::atomic<bool> answered{false};
        bench.gate->receive(webhook, [&](const ServerAnswer& answer) {
            // Were the program killed at this moment, another one would find the text.
            auto other = Connection::open(bench.box.file(), Connection::Mode::ReadOnly);
            wasThere = answer.status == 200 && other
                && InboundTable::newestEvents(**other, 10).size() == 1;
            answered = true;
        });
        QVERIFY(eventually([&] { return answered.load(); }));
        QVERIFY(wasThere);
    }

    void whatIsNotGenuineChangesNothingAndIsLogged_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("known");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("reason");
        QTest::newRow("forged") << QByteArray{"forged|in-1|STOP"} << true << 403 << u"forged"_s;
        QTest::newRow("expired") << QByteArray{"expired|in-1|STOP"} << true << 403 << u"expired"_s;
        QTest::newRow("unreadable")
            << QByteArray{"\xff\x00<html>"} << true << 400 << u"unreadable: bars"_s;
        QTest::newRow("empty") << QByteArray{} << true << 400 << u"unreadable: bars"_s;
        QTest::newRow("no such address")
            << QByteArray{"n1|in-1|STOP"} << false << 404 << u"unknown-address"_s;
    }

    void whatIsNotGenuineChangesNothingAndIsLogged()
    {
        QFETCH(QByteArray, body);
        QFETCH(bool, known);
        QFETCH(int, status);
        QFETCH(QString, reason);
        Bench bench;
        QCOMPARE(bench.deliver(body, known ? bench.key() : u"guessed"_s), status);
        QVERIFY(bench.box.messages().empty());
        QVERIFY(OptOutTable::all(bench.box.reader(), 1).empty());
        const auto log = bench.log();
        QCOMPARE(log.size(), size_t{1});
        QCOMPARE(log.front().verdict, u"refused"_s);
        QCOMPARE(log.front().reason, reason);
        QCOMPARE(log.front().account.isValid(), known);
        QCOMPARE(bench.box.accounts->find(bench.box.account)->row.webhookVerifiedMs, qint64{0});
    }

    void aReplayIsAnsweredWellAndChangesNothing()
    {
        Bench bench;
        QCOMPARE(bench.deliver("n1|in-1|Hello"), 200);
        QCOMPARE(bench.deliver("n1|in-2|Another text"), 200);
        QCOMPARE(bench.box.messages().size(), size_t{1});
        QCOMPARE(bench.log().front().verdict, u"replayed"_s);
        QCOMPARE(bench.deliver("n2|in-1|Hello"), 200); // delivered again by the service itself
        QCOMPARE(bench.box.messages().size(), size_t{1});
        QCOMPARE(bench.log().front().verdict, u"applied"_s);
        bench.box.clock.advance(4min);
        QCOMPARE(bench.deliver("n1|in-3|Later"), 200);
        QCOMPARE(bench.box.messages().size(), size_t{1});
    }

    void aStopClosesInTheSameTransaction()
    {
        Bench bench;
        QCOMPARE(bench.deliver("n1|in-1|Stop"), 200);
        QVERIFY(OptOutTable::isClosed(bench.box.reader(), person(0)));
    }

    void aStoreThatCannotBeWrittenAsksForAnotherDelivery()
    {
        Bench bench;
        bench.box.breakStore();
        QCOMPARE(bench.deliver("n1|in-1|Hello"), 503);
        QVERIFY(bench.log().empty());
        bench.box.mendStore();
        QCOMPARE(bench.deliver("n1|in-1|Hello"), 200); // the nonce was not used up
        QCOMPARE(bench.box.messages().size(), size_t{1});
    }

    void aFloodOfRubbishIsBoundedInTheLog()
    {
        Bench bench;
        const QByteArray large{QByteArray{"forged|in-1|"} + QByteArray(1000000, 'x')};
        int answered{0};
        RoutedWebhook webhook{bench.key(), u"replies"_s, {}};
        webhook.request.body = large;
        for (int i{0}; i < 200; ++i) {
            bench.gate->receive(webhook,
                [&](const ServerAnswer& answer) { answered += answer.status == 403 ? 1 : 0; });
        }
        QCOMPARE(answered, 200);
        bench.box.settleDown();
        QCOMPARE(bench.log().size(), size_t{20});
        for (const InboundEventRow& row : bench.log()) {
            QVERIFY(row.body.size() <= 4096);
        }
        webhook.request.body = "forged|in-1|x";
        for (int second{0}; second < 120; ++second) {
            bench.box.clock.advance(1s);
            for (int i{0}; i < 30; ++i) {
                bench.gate->receive(webhook, [](const ServerAnswer&) {});
            }
        }
        bench.box.settleDown();
        QVERIFY(bench.log().size() <= 2000);
        QCOMPARE(bench.deliver("n1|in-1|Hello"), 200); // the genuine one gets through
    }

    void accountsComeAndGo()
    {
        Bench bench;
        const AccountId fresh{bench.box.addAccount(u"Fresh"_s)};
        const QString freshKey{bench.box.accounts->find(fresh)->row.webhookKey};
        QVERIFY(freshKey != bench.key());
        QCOMPARE(bench.deliver("n1|in-1|Hello", freshKey), 200);
        QCOMPARE(bench.box.messages().front().account, fresh);
        QVERIFY(answerOf(bench.box.accounts->remove(fresh)));
        QCOMPARE(bench.deliver("n2|in-2|Hello", freshKey), 404);
    }

    void anAnswerAfterTheGateDiedIsHarmless()
    {
        Bench bench;
        RoutedWebhook webhook{bench.key(), u"replies"_s, {}};
        webhook.request.body = "n1|in-1|Hello";
        std::atomic<bool> answered{false};
        bench.gate->receive(webhook, [&](const ServerAnswer&) { answered = true; });
        bench.gate.reset();
        QVERIFY(eventually([&] { return answered.load(); }));
        bench.box.settleDown();
        QCOMPARE(bench.box.messages().size(), size_t{1});
    }
};

TEXTDESK_TEST(tst_inboundgate, TestInboundGate)
#include "tst_inboundgate.moc"
