// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upkeep/cleaning.h"

#include "app/base/log.h"
#include "app/storage/backup.h"
#include "app/storage/profilefacts.h"

namespace Textdesk {

namespace {

constexpr int sliceMessages{200}; // well under the 50 ms that a person's write may wait
constexpr qint64 dayMs{86400000};

} // namespace

struct Cleaning::Round final {
    std::vector<RetentionRule> rules;
    size_t next{0};
    qint64 deleted{0};
    Call<qint64>* call{nullptr};
};

Cleaning::Cleaning(Database& database, Clock& clock, QObject* parent)
    : QObject{parent}
    , m_database{database}
    , m_clock{clock}
{ }

Call<std::vector<RetentionRule>>* Cleaning::rules()
{
    return m_database.read<std::vector<RetentionRule>>(
        [](Connection& db) -> Result<std::vector<RetentionRule>> { return Retention::rules(db); });
}

Call<RetentionPreview>* Cleaning::preview(AccountId account, int days)
{
    if (days <= 0) {
        return settledCall<RetentionPreview>(this, RetentionPreview{});
    }
    return m_database.readAside<RetentionPreview>(
        [account, before = Retention::cutOff(m_clock.nowMs(), days)](
            Connection& db) -> Result<RetentionPreview> {
            return Retention::preview(db, account, before);
        });
}

Call<Done>* Cleaning::setDays(AccountId account, int days)
{
    return m_database.write<Done>(
        WritePriority::Person, [account, days](WriteContext& context) -> Result<Done> {
            Retention::setDays(context, account, days);
            return Done{};
        });
}

Call<qint64>* Cleaning::run()
{
    if (m_running) {
        return settledCall<qint64>(this, fail(ErrorKind::Rejected, QStringLiteral("busy")));
    }
    m_running = true;
    auto round = std::make_shared<Round>();
    round->call = new Call<qint64>{this};
    rules()->then(this, [this, round](const Result<std::vector<RetentionRule>>& found) {
        if (!found) {
            finish(round, fail(found.error()));
            return;
        }
        round->rules = *found;
        nextAccount(round);
    });
    return round->call;
}

void Cleaning::nextAccount(const std::shared_ptr<Round>& round)
{
    while (round->next < round->rules.size()) {
        const RetentionRule& rule{round->rules[round->next++]};
        if (rule.days > 0) {
            nextSlice(round, rule.account, Retention::cutOff(m_clock.nowMs(), rule.days));
            return;
        }
    }
    finish(round, Done{});
}

void Cleaning::nextSlice(const std::shared_ptr<Round>& round, AccountId account, qint64 beforeMs)
{
    m_database
        .write<int>(WritePriority::Bulk,
            [account, beforeMs](WriteContext& context) -> Result<int> {
                return Retention::deleteSlice(context, account, beforeMs, sliceMessages);
            })
        ->then(this, [this, round, account, beforeMs](const Result<int>& deleted) {
            if (!deleted) {
                finish(round, fail(deleted.error()));
                return;
            }
            round->deleted += *deleted;
            if (*deleted == sliceMessages) {
                nextSlice(round, account, beforeMs);
            } else {
                nextAccount(round);
            }
        });
}

void Cleaning::finish(const std::shared_ptr<Round>& round, const Result<Done>& result)
{
    m_running = false;
    if (!result) {
        round->call->settle(fail(result.error()));
        return;
    }
    const bool anyRule{std::any_of(round->rules.cbegin(), round->rules.cend(),
        [](const RetentionRule& rule) { return rule.days > 0; })};
    if (anyRule) {
        // A backup holds what was deleted since; without room for new ones an old one would stay.
        removeOlder(m_database.file(), m_clock.nowMs() - backupsKept * dayMs, true);
        qCInfo(logStorage) << "deleted by age:" << round->deleted;
    }
    auto* noted =
        m_database.write<Done>(WritePriority::Bulk, [](WriteContext& context) -> Result<Done> {
            ProfileFacts::set(context.db, ProfileFacts::keptUntilMs, context.nowMs);
            return Done{};
        });
    noted->then(this, [round](const Result<Done>& done) {
        round->call->settle(
            done ? Result<qint64>{round->deleted} : Result<qint64>{fail(done.error())});
    });
}

} // namespace Textdesk
