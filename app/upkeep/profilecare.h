// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Looks after the profile while the program runs: checks, retention, a backup a day.
#pragma once

#include "app/storage/backup.h"
#include "app/storage/damagewatch.h"
#include "app/storage/database.h"
#include "app/storage/integrity.h"
#include "app/storage/rescuemark.h"
#include "app/upkeep/cleaning.h"

#include <QObject>

namespace Textdesk {

// When the last of each was; 0: never.
struct CareDates final {
    qint64 checkedMs{0};
    qint64 backedUpMs{0};
    int backups{0};
};

class ProfileCare final : public QObject {
    Q_OBJECT
public:
    ProfileCare(Database& database, Cleaning& cleaning, Clock& clock, QObject* parent = nullptr);

    // Soon, so that the first frame is not held up, and then once an hour. A quick check after an
    // unclean end, a whole one a week; nothing is deleted from or backed up over good copies of a
    // store that is damaged.
    void start();
    // One such round now, or the end of the one that runs, for a program that ends soon; cared()
    // tells it. Without checks it takes a third of the time.
    enum class Extent { Everything, Backup };
    void careOnce(Extent extent);
    // Since when a backup has been due, in milliseconds; 0 or less: it is not.
    [[nodiscard]] qint64 backupOverdueMs() const;
    // Settles with what was found, nothing if all is well.
    [[nodiscard]] Call<QStringList>* check(CheckDepth depth);
    // Errors of makeBackup().
    [[nodiscard]] Call<BackupFile>* backUp();
    [[nodiscard]] CareDates dates() const;
    [[nodiscard]] bool isDamaged() const { return m_damaged; }

signals:
    // By a check, or by the first statement that met it on any thread. The profile is marked for
    // rescue (rescuemark.h): the next start offers to salvage before anything else.
    void damageFound();
    // "no-room", "disk-full", ...; the last good backup stays.
    void backupFailed(const Textdesk::Error& error);
    // A round came to its end.
    void cared();

private:
    void noteDamage(const QString& what);
    void beginRound();
    void clean();
    void backUpIfDue();
    void endRound();
    void remember(const QString& fact);
    [[nodiscard]] bool isDue(const QString& fact, qint64 everyMs);

    Database& m_database;
    Cleaning& m_cleaning;
    Clock& m_clock;
    DamageWatch m_watch;
    bool m_afterUncleanEnd;
    bool m_damaged{false};
    bool m_goesOn{false}; // round after round
    bool m_inRound{false};
};

} // namespace Textdesk
