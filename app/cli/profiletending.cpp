// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/profiletending.h"

#include "app/cli/verbhost.h"

#include <QFileInfo>

namespace Textdesk {

namespace {

// Checked and copied in a third of a second (tests/bench/README.md): nobody feels it once a day.
constexpr qint64 smallBytes{qint64{48} << 20};
constexpr qint64 patienceMs{qint64{2} * 86400000};

bool staysUntilStopped(const ParsedCall& call)
{
    const QString& words{call.command->words};
    return words == QStringLiteral("listen") || words == QStringLiteral("outbox run");
}

} // namespace

ProfileTending::ProfileTending(Database& database, Clock& clock, Output output, QObject* parent)
    : QObject{parent}
    , m_database{database}
    , m_output{std::move(output)}
    , m_cleaning{database, clock}
    , m_care{database, m_cleaning, clock}
{
    connect(&m_care, &ProfileCare::damageFound, this, [this] {
        emit damageFound();
        m_output.note(
            QStringLiteral("Some of this profile's message store is damaged. Nothing is sent from "
                           "now on, and older backups are kept. Open Textdesk once: it saves what "
                           "can be read."));
    });
    connect(&m_care, &ProfileCare::backupFailed, this, &ProfileTending::tell);
}

void ProfileTending::begin(const ParsedCall& call)
{
    if (staysUntilStopped(call)) {
        m_care.start();
    }
}

bool ProfileTending::hasTime(const ParsedCall& call) const
{
    const QString& file{m_database.file()};
    const qint64 bytes{QFileInfo{file}.size() + QFileInfo{file + QStringLiteral("-wal")}.size()};
    return bytes <= smallBytes || mayLast(call) || call.command->words == QStringLiteral("sync");
}

bool ProfileTending::isWantedAfter(const ParsedCall& call) const
{
    const qint64 overdueMs{m_care.backupOverdueMs()};
    return overdueMs > 0 && !m_care.isDamaged() && (hasTime(call) || overdueMs > patienceMs);
}

void ProfileTending::tend(const ParsedCall& call)
{
    connect(&m_care, &ProfileCare::cared, this, &ProfileTending::done, Qt::UniqueConnection);
    m_care.careOnce(hasTime(call) ? ProfileCare::Extent::Everything : ProfileCare::Extent::Backup);
}

void ProfileTending::tell(const Error& error)
{
    const bool isRoom{error.detail() == QStringLiteral("no-room")
        || error.detail() == QStringLiteral("disk-full")};
    m_output.note(isRoom
            ? QStringLiteral("There is no room for today's backup of this profile. Its messages "
                             "and older backups are safe. Free some room on the disk.")
            : QStringLiteral("Today's backup of this profile could not be made. Its messages and "
                             "older backups are safe; it is tried again with the next command."));
}

} // namespace Textdesk
