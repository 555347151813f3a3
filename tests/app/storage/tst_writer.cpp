// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One thread, one transaction for what waits, and nobody pays for a neighbour's mistake.
#include "app/storage/writer.h"

#include "app/storage/statement.h"
#include "tests/support/manualclock.h"
#include "tests/support/testregistry.h"

#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace std::chrono_literals;

namespace {

bool insert(WriteContext& context, int value)
{
    context.db.prepare("INSERT INTO t(x) VALUES(?)").run(value);
    context.changes.inserted.insert(MessageId{value});
    return true;
}

} // namespace

class TestWriter final : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(QStringLiteral("test.db"));
        m_reader = std::move(*Connection::open(m_file, Connection::Mode::ReadWrite));
        m_reader->execute(QStringLiteral("CREATE TABLE t(x INTEGER UNIQUE)"));
        QVERIFY(!m_reader->error());
        m_clock = std::make_unique<ManualClock>();
        m_said.clear();
        m_commits = 0;
        startWriter();
    }

    void cleanup()
    {
        m_writer.reset();
        m_reader.reset();
    }

    void waitingJobsShareOneCommit()
    {
        hold();
        for (int i{1}; i <= 100; ++i) {
            add(WritePriority::Bulk, i, [i](WriteContext& context) { return insert(context, i); });
        }
        QVERIFY(m_said.isEmpty());
        finishAll();
        QCOMPARE(m_said.size(), 100);
        QCOMPARE(m_said.first(), QStringLiteral("1 ok"));
        QCOMPARE(m_said.last(), QStringLiteral("100 ok"));
        QCOMPARE(rows(), 100);
        QCOMPARE(m_commits, 1);
    }

    void oneBadJobIsUndoneAlone()
    {
        hold();
        add(WritePriority::Bulk, 1, [](WriteContext& context) { return insert(context, 1); });
        add(WritePriority::Bulk, 2, [](WriteContext& context) {
            insert(context, 2);
            return false;
        });
        add(WritePriority::Bulk, 3, [](WriteContext& context) {
            insert(context, 3);
            return insert(context, 1); // not unique
        });
        add(WritePriority::Bulk, 4, [](WriteContext& context) {
            context.db.prepare("INSERT INTO nowhere VALUES(1)").run();
            return insert(context, 4); // does nothing after the error
        });
        add(WritePriority::Bulk, 5, [](WriteContext& context) { return insert(context, 5); });
        finishAll();
        QCOMPARE(m_said.at(0), QStringLiteral("1 ok"));
        QCOMPARE(m_said.at(1), QStringLiteral("2 undone"));
        QVERIFY(m_said.at(2).startsWith(QStringLiteral("3 sqlite-")));
        QVERIFY(m_said.at(3).startsWith(QStringLiteral("4 sqlite-")));
        QCOMPARE(m_said.at(4), QStringLiteral("5 ok"));
        QCOMPARE(rows(), 2);
        QCOMPARE(m_changed.inserted, (QSet<MessageId>{MessageId{1}, MessageId{5}}));
    }

    void aBadJobThatIsAloneIsUndoneToo_data()
    {
        QTest::addColumn<bool>("sqlError");
        QTest::newRow("says no") << false;
        QTest::newRow("fails in SQL") << true;
    }

    void aBadJobThatIsAloneIsUndoneToo()
    {
        QFETCH(const bool, sqlError);
        add(WritePriority::Person, 1, [sqlError](WriteContext& context) {
            insert(context, 1);
            return sqlError && insert(context, 1);
        });
        finishAll();
        QVERIFY(m_said.at(0) == (QStringLiteral("1 undone")) || sqlError);
        QCOMPARE(rows(), 0);
        QCOMPARE(m_commits, 0);
        startWriter();
        add(WritePriority::Person, 2, [](WriteContext& context) { return insert(context, 2); });
        finishAll();
        QCOMPARE(rows(), 1);
    }

    void aPersonGoesFirst()
    {
        hold();
        QStringList order;
        const auto note = [&order](const char* who) {
            return [&order, who](WriteContext&) {
                order += QString::fromLatin1(who);
                return true;
            };
        };
        add(WritePriority::Bulk, 1, note("bulk"));
        add(WritePriority::SendState, 2, note("send state"));
        add(WritePriority::Webhook, 3, note("webhook"));
        add(WritePriority::Person, 4, note("person"));
        finishAll();
        QCOMPARE(order.join(u','), QStringLiteral("person,webhook,send state,bulk"));
    }

    void bulkWorkThatRanOutOfTimeLetsAPersonGoBeforeTheRest()
    {
        hold();
        QStringList order;
        Writer* writer{m_writer.get()};
        for (int i{1}; i <= 3; ++i) {
            add(WritePriority::Bulk, i, [&order, i, writer, this](WriteContext& context) {
                order += QStringLiteral("bulk %1").arg(i);
                m_clock->advance(60ms); // the slice is over
                if (i == 1) {
                    // A person acts while bulk work is running.
                    writer->add(WritePriority::Person,
                        {[&order](WriteContext&) {
                             order += QStringLiteral("person");
                             return true;
                         },
                            [](const std::optional<Error>&) {}});
                }
                return insert(context, i);
            });
        }
        finishAll();
        QCOMPARE(order.join(u','), QStringLiteral("bulk 1,person,bulk 2,bulk 3"));
        QCOMPARE(rows(), 3);
    }

    void slicesShareATransaction()
    {
        hold();
        for (int i{1}; i <= 5; ++i) {
            addSlice(i, [i](WriteContext& context) { return insert(context, i); });
        }
        finishAll();
        QCOMPARE(m_said.join(u' '), QStringLiteral("1 ok 2 ok 3 ok 4 ok 5 ok"));
        QCOMPARE(m_commits, 1);
        QCOMPARE(rows(), 5);
    }

    void slicesLetWhoeverWaitsGoBetweenThem()
    {
        hold();
        addSlice(1, [this, writer = m_writer.get()](WriteContext& context) {
            addTo(*writer, WritePriority::SendState, 7,
                [](WriteContext& other) { return insert(other, 7); });
            return insert(context, 1);
        });
        addSlice(2, [](WriteContext& context) { return insert(context, 2); });
        finishAll();
        QCOMPARE(m_said.join(u' '), QStringLiteral("1 ok 7 ok 2 ok"));
        QCOMPARE(m_commits, 3);
    }

    void slicesEndTheirTransactionAfterAMoment()
    {
        hold();
        for (int i{1}; i <= 4; ++i) {
            addSlice(i, [this, i](WriteContext& context) {
                m_clock->advance(200ms);
                return insert(context, i);
            });
        }
        finishAll();
        QCOMPARE(rows(), 4);
        QCOMPARE(m_commits, 2);
    }

    void aSliceThatFailsUndoesItsTransactionAndNobodyElses()
    {
        hold();
        addSlice(1, [](WriteContext& context) { return insert(context, 1); });
        addSlice(2, [](WriteContext&) { return false; });
        addSlice(3, [](WriteContext& context) { return insert(context, 3); });
        finishAll();
        QCOMPARE(m_said.join(u' '), QStringLiteral("1 undone 2 undone 3 undone"));
        QCOMPARE(rows(), 0);
        startWriter();
        add(WritePriority::Bulk, 9, [](WriteContext& context) { return insert(context, 9); });
        finishAll();
        QCOMPARE(m_said.last(), QStringLiteral("9 ok"));
        QCOMPARE(rows(), 1);
    }

    void theEndCommitsWhatIsWaiting()
    {
        for (int i{0}; i < 1000; ++i) {
            add(WritePriority::Bulk, i, [i](WriteContext& context) { return insert(context, i); });
        }
        m_writer.reset();
        QCOMPARE(m_said.size(), 1000);
        QVERIFY(m_said.filter(QStringLiteral("ok")).size() == 1000);
        QCOMPARE(rows(), 1000);
    }

    void nothingChangedSaysNothing()
    {
        add(WritePriority::Bulk, 1, [](WriteContext&) { return true; });
        finishAll();
        QCOMPARE(m_said, QStringList{QStringLiteral("1 ok")});
        QCOMPARE(m_commits, 0);
    }

    void aFileThatCannotBeOpenedFailsEveryJob()
    {
        m_file = m_folder->filePath(QStringLiteral("no/such/folder/test.db"));
        startWriter();
        add(WritePriority::Person, 1, [](WriteContext& context) { return insert(context, 1); });
        add(WritePriority::Bulk, 2, [](WriteContext& context) { return insert(context, 2); });
        finishAll();
        QCOMPARE(m_said,
            (QStringList{QStringLiteral("1 cannot-open"), QStringLiteral("2 cannot-open")}));
    }

    void idleWorkRunsUntilItIsDoneAndAgainAfterTheNextJob()
    {
        std::atomic<int> slices{0};
        m_writer->whenIdle([&slices](WriteContext& context) {
            insert(context, 1000 + slices);
            return ++slices % 3 != 0;
        });
        QTRY_COMPARE(slices.load(), 3);
        QTRY_COMPARE(rows(), 3);
        add(WritePriority::Bulk, 1, [](WriteContext& context) { return insert(context, 1); });
        QTRY_COMPARE(slices.load(), 6);
        finishAll();
        QCOMPARE(rows(), 7);
    }

    void idleWorkIsNotStarvedByWritesThatNeverPause()
    {
        std::atomic<int> slices{0};
        std::atomic<int> atTheLastWrite{-1};
        hold();
        m_writer->whenIdle([&slices](WriteContext&) {
            ++slices;
            return false;
        });
        for (int i{1}; i <= 5; ++i) {
            // Each is a group of its own, because its time is up; there is always a next one.
            add(WritePriority::Bulk, i, [&, i](WriteContext& context) {
                m_clock->advance(1500ms);
                atTheLastWrite = i == 5 ? slices.load() : -1;
                return insert(context, i);
            });
        }
        m_release->set_value();
        m_release.reset();
        QTRY_VERIFY(atTheLastWrite >= 0);
        QVERIFY(atTheLastWrite > 0);
        finishAll();
    }

    void idleWorkThatFailsLeavesNoTraceAndHarmsNobody()
    {
        std::atomic<int> slices{0};
        m_writer->whenIdle([&slices](WriteContext& context) {
            ++slices;
            insert(context, 1);
            insert(context, 1);
            return true;
        });
        QTRY_COMPARE(slices.load(), 1);
        add(WritePriority::Bulk, 7, [](WriteContext& context) { return insert(context, 7); });
        finishAll();
        QCOMPARE(m_said, QStringList{QStringLiteral("7 ok")});
        QCOMPARE(rows(), 1);
    }

    void jobsComeFromAnyThread()
    {
        std::vector<std::thread> threads;
        std::atomic<int> finished{0};
        for (int t{0}; t < 4; ++t) {
            threads.emplace_back([this, t, &finished] {
                for (int i{0}; i < 200; ++i) {
                    m_writer->add(WritePriority::Webhook,
                        {[value = t * 1000 + i](
                             WriteContext& context) { return insert(context, value); },
                            [&finished](
                                const std::optional<Error>& error) { finished += error ? 0 : 1; }});
                }
            });
        }
        for (std::thread& thread : threads) {
            thread.join();
        }
        m_writer.reset();
        QCOMPARE(finished.load(), 800);
        QCOMPARE(rows(), 800);
    }

private:
    void startWriter()
    {
        m_release = {};
        m_commits = 0;
        m_writer = std::make_unique<Writer>(m_file, *m_clock, [this](const ChangeSet& changes) {
            ++m_commits;
            m_changed = changes;
        });
    }
    // Keeps the writer busy until finishAll(), so that everything added in between waits.
    void hold()
    {
        m_release = std::make_unique<std::promise<void>>();
        auto running = std::make_shared<std::promise<void>>();
        auto released = std::make_shared<std::future<void>>(m_release->get_future());
        std::future<void> isRunning{running->get_future()};
        m_writer->add(WritePriority::Person,
            {[running, released](WriteContext&) {
                 running->set_value();
                 released->wait();
                 return true;
             },
                [](const std::optional<Error>&) {}});
        isRunning.wait();
    }
    void add(WritePriority priority, int number, std::function<bool(WriteContext&)> run)
    {
        addTo(*m_writer, priority, number, std::move(run));
    }
    void addTo(
        Writer& writer, WritePriority priority, int number, std::function<bool(WriteContext&)> run)
    {
        writer.add(priority, {std::move(run), [this, number](const std::optional<Error>& error) {
                                  m_said += QStringLiteral("%1 %2").arg(number).arg(
                                      error ? error->detail() : QStringLiteral("ok"));
                              }});
    }
    void addSlice(int number, std::function<bool(WriteContext&)> run)
    {
        m_writer->add(WritePriority::Bulk,
            {std::move(run),
                [this, number](const std::optional<Error>& error) {
                    m_said += QStringLiteral("%1 %2").arg(number).arg(
                        error ? error->detail() : QStringLiteral("ok"));
                },
                true});
    }
    void finishAll()
    {
        if (m_release) {
            m_release->set_value();
        }
        m_writer.reset();
    }
    [[nodiscard]] int rows()
    {
        auto count = m_reader->prepare("SELECT count(*) FROM t");
        return count.first() ? int(count.integer(0)) : -1;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    std::unique_ptr<Connection> m_reader;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<std::promise<void>> m_release;
    // Written on the writer's thread, read after it ended.
    QStringList m_said;
    ChangeSet m_changed;
    int m_commits{0};
    std::unique_ptr<Writer> m_writer;
};

TEXTDESK_TEST(tst_writer, TestWriter)
#include "tst_writer.moc"
