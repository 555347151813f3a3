// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/inboundtable.h"
#include "app/storage/statement.h"
#include "tests/support/storage/tempstore.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace std::chrono_literals;

class TestInboundTable final : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_store = std::make_unique<TempStore>();
        m_account = m_store->addAccount(QStringLiteral("Office"));
    }

    void cleanup() { m_store.reset(); }

    void theLogKeepsBytesAndVerdict()
    {
        InboundEventRow row;
        row.account = m_account;
        row.receivedMs = 77;
        row.purpose = QStringLiteral("replies");
        row.verdict = QStringLiteral("applied");
        row.query = QByteArrayLiteral("a=b\0c");
        row.body = QByteArrayLiteral("{\"x\": \"\xff\"}");
        row.message = MessageId{5};
        m_store->change([row](WriteContext& context) {
            InboundTable::logEvent(context, row);
            InboundEventRow stray;
            stray.verdict = QStringLiteral("refused");
            stray.reason = QStringLiteral("unknown-address");
            InboundTable::logEvent(context, stray);
            QVERIFY(context.changes.inboundEvents);
        });
        const auto events = InboundTable::newestEvents(m_store->reader(), 10);
        QCOMPARE(events.size(), size_t{2});
        QVERIFY(!events[0].account.isValid());
        QCOMPARE(events[0].reason, QStringLiteral("unknown-address"));
        QCOMPARE(events[1].account, m_account);
        QCOMPARE(events[1].receivedMs, 77);
        QCOMPARE(events[1].query, row.query);
        QCOMPARE(events[1].body, row.body);
        QCOMPARE(events[1].message, row.message);
        QCOMPARE(InboundTable::newestEvents(m_store->reader(), 1).size(), size_t{1});
    }

    void rubbishIsPrunedAndWhatWasAppliedStays_data()
    {
        QTest::addColumn<int>("keep");
        QTest::addColumn<int>("left");
        QTest::newRow("none") << 0 << 10;
        QTest::newRow("five") << 5 << 15;
        QTest::newRow("more than there are") << 500 << 40;
    }

    void rubbishIsPrunedAndWhatWasAppliedStays()
    {
        QFETCH(const int, keep);
        QFETCH(const int, left);
        m_store->change([keep](WriteContext& context) {
            for (int i{0}; i < 40; ++i) {
                InboundEventRow row;
                row.receivedMs = i;
                row.verdict = i % 4 == 0 ? QStringLiteral("applied") : QStringLiteral("refused");
                InboundTable::logEvent(context, row);
            }
            InboundTable::pruneRefused(context, keep);
        });
        const auto events = InboundTable::newestEvents(m_store->reader(), 100);
        QCOMPARE(int(events.size()), left);
        int applied{0};
        for (const InboundEventRow& event : events) {
            applied += event.verdict == QStringLiteral("applied") ? 1 : 0;
        }
        QCOMPARE(applied, 10);
        QCOMPARE(events.front().receivedMs, keep == 0 ? 36 : 39); // the newest are kept
    }

    void aNonceIsUsedOnceForEachAccount()
    {
        const AccountId other{m_store->addAccount(QStringLiteral("Other"))};
        m_store->change([&](WriteContext& context) {
            const qint64 soon{context.nowMs + 60000};
            QVERIFY(InboundTable::useNonce(context, m_account, QStringLiteral("n1"), soon));
            QVERIFY(!InboundTable::useNonce(context, m_account, QStringLiteral("n1"), soon));
            QVERIFY(InboundTable::useNonce(context, m_account, QStringLiteral("n2"), soon));
            QVERIFY(InboundTable::useNonce(context, other, QStringLiteral("n1"), soon));
        });
    }

    void aNonceIsRememberedWellPastItsEndAndThenForgotten()
    {
        const qint64 expires{m_store->clock().nowMs() + 1000};
        const auto use = [&](const QString& nonce) {
            bool fresh{false};
            m_store->change([&](WriteContext& context) {
                fresh = InboundTable::useNonce(context, m_account, nonce, expires);
            });
            return fresh;
        };
        QVERIFY(use(QStringLiteral("n")));
        m_store->clock().advance(29min);
        QVERIFY(!use(QStringLiteral("n")));
        m_store->clock().advance(2min);
        QVERIFY(use(QStringLiteral("other")));
        auto count = m_store->reader().prepare("SELECT count(*) FROM nonce WHERE nonce = 'n'");
        QVERIFY(count.first());
        QCOMPARE(count.integer(0), 0);
    }

    void anUndoneTransactionGivesTheNonceBack()
    {
        const auto failed = m_store->write<Done>([this](WriteContext& context) -> Result<Done> {
            (void)InboundTable::useNonce(context, m_account, QStringLiteral("n"), context.nowMs);
            return fail(ErrorKind::Storage, QStringLiteral("test"));
        });
        QVERIFY(!failed);
        m_store->change([this](WriteContext& context) {
            QVERIFY(InboundTable::useNonce(context, m_account, QStringLiteral("n"), context.nowMs));
        });
    }

    void earlyReportsAreTakenOnceAndNeverGoBack()
    {
        const QString id{QStringLiteral("provider-1")};
        m_store->change([&](WriteContext& context) {
            const auto keep = [&](DeliveryState state, const char* reason) {
                InboundTable::keepEarlyReport(
                    context, m_account, id, {state, QString::fromLatin1(reason)});
            };
            keep(DeliveryState::Sent, "");
            keep(DeliveryState::Delivered, "at last");
            keep(DeliveryState::Sent, "late");
            QVERIFY(
                !InboundTable::takeEarlyReport(context, m_account, QStringLiteral("provider-2")));
            const auto report = InboundTable::takeEarlyReport(context, m_account, id);
            QVERIFY(report);
            QCOMPARE(report->state, DeliveryState::Delivered);
            QCOMPARE(report->reason, QStringLiteral("at last"));
            QVERIFY(!InboundTable::takeEarlyReport(context, m_account, id));
        });
    }

private:
    std::unique_ptr<TempStore> m_store;
    AccountId m_account;
};

TEXTDESK_TEST(tst_inboundtable, TestInboundTable)
#include "tst_inboundtable.moc"
