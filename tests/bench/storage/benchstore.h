// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A store to measure: real file, real clock, five thousand people.
#pragma once

#include "app/domain/message.h"
#include "app/storage/database.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <vector>

namespace Textdesk::Bench {

constexpr int people{5000};

// Ends the program: speed of a wrong answer is no figure.
void check(bool right, const char* what);
void figure(const char* what, double value, const char* unit);
// User and system time of the whole program so far, which a busy machine does not change.
[[nodiscard]] double cpuSeconds();
// Runs fn(i) that many times and prints the median and the slowest hundredth.
void median(const char* what, int times, const std::function<void(int)>& fn);

class BenchStore final {
public:
    BenchStore();

    [[nodiscard]] Database& database() { return *m_database; }
    [[nodiscard]] Connection& reader() { return m_database->reader(); }
    [[nodiscard]] AccountId account() const { return m_account; }
    [[nodiscard]] qint64 nowMs() const { return m_clock.nowMs(); }
    [[nodiscard]] ConversationId conversation(int number) const
    {
        return m_conversations[size_t(number) % people];
    }
    [[nodiscard]] Message made(int number, Direction direction, DeliveryState state) const;
    // Adds jobs, at most `ahead` unfinished, and returns the seconds until the last one was
    // acknowledged.
    double write(WritePriority priority, int jobs, int ahead,
        const std::function<void(WriteContext&, int)>& job);
    // The same as slices of long work.
    double writeSlices(int slices, int ahead, const std::function<void(WriteContext&, int)>& slice);
    void awaitIndex();
    void close() { m_database.reset(); }
    void open();

private:
    using Finished = std::function<void(bool right)>;
    double pace(int jobs, int ahead, const std::function<void(int, const Finished&)>& begin);

    QTemporaryDir m_folder;
    SystemClock m_clock;
    std::unique_ptr<Database> m_database;
    AccountId m_account;
    std::vector<ConversationId> m_conversations;
};

} // namespace Textdesk::Bench
