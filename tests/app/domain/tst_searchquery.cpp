// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Words and operators, as people type them.
#include "app/domain/searchquery.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace Qt::StringLiterals;

class TestSearchQuery final : public QObject {
    Q_OBJECT
private:
    const QDate m_today{2026, 3, 5};
    const QTimeZone m_zone{"Africa/Johannesburg"}; // two hours before UTC all year

    SearchQuery parsed(const QString& typed) { return parseSearch(typed, m_today, m_zone); }
    qint64 midnight(int daysAgo)
    {
        return QDateTime{m_today.addDays(-daysAgo), QTime{0, 0}, m_zone}.toMSecsSinceEpoch();
    }

private slots:
    void wordsAreWords_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("plain") << u"the hall"_s;
        QTest::newRow("a time") << u"17:30 gate"_s;
        QTest::newRow("nothing after the colon") << u"from: Thandi"_s;
        QTest::newRow("no such state") << u"is:it open"_s;
        QTest::newRow("no such day") << u"after:never before:2026-02-30"_s;
        QTest::newRow("no such operator") << u"note:this"_s;
        QTest::newRow("quotes") << u"say \"hello there\""_s;
        QTest::newRow("a colon first") << u":from"_s;
    }
    void wordsAreWords()
    {
        QFETCH(const QString, typed);
        SearchQuery query;
        query.words = typed;
        query.misread = parsed(typed).misread; // told beside them, see whatSaysNothingIsTold
        QCOMPARE(parsed(typed), query);
        QVERIFY(!query.hasFilter());
    }
    void whatSaysNothingIsTold_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("told");
        QTest::newRow("a day") << u"fees after:yesterdayy"_s << u"after:yesterdayy D"_s;
        QTest::newRow("a day that is not") << u"BEFORE:2026-02-30 x"_s << u"BEFORE:2026-02-30 D"_s;
        QTest::newRow("a state") << u"is:foo"_s << u"is:foo S"_s;
        QTest::newRow("two") << u"on:tomorrow is:it"_s << u"on:tomorrow D, is:it S"_s;
        QTest::newRow("half a day") << u"after:2026-0"_s << u"after:2026-0 D?"_s;
        QTest::newRow("half a word") << u"on:yest"_s << u"on:yest D?"_s;
        QTest::newRow("half a state") << u"is:del"_s << u"is:del S?"_s;
        QTest::newRow("half, and done with it") << u"is:del "_s << u"is:del S"_s;
        QTest::newRow("half, and typed on") << u"is:del fees"_s << u"is:del S"_s;
        QTest::newRow("a word with a colon") << u"note:this 17:30"_s << QString{};
        QTest::newRow("nothing yet") << u"after: is:"_s << QString{};
        QTest::newRow("all is well") << u"after:today is:failed on:2026-03-01"_s << QString{};
    }
    void whatSaysNothingIsTold()
    {
        QFETCH(const QString, typed);
        QStringList told;
        for (const MisreadOperator& misread : parsed(typed).misread) {
            told.append(misread.typed
                + (misread.wants == MisreadOperator::Wants::Day ? u" D"_s : u" S"_s)
                + (misread.mayBeUnfinished ? u"?"_s : QString{}));
        }
        QTEST(told.join(u", "_s), "told");
    }
    void everyStateIsTaken()
    {
        for (const QString& state : searchStates()) {
            QVERIFY2(parsed(u"is:"_s + state).hasFilter(), qPrintable(state));
        }
    }
    // A shell takes the quotes away that a search field needs.
    void wordsOfAShell()
    {
        const QString typed{typedSearch({u"the fees"_s, u"FROM:Thandi Mokoena"_s, u"is:sent"_s})};
        QCOMPARE(typed, u"the fees from:\"Thandi Mokoena\" is:sent"_s);
        QCOMPARE(parsed(typed).person, u"Thandi Mokoena"_s);
        QCOMPARE(typedSearch({u"line:\"Front desk\""_s}), u"line:\"Front desk\""_s);
        QCOMPARE(typedSearch({u"note:this and that"_s}), u"note:this and that"_s);
    }
    void operatorsNarrow()
    {
        const SearchQuery query{
            parsed(u"fees FROM:\"Thandi Mokoena\" line:Office is:failed is:unknown due"_s)};
        QCOMPARE(query.words, u"fees due"_s);
        QCOMPARE(query.person, u"Thandi Mokoena"_s);
        QCOMPARE(query.line, u"Office"_s);
        QCOMPARE(
            query.states, (QList<DeliveryState>{DeliveryState::Failed, DeliveryState::Unknown}));
        QCOMPARE(parsed(u"is:received"_s).direction, std::optional{Direction::In});
        QCOMPARE(parsed(u"is:sent"_s).direction, std::optional{Direction::Out});
        QVERIFY(!parsed(u"is:sent"_s).states.contains(DeliveryState::Failed));
        QVERIFY(!parsed(u"is:sent"_s).states.contains(DeliveryState::Queued));
        QVERIFY(parsed(u"is:unread"_s).unreadOnly);
        QVERIFY(parsed({}).isEmpty());
        QCOMPARE(parsed(u"from:\"Thandi"_s).person, u"Thandi"_s); // still typing
    }
    void daysAreLocal()
    {
        QCOMPARE(parsed(u"after:2026-03-04"_s).fromMs, midnight(1));
        QCOMPARE(parsed(u"before:today"_s).beforeMs, midnight(0));
        const SearchQuery on{parsed(u"on:yesterday"_s)};
        QCOMPARE(on.fromMs, midnight(1));
        QCOMPARE(on.beforeMs, midnight(0));
    }
    void anOperatorIsSetAndTakenAway()
    {
        QCOMPARE(withOperator(u"fees"_s, u"is"_s, u"failed"_s), u"fees is:failed"_s);
        QCOMPARE(withOperator(u"is:sent fees"_s, u"is"_s, u"failed"_s), u"fees is:failed"_s);
        QCOMPARE(withOperator(u"fees line:\"School office\""_s, u"line"_s, {}), u"fees"_s);
        const QString named{withOperator({}, u"line"_s, u"The \"old\" line"_s)};
        QCOMPARE(parsed(named).line, u"The old line"_s);
    }
};

TEXTDESK_TEST(tst_searchquery, TestSearchQuery)
#include "tst_searchquery.moc"
