// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/salvage.h"

#include "app/base/log.h"
#include "app/storage/backup.h"
#include "app/storage/conversationtable.h"
#include "app/storage/migrations.h"
#include "app/storage/profileplace.h"
#include "app/storage/salvagemending.h"
#include "app/storage/salvageways.h"
#include "app/storage/statement.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <filesystem>

namespace Textdesk {

namespace {

const QStringList sideFiles{QStringLiteral("-wal"), QStringLiteral("-shm")};

void removeWithSides(const QString& file)
{
    QFile::remove(file);
    for (const QString& end : sideFiles) {
        QFile::remove(file + end);
    }
}

// The damaged file, for whoever can read more of it; with its WAL, which belongs to it.
Result<QString> keepBeside(const QString& file, qint64 nowMs)
{
    const QString kept{QStringLiteral("%1.damaged-%2")
                           .arg(file,
                               QDateTime::fromMSecsSinceEpoch(nowMs, Qt::UTC)
                                   .toString(QStringLiteral("yyyyMMdd-hhmmss-zzz")))};
    QFile::remove(kept);
    const QString wal{file + QStringLiteral("-wal")};
    const bool copied{QFile::copy(file, kept)
        && (!QFileInfo::exists(wal) || QFile::copy(wal, kept + QStringLiteral("-wal")))};
    if (!copied) {
        const bool full{freeBytesAt(QFileInfo{file}.absolutePath())
            < QFileInfo{file}.size() + QFileInfo{wal}.size()};
        removeWithSides(kept);
        return fail(
            ErrorKind::Storage, full ? QStringLiteral("disk-full") : QStringLiteral("cannot-open"));
    }
    QFile::setPermissions(kept, QFile::ReadOwner | QFile::WriteOwner);
    return kept;
}

// One rename, so that there is a database at every moment.
Result<Done> putInPlace(const QString& fresh, const QString& file)
{
    for (const QString& end : sideFiles) {
        QFile::remove(file + end);
        QFile::remove(fresh + end);
    }
    std::error_code error;
    std::filesystem::rename(std::filesystem::path{fresh.toStdU16String()},
        std::filesystem::path{file.toStdU16String()}, error);
    if (error) {
        return fail(ErrorKind::Storage, QStringLiteral("cannot-open"));
    }
    return Done{};
}

qint64 count(Connection& db, const char* sql)
{
    auto query = db.prepare(sql);
    return query.first() ? query.integer(0) : 0;
}

SalvageReport reportOn(Connection& db)
{
    SalvageReport report;
    report.messages = count(db, "SELECT count(*) FROM message");
    report.conversations = count(db, "SELECT count(*) FROM conversation WHERE sort_ms > 0");
    report.contacts = count(db, "SELECT count(*) FROM contact");
    return report;
}

// Nothing of it is in place yet, so nothing has to be durable before the end.
Result<std::unique_ptr<Connection>> openFresh(const QString& fresh)
{
    removeWithSides(fresh);
    auto db = Connection::open(fresh, Connection::Mode::ReadWrite);
    if (!db) {
        return db;
    }
    QFile::setPermissions(fresh, QFile::ReadOwner | QFile::WriteOwner);
    if (const auto made = migrate(**db, fresh); !made) {
        return fail(made.error());
    }
    (*db)->execute(QStringLiteral("PRAGMA foreign_keys=OFF"));
    (*db)->execute(QStringLiteral("PRAGMA synchronous=OFF"));
    return db;
}

Result<Done> finish(Connection& db)
{
    db.execute(QStringLiteral("PRAGMA synchronous=FULL"));
    (void)db.pragma(QStringLiteral("wal_checkpoint(TRUNCATE)"));
    if (db.error()) {
        return fail(*db.error());
    }
    return Done{};
}

Result<SalvageReport> readInto(const QString& fresh, const QString& file, const QString& kept,
    qint64 nowMs, const SalvageProgress& percent)
{
    const auto db = openFresh(fresh);
    if (!db) {
        return fail(db.error());
    }
    constexpr double reading{85};
    const auto gaps =
        readDamaged(**db, file, kept, [&](double share) { percent(int(reading * share)); });
    if (!gaps) {
        return fail(gaps.error());
    }
    QStringList backups;
    for (const BackupFile& backup : backupsOf(file)) {
        backups.append(backup.file);
    }
    if (const auto mended = mendSalvaged(**db, backups, nowMs); !mended) {
        return fail(mended.error());
    }
    if (const auto done = finish(**db); !done) {
        return fail(done.error());
    }
    SalvageReport report{reportOn(**db)};
    report.gaps = *gaps;
    return report;
}

} // namespace

Result<SalvageReport> salvage(
    const QString& databaseFile, qint64 nowMs, const SalvageProgress& percent)
{
    percent(0);
    const auto kept = keepBeside(databaseFile, nowMs);
    if (!kept) {
        return fail(kept.error());
    }
    const QString fresh{databaseFile + QStringLiteral(".salvage")};
    auto report = readInto(fresh, databaseFile, *kept, nowMs, percent);
    if (report) {
        report->keptFile = *kept;
        if (const auto placed = putInPlace(fresh, databaseFile); !placed) {
            report = fail(placed.error());
        }
    }
    if (!report) {
        removeWithSides(fresh);
        removeWithSides(*kept);
        return report;
    }
    qCInfo(logStorage) << "salvaged" << report->messages << "messages," << report->gaps
                       << "places could not be read";
    percent(100);
    return report;
}

Result<SalvageReport> restoreBackup(
    const QString& databaseFile, const QString& backup, qint64 nowMs)
{
    const QString fresh{databaseFile + QStringLiteral(".restore")};
    removeWithSides(fresh);
    if (!QFile::copy(backup, fresh)) {
        return fail(ErrorKind::Storage, QStringLiteral("cannot-open"));
    }
    QFile::setPermissions(fresh, QFile::ReadOwner | QFile::WriteOwner);
    SalvageReport report;
    {
        const auto db = Connection::open(fresh, Connection::Mode::ReadWrite);
        if (!db) {
            removeWithSides(fresh);
            return fail(db.error());
        }
        auto ready = migrate(**db, fresh);
        QFile::remove(
            QStringLiteral("%1.before-%2").arg(fresh).arg(newestSchema(), 4, 10, QChar{u'0'}));
        distrustWhatWaited(**db, nowMs);
        recountConversations(**db, nowMs);
        report = reportOn(**db);
        ready = ready ? finish(**db) : ready;
        if (!ready) {
            removeWithSides(fresh);
            return fail(ready.error());
        }
    }
    const auto kept = QFileInfo::exists(databaseFile) ? keepBeside(databaseFile, nowMs)
                                                      : Result<QString>{QString{}};
    if (!kept) {
        removeWithSides(fresh);
        return fail(kept.error());
    }
    if (const auto placed = putInPlace(fresh, databaseFile); !placed) {
        return fail(placed.error());
    }
    report.keptFile = *kept;
    return report;
}

} // namespace Textdesk
