// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What counts as news: unread texts of the last day, as many as a person can take in.
#include "app/models/arrivals.h"
#include "app/storage/messagetable.h"
#include "tests/app/models/modelbench.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestArrivals final : public QObject {
    Q_OBJECT
private:
    const QString m_ann{QStringLiteral("+27820000001")};
    std::unique_ptr<ModelBench> m_bench;
    std::unique_ptr<Arrivals> m_arrivals;
    AccountId m_account;
    QStringList m_told;
    QSet<ConversationId> m_touched;

private slots:
    void init()
    {
        m_bench = std::make_unique<ModelBench>();
        m_account = m_bench->addAccount(QStringLiteral("Office"));
        m_arrivals = std::make_unique<Arrivals>(m_bench->store.database(), m_bench->store.clock());
        m_told.clear();
        m_touched.clear();
        connect(
            m_arrivals.get(), &Arrivals::arrived, this, [this](const std::vector<Arrival>& texts) {
                for (const Arrival& text : texts) {
                    m_told.append(text.text);
                }
            });
        connect(m_arrivals.get(), &Arrivals::touched, this,
            [this](const QSet<ConversationId>& conversations) { m_touched += conversations; });
    }
    void cleanup()
    {
        m_arrivals.reset();
        m_bench.reset();
    }

    void anIncomingTextIsTold()
    {
        const Message message{
            m_bench->store.addIncoming(m_account, m_ann, QStringLiteral("Hello"))};
        QCOMPARE(m_told, QStringList{QStringLiteral("Hello")});
        QCOMPARE(m_touched, QSet<ConversationId>{message.conversation});
    }
    void ourOwnAndOldAndReadOnesAreNot()
    {
        m_bench->store.addOutgoing(m_account, m_ann, QStringLiteral("Ours"));
        m_bench->store.addIncoming(m_account, m_ann, QStringLiteral("Two days old"),
            m_bench->store.clock().nowMs() - 48 * 3600'000);
        m_bench->store.change([this](WriteContext& context) {
            Message read{incoming(m_account, m_ann, QStringLiteral("Read elsewhere"))};
            read.read = true;
            store(context, read);
        });
        QCOMPARE(m_told, QStringList{});
        QVERIFY(!m_touched.isEmpty());
    }
    void readingTouchesTheConversation()
    {
        const Message message{
            m_bench->store.addIncoming(m_account, m_ann, QStringLiteral("Hello"))};
        m_touched.clear();
        m_bench->store.change([&](WriteContext& context) {
            (void)MessageTable::setConversationRead(context, message.conversation);
        });
        QVERIFY(m_touched.contains(message.conversation));
        QCOMPARE(m_told.size(), 1);
    }
    void oldestFirstAndNotWithoutEnd()
    {
        m_bench->store.change([this](WriteContext& context) {
            for (int i{0}; i < 500; ++i) {
                Message text{incoming(m_account, m_ann, QString::number(i))};
                text.atMs = m_bench->store.clock().nowMs();
                text.read = false;
                store(context, text);
            }
        });
        QCOMPARE(m_told.size(), qsizetype{Arrivals::mostAtOnce});
        QCOMPARE(m_told.front(), QStringLiteral("300"));
        QCOMPARE(m_told.back(), QStringLiteral("499"));
    }
};

TEXTDESK_TEST(tst_arrivals, TestArrivals)
#include "tst_arrivals.moc"
