// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A week of texts is made up for while the line breaks again and again: nothing twice, nothing
// lost, never a newer day before an older one, and each try goes on where the last one was.
#include "app/messaging/historysync.h"
#include "app/storage/statement.h"
#include "tests/app/messaging/outboxbench.h"
#include "tests/support/testregistry.h"

#include <QMap>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int perDay{230};
constexpr int perPage{100};

// What a service has for some days, newest first, in pages; it ends after so many answers.
struct Week final {
    QDate first;
    QDate last;
    bool endExcluded{false}; // what a service makes of the last day of a question
    int answers{1000000};

    FakeService::PageAnswer page(const HistoryQuery& query)
    {
        if (answers-- <= 0) {
            return fail(ErrorKind::Offline);
        }
        HistoryPage page;
        page.page = query.page;
        page.totalElements = 0;
        if (query.incoming != true) {
            return page;
        }
        const QDate to{query.receivedTo
                ? std::min(last, query.receivedTo->addDays(endExcluded ? -1 : 0))
                : last};
        for (QDate day{to}; day >= std::max(first, *query.receivedFrom); day = day.addDays(-1)) {
            for (int i{perDay - 1}; i >= 0; --i) {
                const qint64 place{page.totalElements++};
                if (place / perPage == query.page - 1) {
                    page.events.push_back(text(day, i));
                    page.providerIds.push_back(id(day, i));
                }
            }
        }
        return page;
    }
    static QString id(QDate day, int i) { return u"%1-%2"_s.arg(day.toString(Qt::ISODate)).arg(i); }
    static InboundEvent text(QDate day, int i)
    {
        IncomingText text{incoming(id(day, i), person(i % 20), u"Text of %1"_s.arg(id(day, i)))};
        const qint64 minuteMs{60000};
        text.at = StatedTime{day.startOfDay(Qt::UTC).toMSecsSinceEpoch() + i * minuteMs, minuteMs};
        return text;
    }
};

} // namespace

class TestCatchingUp final : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_box = std::make_unique<OutboxBench>();
        m_week = std::make_shared<Week>();
        m_week->last = m_box->clock.now().date();
        m_week->first = m_week->last.addDays(-6);
        m_box->service->history = [week = m_week](
                                      const HistoryQuery& query) { return week->page(query); };
        startAnew();
    }
    void cleanup()
    {
        m_sync.reset();
        m_box.reset();
    }

    void allOfItComes_data()
    {
        QTest::addColumn<bool>("endExcluded");
        QTest::newRow("the last day of a question belongs to it") << false;
        QTest::newRow("it does not") << true;
    }
    void allOfItComes()
    {
        QFETCH(const bool, endExcluded);
        m_week->endExcluded = endExcluded;
        const auto report = syncNow();
        QVERIFY(report);
        QCOMPARE(report->newTexts, 7 * perDay);
        expectAll();
        // What is up to date is one question again.
        m_box->service->queries.clear();
        QCOMPARE(syncNow()->newTexts, 0);
        QVERIFY(int(m_box->service->queries.size()) <= 1 + 2 * perDay / perPage);
    }

    void aLineThatBreaksAgainAndAgain_data()
    {
        QTest::addColumn<int>("answers");
        for (const int answers : {7, 8, 11, 20}) {
            QTest::addRow("after %d answers", answers) << answers;
        }
    }
    void aLineThatBreaksAgainAndAgain()
    {
        QFETCH(const int, answers);
        QDate reached;
        int rounds{0};
        for (bool done{false}; !done; ++rounds) {
            QVERIFY2(rounds < 10, "it does not get on");
            m_week->answers = answers;
            m_box->service->queries.clear();
            done = syncNow().has_value();
            expectNoHole();
            const QDate asked{*m_box->service->queries.front().receivedFrom};
            QVERIFY2(!reached.isValid() || asked >= reached, "it begins anew");
            reached = asked;
            startAnew(); // the program ended, too
        }
        QVERIFY(rounds > 1);
        expectAll();
    }

    void aFewTextsNeedNoSecondQuestion()
    {
        m_week->first = m_week->last.addDays(1);
        QVERIFY(syncNow());
        QCOMPARE(int(m_box->service->queries.size()), 1);
    }

private:
    Result<SyncReport> syncNow() { return answerOf(m_sync->syncNow(m_box->account)); }
    void startAnew()
    {
        m_sync = std::make_unique<HistorySync>(
            *m_box->database, *m_box->accounts, *m_box->inbox, m_box->clock);
    }
    // Ids are "day-number", so that they can be counted.
    QMap<QString, int> storedByDay()
    {
        QMap<QString, int> days;
        auto rows = m_box->reader().prepare(
            "SELECT substr(provider_id, 1, 10), count(*) FROM message GROUP BY 1");
        rows.run();
        while (rows.next()) {
            days.insert(rows.text(0), int(rows.integer(1)));
        }
        return days;
    }
    void expectAll()
    {
        const QMap<QString, int> days{storedByDay()};
        QCOMPARE(int(days.size()), 7);
        for (const int stored : days) {
            QCOMPARE(stored, perDay);
        }
    }
    // Days before the last three are whole, or nothing newer is there.
    void expectNoHole()
    {
        const QMap<QString, int> days{storedByDay()};
        for (auto day = days.cbegin(); day != days.cend(); ++day) {
            const QDate date{QDate::fromString(day.key(), Qt::ISODate)};
            const bool newest{date.addDays(1) >= QDate::fromString(days.lastKey(), Qt::ISODate)};
            QVERIFY2(day.value() == perDay || newest, qPrintable(day.key()));
        }
        QVERIFY(days.isEmpty() || days.firstKey() == m_week->first.toString(Qt::ISODate));
    }

    std::unique_ptr<OutboxBench> m_box;
    std::shared_ptr<Week> m_week;
    std::unique_ptr<HistorySync> m_sync;
};

TEXTDESK_TEST(tst_catchingup, TestCatchingUp)
#include "tst_catchingup.moc"
