// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a profile as large as a busy office's after years, through the program's own store.
#include "app/storage/accounttable.h"
#include "app/storage/bulkinsert.h"
#include "app/storage/database.h"
#include "app/storage/statement.h"
#include "tests/bench/profile/samplehistory.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>

#include <condition_variable>
#include <cstdio>
#include <mutex>

using namespace Textdesk;
using namespace Textdesk::Bench;

namespace {

constexpr int rowsASlice{2000};
constexpr int mostUnderWay{4};

class ProfileMaker final {
public:
    ProfileMaker(Database& database, const SampleOptions& options)
        : m_database{database}
        , m_options{options}
        , m_history{options}
    { }

    // False after an error was told.
    [[nodiscard]] bool make()
    {
        write([this](WriteContext& context) {
            AccountRow row;
            row.name = QStringLiteral("Practice");
            row.provider = QStringLiteral("zoomconnect");
            row.webhookKey = QStringLiteral("made-for-a-measurement");
            row.practice = true;
            m_account = AccountTable::insert(context, row).value_or(AccountId{});
            return m_account.isValid();
        });
        wait(0);
        for (int made{0}; made < m_options.messages; made += rowsASlice) {
            slice(std::min(rowsASlice, m_options.messages - made));
        }
        write([this](WriteContext& context) {
            contacts(context);
            return true;
        });
        wait(0);
        return !m_failed;
    }

private:
    void slice(int rows)
    {
        auto batch = std::make_shared<std::vector<Message>>();
        for (int i{0}; i < rows; ++i) {
            batch->push_back(m_history.next());
            batch->back().account = m_account;
        }
        write([batch](WriteContext& context) {
            BulkInsert insert{context};
            for (Message& message : *batch) {
                (void)insert.add(message);
            }
            insert.finish();
            return true;
        });
    }
    // Every third person is saved.
    void contacts(WriteContext& context)
    {
        for (int person{0}; person < m_options.people; person += 3) {
            auto add = context.db.prepare(
                "INSERT INTO contact(name, folded, created_ms, changed_ms) VALUES(?1, ?2, ?3, ?3)");
            add.run(m_history.name(person), m_history.name(person).toLower(), m_options.endMs);
            context.db.prepare("INSERT INTO contact_address(contact_id, peer) VALUES(?, ?)")
                .run(add.lastInsertId(), m_history.peer(person));
        }
    }
    void write(std::function<bool(WriteContext&)> fn)
    {
        wait(mostUnderWay - 1);
        {
            const std::lock_guard lock{m_mutex};
            ++m_underWay;
        }
        m_database.writeSlice(std::move(fn), [this](const std::optional<Error>& error) {
            const std::lock_guard lock{m_mutex};
            if (error && !m_failed) {
                std::fprintf(stderr, "make-profile: %s\n", qPrintable(error->detail()));
            }
            m_failed = m_failed || error.has_value();
            --m_underWay;
            m_moved.notify_all();
        });
    }
    void wait(int left)
    {
        std::unique_lock lock{m_mutex};
        m_moved.wait(lock, [this, left] { return m_underWay <= left; });
    }

    Database& m_database;
    SampleOptions m_options;
    SampleHistory m_history;
    AccountId m_account;
    std::mutex m_mutex;
    std::condition_variable m_moved;
    int m_underWay{0};
    bool m_failed{false};
};

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application{argc, argv};
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{QStringLiteral("messages"), QStringLiteral("how many"), QStringLiteral("N"),
                           QStringLiteral("1000000")},
        {QStringLiteral("people"), QStringLiteral("conversations"), QStringLiteral("N"),
            QStringLiteral("5000")},
        {QStringLiteral("seed"), QStringLiteral("the same gives the same"), QStringLiteral("N"),
            QStringLiteral("1")},
        {QStringLiteral("until"), QStringLiteral("time of the newest message"),
            QStringLiteral("ISO8601"), QStringLiteral("2026-11-20T12:00:00Z")}});
    parser.addPositionalArgument(QStringLiteral("DIR"), QStringLiteral("a folder to be made"));
    parser.process(application);
    SampleOptions options;
    options.messages = parser.value(QStringLiteral("messages")).toInt();
    options.people = parser.value(QStringLiteral("people")).toInt();
    options.seed = parser.value(QStringLiteral("seed")).toUInt();
    options.endMs = QDateTime::fromString(parser.value(QStringLiteral("until")), Qt::ISODate)
                        .toMSecsSinceEpoch();
    if (parser.positionalArguments().size() != 1 || options.messages < 1 || options.people < 2) {
        parser.showHelp(2);
    }
    const QString file{parser.positionalArguments().constFirst() + QStringLiteral("/textdesk.db")};
    if (QFileInfo::exists(file)) {
        std::fprintf(stderr, "make-profile: %s is there already\n", qPrintable(file));
        return 1;
    }
    SystemClock clock;
    auto database = Database::open(file, clock);
    if (!database) {
        std::fprintf(stderr, "make-profile: %s\n", qPrintable(database.error().detail()));
        return 1;
    }
    return ProfileMaker{**database, options}.make() ? 0 : 1;
}
