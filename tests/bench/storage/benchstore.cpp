// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/storage/benchstore.h"

#include "app/storage/accounttable.h"
#include "app/storage/conversationtable.h"
#include "app/storage/statement.h"

#include <QElapsedTimer>

#include <algorithm>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <mutex>

namespace Textdesk::Bench {

namespace {

QString peer(int number)
{
    return QStringLiteral("+2782%1").arg(number, 7, 10, QChar{u'0'});
}

QString text(int number)
{
    static const QStringList words{QStringLiteral("parent"), QStringLiteral("meeting"),
        QStringLiteral("appointment"), QStringLiteral("thank"), QStringLiteral("please"),
        QStringLiteral("tomorrow"), QStringLiteral("school"), QStringLiteral("invoice"),
        QStringLiteral("collect"), QStringLiteral("reminder"), QStringLiteral("doctor"),
        QStringLiteral("delivery"), QStringLiteral("address"), QStringLiteral("confirm")};
    QString made{QStringLiteral("order%1").arg(number)};
    for (int i{0}; i < 11; ++i) {
        made += u' ' + words.at((number * 7 + i * (number % 5 + 1)) % words.size());
    }
    return made;
}

} // namespace

void check(bool right, const char* what)
{
    if (right) {
        return;
    }
    std::fprintf(stderr, "bench_storage: %s\n", what);
    std::exit(1);
}

void figure(const char* what, double value, const char* unit)
{
    std::printf("%s: %.3g %s\n", what, value, unit);
    std::fflush(stdout);
}

double cpuSeconds()
{
    return double(std::clock()) / CLOCKS_PER_SEC;
}

void median(const char* what, int times, const std::function<void(int)>& fn)
{
    std::vector<double> taken;
    for (int i{0}; i < times; ++i) {
        QElapsedTimer timer;
        timer.start();
        fn(i);
        taken.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(taken.begin(), taken.end());
    const QByteArray name{what};
    figure((name + " (median)").constData(), taken[taken.size() / 2], "ms");
    figure((name + " (99%)").constData(), taken[taken.size() * 99 / 100], "ms");
}

BenchStore::BenchStore()
{
    open();
    write(WritePriority::Person, 1, 1, [this](WriteContext& context, int) {
        AccountRow row;
        row.name = QStringLiteral("Office");
        row.provider = QStringLiteral("test");
        row.webhookKey = QStringLiteral("key");
        m_account = AccountTable::insert(context, row).value_or(AccountId{});
        for (int i{0}; i < people; ++i) {
            m_conversations.push_back(ConversationTable::findOrCreate(context, m_account, peer(i)));
        }
    });
}

void BenchStore::open()
{
    auto opened = Database::open(m_folder.filePath(QStringLiteral("profile/textdesk.db")), m_clock);
    check(opened.has_value(), "cannot open");
    m_database = std::move(*opened);
}

double BenchStore::write(
    WritePriority priority, int jobs, int ahead, const std::function<void(WriteContext&, int)>& job)
{
    return pace(jobs, ahead, [&](int i, const Finished& finished) {
        m_database->writeFrom<Done>(
            priority,
            [&job, i](WriteContext& context) -> Result<Done> {
                job(context, i);
                return Done{};
            },
            [finished](const Result<Done>& done) { finished(done.has_value()); });
    });
}

double BenchStore::writeSlices(
    int slices, int ahead, const std::function<void(WriteContext&, int)>& slice)
{
    return pace(slices, ahead, [&](int i, const Finished& finished) {
        m_database->writeSlice(
            [&slice, i](WriteContext& context) {
                slice(context, i);
                return true;
            },
            [finished](const std::optional<Error>& error) { finished(!error); });
    });
}

double BenchStore::pace(int jobs, int ahead, const std::function<void(int, const Finished&)>& begin)
{
    std::mutex mutex;
    std::condition_variable moved;
    int ended{0};
    QElapsedTimer timer;
    timer.start();
    for (int i{0}; i < jobs; ++i) {
        {
            std::unique_lock lock{mutex};
            moved.wait(lock, [&] { return i - ended < ahead; });
        }
        begin(i, [&](bool right) {
            check(right, "a write failed");
            const std::lock_guard lock{mutex};
            ++ended;
            moved.notify_one();
        });
    }
    std::unique_lock lock{mutex};
    moved.wait(lock, [&] { return ended == jobs; });
    return double(timer.nsecsElapsed()) / 1e9;
}

Message BenchStore::made(int number, Direction direction, DeliveryState state) const
{
    Message message;
    message.account = m_account;
    message.conversation = conversation(number);
    message.peer = peer(number % people);
    message.direction = direction;
    message.state = state;
    message.text = text(number);
    message.parts = 1;
    return message;
}

// The index is filled between the writes, so each look at it is one.
void BenchStore::awaitIndex()
{
    qint64 left{1};
    while (left > 0) {
        write(WritePriority::Bulk, 1, 1, [&left](WriteContext& context, int) {
            auto query = context.db.prepare("SELECT count(*) FROM message_unindexed");
            check(query.first(), "cannot count");
            left = query.integer(0);
        });
    }
}

} // namespace Textdesk::Bench
