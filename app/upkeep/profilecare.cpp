// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upkeep/profilecare.h"

#include "app/base/log.h"
#include "app/storage/profilefacts.h"

#include <QFileInfo>

namespace Textdesk {

namespace {

constexpr std::chrono::seconds afterTheFirstFrame{3};
constexpr std::chrono::hours betweenRounds{1};
constexpr qint64 dayMs{86400000};
constexpr qint64 checkEveryMs{7 * dayMs};
constexpr qint64 copiesForMs{30 * dayMs}; // of a file before its migration, and of a damaged one

} // namespace

ProfileCare::ProfileCare(Database& database, Cleaning& cleaning, Clock& clock, QObject* parent)
    : QObject{parent}
    , m_database{database}
    , m_cleaning{cleaning}
    , m_clock{clock}
    , m_watch{database.file()}
    , m_afterUncleanEnd{database.endedUncleanly()}
{
    connect(&m_watch, &DamageWatch::found, this,
        [this] { noteDamage(QStringLiteral("met by a statement")); });
}

void ProfileCare::noteDamage(const QString& what)
{
    if (m_damaged) {
        return;
    }
    m_damaged = true;
    qCWarning(logStorage) << "the database is damaged:" << what;
    markForRescue(QFileInfo{m_database.file()}.absolutePath());
    emit damageFound();
}

void ProfileCare::start()
{
    m_goesOn = true;
    m_clock.after(afterTheFirstFrame, this, [this] { beginRound(); });
}

void ProfileCare::careOnce(Extent extent)
{
    m_goesOn = false;
    if (m_inRound) {
        return;
    }
    if (extent == Extent::Everything) {
        beginRound();
    } else {
        m_inRound = true;
        backUpIfDue();
    }
}

qint64 ProfileCare::backupOverdueMs() const
{
    const qint64 last{ProfileFacts::number(m_database.reader(), ProfileFacts::backedUpMs)};
    const qint64 nowMs{m_clock.nowMs()};
    return last > nowMs + dayMs ? dayMs : nowMs - last - dayMs;
}

bool ProfileCare::isDue(const QString& fact, qint64 everyMs)
{
    const qint64 last{ProfileFacts::number(m_database.reader(), fact)};
    // A clock that was set back must not put it off for years.
    return last + everyMs <= m_clock.nowMs() || last > m_clock.nowMs() + dayMs;
}

void ProfileCare::remember(const QString& fact)
{
    (void)m_database.write<Done>(
        WritePriority::Bulk, [fact](WriteContext& context) -> Result<Done> {
            ProfileFacts::set(context.db, fact, context.nowMs);
            return Done{};
        });
}

Call<QStringList>* ProfileCare::check(CheckDepth depth)
{
    auto* call = m_database.readAside<QStringList>(
        [depth](Connection& db) { return checkIntegrity(db, depth); });
    call->then(this, [this, depth](const Result<QStringList>& found) {
        if (!found) {
            return;
        }
        if (!found->isEmpty()) {
            noteDamage(found->join(QStringLiteral("; ")));
        } else if (depth == CheckDepth::Whole) {
            remember(ProfileFacts::checkedMs);
        }
    });
    return call;
}

Call<BackupFile>* ProfileCare::backUp()
{
    auto* call = m_database.readAside<BackupFile>(
        [file = m_database.file(), now = m_clock.nowMs()](Connection& db) {
            return makeBackup(db, file, now, freeBytesAt(QFileInfo{file}.absolutePath()));
        });
    call->then(this, [this](const Result<BackupFile>& made) {
        if (made) {
            remember(ProfileFacts::backedUpMs);
        } else {
            qCInfo(logStorage) << "no backup:" << made.error().detail();
            emit backupFailed(made.error());
        }
    });
    return call;
}

CareDates ProfileCare::dates() const
{
    CareDates dates;
    dates.checkedMs = ProfileFacts::number(m_database.reader(), ProfileFacts::checkedMs);
    const std::vector<BackupFile> backups{backupsOf(m_database.file())};
    dates.backups = int(backups.size());
    dates.backedUpMs = backups.empty() ? 0 : backups.front().madeMs;
    return dates;
}

void ProfileCare::beginRound()
{
    m_inRound = true;
    const bool whole{isDue(ProfileFacts::checkedMs, checkEveryMs)};
    if (!whole && !m_afterUncleanEnd) {
        clean();
        return;
    }
    m_afterUncleanEnd = false;
    check(whole ? CheckDepth::Whole : CheckDepth::Quick)
        ->then(this, [this](const Result<QStringList>&) { clean(); });
}

void ProfileCare::clean()
{
    if (m_damaged || !isDue(ProfileFacts::keptUntilMs, dayMs)) {
        backUpIfDue();
        return;
    }
    m_cleaning.run()->then(this, [this](const Result<qint64>&) { backUpIfDue(); });
}

void ProfileCare::backUpIfDue()
{
    if (m_damaged || !isDue(ProfileFacts::backedUpMs, dayMs)) {
        endRound();
        return;
    }
    backUp()->then(this, [this](const Result<BackupFile>&) { endRound(); });
}

void ProfileCare::endRound()
{
    if (!m_damaged) {
        removeOlder(m_database.file(), m_clock.nowMs() - copiesForMs, false);
    }
    m_inRound = false;
    emit cared();
    if (m_goesOn) {
        m_clock.after(betweenRounds, this, [this] { beginRound(); });
    }
}

} // namespace Textdesk
