// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A real database in a folder of its own, with short ways to put accounts and messages into it.
#pragma once

#include "app/domain/message.h"
#include "app/storage/accounttable.h"
#include "app/storage/database.h"
#include "tests/support/callprobe.h"
#include "tests/support/manualclock.h"

#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace Textdesk::Testing {

class TempStore final {
public:
    TempStore();
    // A store in a folder that the caller keeps, e.g. one that a killed process left behind.
    explicit TempStore(const QString& folder);

    [[nodiscard]] Database& database() { return *m_database; }
    [[nodiscard]] Connection& reader() { return m_database->reader(); }
    [[nodiscard]] ManualClock& clock() { return m_clock; }
    [[nodiscard]] QString file() const { return m_folder + QStringLiteral("/textdesk.db"); }
    void close() { m_database.reset(); }
    void open();

    // Runs fn, Result<T>(WriteContext&), and waits until the commit was announced to everybody who
    // listens, so that also "nothing happened" can be asserted.
    template <typename T, typename F> [[nodiscard]] Result<T> write(F fn)
    {
        std::optional<Result<T>> result;
        auto* call = m_database->write<T>(WritePriority::Person, [fn](WriteContext& context) {
            // Something always changed, so that there is an announcement to wait for.
            context.changes.inboundEvents = true;
            return Result<T>{fn(context)};
        });
        call->then(m_database.get(), [&](const Result<T>& settled) {
            result = settled;
            m_awaited += settled ? 1 : 0;
            emitNews();
        });
        await([&] { return result.has_value() && m_announced >= m_awaited; });
        return *result;
    }
    // The same for a function that returns nothing and cannot fail.
    template <typename F> void change(F fn)
    {
        const auto done = write<Done>([fn](WriteContext& context) -> Result<Done> {
            fn(context);
            return Done{};
        });
        if (!done) {
            fatal(done.error());
        }
    }

    AccountId addAccount(const QString& name, const QMap<QString, QString>& settings = {});
    [[nodiscard]] ConversationId conversation(AccountId account, const QString& peer);
    // At the clock's time, or at atMs; a message of the past is put where it belongs.
    Message addIncoming(
        AccountId account, const QString& peer, const QString& text, qint64 atMs = 0);
    // As history brings it: read somewhere already.
    Message addReadIncoming(AccountId account, const QString& peer, const QString& text);
    Message addOutgoing(AccountId account, const QString& peer, const QString& text,
        DeliveryState state = DeliveryState::Queued, qint64 atMs = 0);
    // Incoming and outgoing by turns, "message 0" ..., one transaction; ascending ids.
    std::vector<MessageId> addMany(
        AccountId account, const QString& peer, int count, qint64 firstMs, qint64 stepMs);

private:
    Message add(Message message);
    // Waits for events, not for time: a test does this a thousand times.
    void await(const std::function<bool()>& reached);
    void emitNews();
    [[noreturn]] static void fatal(const Error& error);

    std::unique_ptr<QTemporaryDir> m_ownFolder;
    QString m_folder;
    ManualClock m_clock;
    std::unique_ptr<Database> m_database;
    int m_announced{0};
    int m_awaited{0};
    std::function<void()> m_news; // what wakes await()
};

// The message as a provider or a person would make it; id and conversation are given when it is
// stored.
[[nodiscard]] Message incoming(AccountId account, const QString& peer, const QString& text);
[[nodiscard]] Message outgoing(
    AccountId account, const QString& peer, const QString& text, DeliveryState state);
// Gives it an id and its conversation and inserts it.
Message store(WriteContext& context, Message message);

} // namespace Textdesk::Testing
