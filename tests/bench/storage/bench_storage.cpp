// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The store with a million messages: what a window waits for, and what the writer carries.
#include "app/models/messagemodel.h"
#include "app/storage/bulkinsert.h"
#include "app/storage/conversationtable.h"
#include "app/storage/messageids.h"
#include "app/storage/messagetable.h"
#include "app/storage/outboxtable.h"
#include "app/storage/searchindex.h"
#include "app/storage/statement.h"
#include "tests/bench/storage/benchstore.h"

#include <QCoreApplication>
#include <QElapsedTimer>

using namespace Textdesk;
using namespace Textdesk::Bench;

namespace {

constexpr int history{1000000};
constexpr int rowsAJob{500}; // under the 50 ms a person's write may have to wait
constexpr int rowsASlice{2000}; // likewise, when only the sum of a slice is written

Message fromHistory(const BenchStore& store, int i)
{
    const qint64 start{store.nowMs() - qint64{history} * 60000};
    const bool in{i % 3 == 0};
    Message message{store.made(i, in ? Direction::In : Direction::Out,
        in ? DeliveryState::Received : DeliveryState::Delivered)};
    message.read = !in || i < history - 30000;
    message.atMs = start + qint64{i} * 60000;
    message.providerId = QStringLiteral("history-%1").arg(i);
    message.text += i == 700000 ? QStringLiteral("!")
        : i % 2 == 0            ? QStringLiteral(",")
                                : QString{};
    return message;
}

void fill(BenchStore& store)
{
    const double before{cpuSeconds()};
    double longest{0};
    const double seconds{
        store.writeSlices(history / rowsASlice, 4, [&](WriteContext& context, int job) {
            QElapsedTimer slice;
            slice.start();
            BulkInsert insert{context};
            for (int i{job * rowsASlice}; i < (job + 1) * rowsASlice; ++i) {
                Message message{fromHistory(store, i)};
                check(insert.add(message) == BulkInsert::Row::Added, "known already");
            }
            insert.finish();
            longest = std::max(longest, double(slice.nsecsElapsed()) / 1e6);
        })};
    figure("history inserted and searchable", seconds, "s");
    figure("of it on the processors", cpuSeconds() - before, "s");
    figure("rows", history / seconds, "rows/s");
    figure("the longest slice of it, without its commit", longest, "ms");
    auto count = store.reader().prepare("SELECT count(*) FROM message");
    check(count.first() && count.integer(0) == history, "messages are missing");
}

void pages(BenchStore& store)
{
    Connection& db{store.reader()};
    median("first 100 conversations", 100, [&](int) {
        check(
            ConversationTable::page(db, ConversationFilter::All, 0, {}, 100).size() == 100, "page");
    });
    median("unread conversations", 100, [&](int) {
        check(ConversationTable::page(db, ConversationFilter::Unread, 0, {}, 100).size() == 100,
            "page");
    });
    median("counts", 50,
        [&](int) { check(ConversationTable::counts(db).unreadMessages > 0, "counts"); });
    median("60 messages of a conversation", 500, [&](int i) {
        const ConversationId id{store.conversation(i * 37)};
        check(MessageTable::page(db, id, {}, {}, 60).size() == 60, "messages");
    });
    MessageModel model{store.database(), QTimeZone::systemTimeZone()};
    median("open a conversation in the model", 500, [&](int i) {
        model.open(store.conversation(i * 41));
        check(model.rowCount() > 60, "rows");
    });
    median("the next older page in the model", 100, [&](int i) {
        if (!model.hasOlder()) {
            model.open(store.conversation(i * 43));
        }
        model.fetchOlder();
    });
    median("outbox counts and next due", 100, [&](int) {
        check(OutboxTable::counts(db, store.account()).queued == 0, "queued");
        check(OutboxTable::nextDue(db, store.account()) == -1, "due");
    });
    median("doubtful messages", 100, [&](int) {
        check(MessageTable::withState(db, store.account(), DeliveryState::Unknown, 99).empty(),
            "doubt");
        check(OutboxTable::open(db, {}, 99).empty(), "open");
    });
}

void search(BenchStore& store)
{
    Connection& db{store.reader()};
    const auto find = [&](const char* what, const char* words, size_t expected) {
        median(what, 20, [&](int) {
            check(searchMessages(db, QString::fromLatin1(words), {}, 50).size() == expected, what);
        });
    };
    find("search one common word", "appointment", 50);
    find("search one rare word", "order123456", 1);
    find("search two words, the last begun", "invoice remin", 50);
    find("search three letters", "app", 50);
    find("search two letters", "ap", 50);
    find("search one letter", "a", 50);
    find("search what is nowhere", "zebra", 0);
    find("search a common word and a sign that is nowhere", "please ?", 0);
    for (const char* sign : {"~", "#", "?", ";", ".", "?!", "\xF0\x9F\x8E\x89"}) {
        median(("search a sign that is nowhere: " + QByteArray{sign}).constData(), 20, [&](int) {
            check(searchMessages(db, QString::fromUtf8(sign), {}, 50).empty(), "sign");
        });
    }
    find("search a sign that stands in one text", "!", 1);
    find("search a sign that each newer text has", ",", 50);
    find("search two signs that never meet", ", !", 0);
}

void inbound(BenchStore& store)
{
    constexpr int texts{30000};
    const double seconds{
        store.write(WritePriority::Webhook, texts, 128, [&](WriteContext& context, int i) {
            Message message{store.made(i * 13, Direction::In, DeliveryState::Received)};
            message.read = false;
            message.providerId = QStringLiteral("live-%1").arg(i);
            check(!MessageTable::findByProviderId(context.db, store.account(), message.providerId),
                "repeat");
            message.atMs = context.nowMs;
            message.id = nextMessageId(context.db, message.atMs);
            MessageTable::insert(context, message);
        })};
    figure("inbound texts, one write each, 128 waiting", texts / seconds, "rows/s");
    const double alone{
        store.write(WritePriority::Webhook, 300, 1, [&](WriteContext& context, int i) {
            Message message{store.made(i, Direction::In, DeliveryState::Received)};
            message.atMs = context.nowMs;
            message.id = nextMessageId(context.db, message.atMs);
            MessageTable::insert(context, message);
        })};
    figure("inbound texts, one after the other", 300 / alone, "rows/s");
    store.awaitIndex();
}

void enqueue(BenchStore& store)
{
    constexpr int rows{200000};
    const double seconds{
        store.write(WritePriority::Bulk, rows / rowsAJob, 4, [&](WriteContext& context, int job) {
            for (int i{job * rowsAJob}; i < (job + 1) * rowsAJob; ++i) {
                Message message{store.made(i, Direction::Out, DeliveryState::Queued)};
                message.atMs = context.nowMs;
                message.reference = QStringLiteral("ref-%1").arg(i, 9, 10, QChar{u'0'});
                message.id = nextOutgoingId(context.db, context.nowMs);
                MessageTable::insert(context, message);
            }
        })};
    figure("durable enqueue", rows / seconds, "rows/s");
    Connection& db{store.reader()};
    median("outbox counts with 200,000 waiting", 20,
        [&](int) { check(OutboxTable::counts(db, store.account()).queued == rows, "queued"); });
    median("claim six", 100, [&](int) {
        store.write(WritePriority::SendState, 1, 1, [&](WriteContext& context, int) {
            check(OutboxTable::claim(context, store.account(), 6, {}).size() == 6, "claim");
        });
    });
    store.awaitIndex();
    store.write(WritePriority::SendState, 1, 1, [](WriteContext& context, int) {
        context.db.execute(QStringLiteral("UPDATE message SET reason = 'overdue' WHERE state = 2"));
    });
    median("next due with 200,000 overdue", 100,
        [&](int) { check(OutboxTable::nextDue(db, store.account()) == -1, "due"); });
    median("claim with 200,000 overdue", 20, [&](int) {
        store.write(WritePriority::SendState, 1, 1, [&](WriteContext& context, int) {
            check(OutboxTable::claim(context, store.account(), 6, {}).empty(), "claim");
        });
    });
}

void end(BenchStore& store)
{
    QElapsedTimer timer;
    timer.start();
    store.close();
    figure("clean end", double(timer.nsecsElapsed()) / 1e6, "ms");
    timer.restart();
    store.open();
    figure("open again", double(timer.nsecsElapsed()) / 1e6, "ms");
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application{argc, argv};
    BenchStore store;
    fill(store);
    pages(store);
    search(store);
    inbound(store);
    enqueue(store);
    end(store);
    return 0;
}
