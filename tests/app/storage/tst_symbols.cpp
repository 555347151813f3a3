// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Signs that are no letters are found in old texts, and it is known at once that they are nowhere.
#include "app/storage/symbolindex.h"

#include "app/storage/searchindex.h"
#include "app/storage/statement.h"
#include "tests/support/storage/tempstore.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestSymbols final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        m_store = std::make_unique<TempStore>();
        const AccountId account{m_store->addAccount(QStringLiteral("Office"))};
        // More than are read without an index, over weeks; a party on every hundredth.
        m_store->change([account](WriteContext& context) {
            for (int i{0}; i < count; ++i) {
                Message message{incoming(account, QStringLiteral("+27820000001"), textOf(i))};
                message.atMs = 1000000 + i * qint64{600000};
                store(context, message);
            }
        });
        QTRY_COMPARE(number("SELECT count(*) FROM message_unindexed"), 0);
    }

    void everySearchIsWhatReadingAllSays_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("expected");
        QTest::newRow("often") << party << count / 100;
        QTest::newRow("once") << QStringLiteral("\U0001F43C") << 1;
        QTest::newRow("two signs") << party + u' ' + QStringLiteral("\u20AC") << count / 500;
        QTest::newRow("joined signs") << QStringLiteral("\u20AC") + party << count / 500;
        QTest::newRow("with a word") << party + QStringLiteral(" hello") << count / 100;
        QTest::newRow("nowhere") << QStringLiteral("\U0001F984") << 0;
        QTest::newRow("a word and one nowhere") << QStringLiteral("hello \U0001F984") << 0;
        QTest::newRow("of ASCII") << QStringLiteral(";-)") << 1;
        QTest::newRow("a part of it") << QStringLiteral("-)") << 1;
        QTest::newRow("a common one") << QStringLiteral(")") << 1;
        QTest::newRow("a common one, nowhere") << QStringLiteral("?") << 0;
        QTest::newRow("two that never meet") << QStringLiteral("; \u20AC") << 0;
        QTest::newRow("an uncommon one") << QStringLiteral("^") << 0;
        QTest::newRow("of ASCII, nowhere") << QStringLiteral(";-(") << 0;
    }
    void everySearchIsWhatReadingAllSays()
    {
        QFETCH(const QString, typed);
        QFETCH(const int, expected);
        QCOMPARE(int(searchMessages(m_store->reader(), typed, {}, count).size()), expected);
        // Page by page it is the same.
        int paged{0};
        auto page = searchMessages(m_store->reader(), typed, {}, 3);
        while (!page.empty()) {
            paged += int(page.size());
            page = searchMessages(m_store->reader(), typed, page.back(), 3);
        }
        QCOMPARE(paged, expected);
    }

    void whatIsNowhereIsKnownWithoutReading()
    {
        Connection& db{m_store->reader()};
        QVERIFY(!occurs(db, {QStringLiteral("\U0001F984")}));
        QVERIFY(!occurs(db, {party, QStringLiteral("\U0001F984")}));
        QVERIFY(occurs(db, {party}));
        QVERIFY(occurs(db, {QStringLiteral(";-)")}));
        QVERIFY(!occurs(db, {QStringLiteral(";-(")}));
        QVERIFY(!occurs(db, {QStringLiteral("^")}));
        QVERIFY(!occurs(db, {QStringLiteral("?")}));
        QVERIFY(occurs(db, {QStringLiteral(")")}));
        // Each occurs, but never at the same time.
        QVERIFY(!occurs(db, {QStringLiteral(";"), QStringLiteral("\U0001F389")}));
    }

    void aStoreThatWasNotLookedThroughIsReadWhole()
    {
        m_store->change([](WriteContext& context) {
            context.db.execute(QStringLiteral("DELETE FROM message_symbol"));
        });
        QCOMPARE(int(searchMessages(m_store->reader(), party, {}, count).size()), count / 100);
        m_store->change([](WriteContext& context) { noteAllSymbols(context.db); });
        QVERIFY(!occurs(m_store->reader(), {QStringLiteral("\U0001F984")}));
        QCOMPARE(int(searchMessages(m_store->reader(), party, {}, count).size()), count / 100);
    }

private:
    static bool occurs(Connection& db, const QStringList& symbols)
    {
        return SymbolPlaces{db, symbols}.anywhere();
    }
    static constexpr int count{4000};
    const QString party{QStringLiteral("\U0001F389")};
    static QString textOf(int i)
    {
        QString text{QStringLiteral("hello %1").arg(i)};
        text += i % 500 == 0 ? QStringLiteral(" \u20AC\U0001F389")
            : i % 100 == 0   ? QStringLiteral(" \U0001F389\U0001F389")
                             : QString{};
        return i == 2050 ? text + QStringLiteral(" \U0001F43C ;-)") : text;
    }
    int number(const char* sql)
    {
        auto query = m_store->reader().prepare(sql);
        return query.first() ? int(query.integer(0)) : -1;
    }

    std::unique_ptr<TempStore> m_store;
};

TEXTDESK_TEST(tst_symbols, TestSymbols)
#include "tst_symbols.moc"
