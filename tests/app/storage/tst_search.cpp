// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What people type finds what they mean, and never upsets the index.
#include "app/storage/searchindex.h"

#include "app/storage/messagetable.h"
#include "app/storage/statement.h"
#include "tests/support/storage/tempstore.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace std::chrono_literals;

class TestSearch final : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_store = std::make_unique<TempStore>();
        m_account = m_store->addAccount(QStringLiteral("Office"));
    }

    void cleanup() { m_store.reset(); }

    void findsWhatPeopleType_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("found");
        const auto row = [](const char* text, const char* typed, bool found) {
            QTest::addRow("%s in %s", typed, text)
                << QString::fromUtf8(text) << QString::fromUtf8(typed) << found;
        };
        row("The dentist moved to 9", "dent", true);
        row("The dentist moved to 9", "DENTIST", true);
        row("The dentist moved to 9", "entist", false);
        row("The dentist moved to 9", "moved dentist", true); // any order
        row("The dentist moved to 9", "dent moved", false); // only the last word may be unfinished
        row("The dentist moved to 9", "dentist friday", false);
        row("The dentist moved to 9", "9", true);
        row("The dentist moved to 9", "   ", false);
        row("The dentist moved to 9", "", false);
        row("We say \"hello\" twice", "\"hello\"", true);
        row("We say \"hello\" twice", "\"", true); // a symbol: wherever it stands
        row("We say \"hello\" twice", "say\" hello", true);
        row("this AND that OR NOT other", "AND", true);
        row("this AND that OR NOT other", "this AND that", true);
        row("this or that", "this AND that", false); // a word, no operator
        row("first", "first OR second", false);
        row("near me", "NEAR(", true);
        row("a text: yes", "text:yes", true);
        row("text yes", "message_index:text", false);
        row("50% off_all", "50%", true);
        row("50% off_all", "off_all", true);
        row("a plain text", "%", false);
        row("a plain text", "_", false);
        row("a plain text", "*", false);
        row("a plain text", "p*", true);
        row("a plain text", "^a", true);
        row("a plain text", "-plain", true);
        row("a plain text", "(plain", true);
        row("don't worry", "don't", true);
        row("don't worry", "don", true);
        row("café tomorrow", "cafe", true);
        row("cafe tomorrow", "CAFÉ", true);
        row("Grüße aus Köln", "koln", true);
        row("Привет мир", "ПРИВЕТ", true);
        row("שלום לכולם", "שלום", true);
        row("שלום לכולם", "לכ", true);
        row("مرحبا بالعالم", "مرحبا", true);
        row("party \xF0\x9F\x8E\x89 tonight", "\xF0\x9F\x8E\x89", true);
        row("party\xF0\x9F\x8E\x89", "party", true);
        row("party\xF0\x9F\x8E\x89", "\xF0\x9F\x8E\x89", true);
        row("party tonight", "\xF0\x9F\x8E\x89", false);
        row("party \xF0\x9F\x8E\x89 tonight", "\xF0\x9F\x8E\x89 tonight", true);
        row("party tonight", "\xF0\x9F\x8E\x89 tonight", false);
        row("call +27820000012", "+27820000012", true);
        row("call +27820000012", "2782000", true);
        row("line one\nline two", "one line", true);
    }

    void findsWhatPeopleType()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, typed);
        QFETCH(const bool, found);
        // Before the index has seen it, and after.
        m_store->change([&](WriteContext& context) {
            store(context, incoming(m_account, QStringLiteral("+27820000001"), text));
            QCOMPARE(searchMessages(context.db, typed, {}, 10).size(), size_t(found ? 1 : 0));
            QVERIFY(!context.db.error());
        });
        awaitIndex();
        QCOMPARE(searchMessages(m_store->reader(), typed, {}, 10).size(), size_t(found ? 1 : 0));
        QVERIFY(!m_store->reader().error());
    }

    void newestFirstByKeyIsTheWholeResult()
    {
        const auto all =
            m_store->addMany(m_account, QStringLiteral("+27820000001"), 300, 1000, 1000);
        awaitIndex();
        // Ten more that the index has not seen when they are looked for, some of them older.
        std::vector<MessageId> expected{all};
        m_store->change([&](WriteContext& context) {
            for (int i{0}; i < 10; ++i) {
                Message message{incoming(
                    m_account, QStringLiteral("+27820000002"), QStringLiteral("message late"))};
                message.atMs = 500 + i * 50000;
                expected.push_back(store(context, message).id);
            }
            std::sort(expected.begin(), expected.end(), std::greater<>{});
            for (const int limit : {1, 7, 100, 1000}) {
                std::vector<MessageId> paged;
                std::vector<MessageId> page{
                    searchMessages(context.db, QStringLiteral("message"), {}, limit)};
                while (!page.empty()) {
                    QVERIFY(page.size() <= size_t(limit));
                    paged.insert(paged.end(), page.begin(), page.end());
                    page =
                        searchMessages(context.db, QStringLiteral("message"), page.back(), limit);
                }
                QCOMPARE(paged, expected);
            }
        });
    }

    void symbolsArePagedLikeWords()
    {
        std::vector<MessageId> expected;
        m_store->change([&](WriteContext& context) {
            for (int i{0}; i < 100; ++i) {
                const QString text{
                    i % 3 == 0 ? QStringLiteral("hooray \U0001F389") : QStringLiteral("hooray")};
                const MessageId id{
                    store(context, incoming(m_account, QStringLiteral("+27820000001"), text)).id};
                if (i % 3 == 0) {
                    expected.insert(expected.begin(), id);
                }
            }
        });
        awaitIndex();
        for (const QString& typed :
            {QStringLiteral("\U0001F389"), QStringLiteral("\U0001F389 hoo")}) {
            std::vector<MessageId> paged;
            std::vector<MessageId> page{searchMessages(m_store->reader(), typed, {}, 10)};
            while (!page.empty()) {
                paged.insert(paged.end(), page.begin(), page.end());
                page = searchMessages(m_store->reader(), typed, page.back(), 10);
            }
            QCOMPARE(paged, expected);
        }
    }

    void aDeletedTextIsFoundNoMore_data()
    {
        QTest::addColumn<bool>("indexed");
        QTest::newRow("indexed") << true;
        QTest::newRow("waiting") << false;
    }

    void aDeletedTextIsFoundNoMore()
    {
        QFETCH(const bool, indexed);
        const auto search = [](Connection& db) {
            return searchMessages(db, QStringLiteral("secret"), {}, 9).size();
        };
        Message message{
            incoming(m_account, QStringLiteral("+27820000001"), QStringLiteral("secret ünïcode"))};
        m_store->change([&](WriteContext& context) {
            message = store(context, message);
            if (!indexed) {
                MessageTable::remove(context, message);
                QCOMPARE(search(context.db), size_t{0});
            }
        });
        if (indexed) {
            awaitIndex();
            QCOMPARE(search(m_store->reader()), size_t{1});
            m_store->change([&](WriteContext& context) { MessageTable::remove(context, message); });
        }
        QCOMPARE(search(m_store->reader()), size_t{0});
        m_store->change([](WriteContext& context) {
            QVERIFY(context.db.execute(QStringLiteral(
                "INSERT INTO message_index(message_index, rank) VALUES('integrity-check', 1)")));
        });
    }

    void aLargeBacklogIsIndexedInSlices()
    {
        m_store->addMany(m_account, QStringLiteral("+27820000001"), 4500, 1000, 10);
        QTRY_COMPARE(waiting(), 0); // by itself
        QCOMPARE(searchMessages(m_store->reader(), QStringLiteral("message"), {}, 10000).size(),
            size_t{4500});
        QCOMPARE(searchMessages(m_store->reader(), QStringLiteral("message 4499"), {}, 10).size(),
            size_t{1});
        m_store->change([](WriteContext& context) {
            QVERIFY(!indexNextSlice(context.db));
            for (int i{0}; i < 3; ++i) {
                QVERIFY(!context.db.error());
            }
        });
    }

private:
    void awaitIndex()
    {
        m_store->change([](WriteContext& context) {
            while (indexNextSlice(context.db)) { }
        });
        QCOMPARE(waiting(), 0);
    }
    [[nodiscard]] int waiting()
    {
        auto count = m_store->reader().prepare("SELECT count(*) FROM message_unindexed");
        return count.first() ? int(count.integer(0)) : -1;
    }

    std::unique_ptr<TempStore> m_store;
    AccountId m_account;
};

TEXTDESK_TEST(tst_search, TestSearch)
#include "tst_search.moc"
