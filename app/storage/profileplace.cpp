// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/profileplace.h"

#include "app/base/log.h"
#include "app/storage/profilefacts.h"
#include "app/storage/statement.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QSysInfo>

namespace Textdesk {

namespace {

QString hashOf(const QByteArray& purpose, const QByteArray& value)
{
    if (value.isEmpty()) {
        return {};
    }
    return QString::fromLatin1(QCryptographicHash::hash(
        QByteArrayLiteral("textdesk ") + purpose + ' ' + value, QCryptographicHash::Sha256)
                                   .toHex());
}

void pauseAll(Connection& db, const QString& reason)
{
    db.prepare("UPDATE account SET paused = ? WHERE removed_ms = 0 AND practice = 0").run(reason);
}

bool differs(const QString& then, const QString& now)
{
    return !then.isEmpty() && !now.isEmpty() && then != now;
}

} // namespace

ProfilePlace ProfilePlace::here(const QString& profileFolder)
{
    return {hashOf(QByteArrayLiteral("computer"), QSysInfo::machineUniqueId()),
        hashOf(QByteArrayLiteral("folder"), QFileInfo{profileFolder}.canonicalFilePath().toUtf8())};
}

bool needsPersonsWord(const QString& pause)
{
    return pause == QStringLiteral("moved-profile") || pause == QStringLiteral("restored");
}

Result<Done> settleIn(Connection& db, const ProfilePlace& place)
{
    const QString computer{ProfileFacts::text(db, ProfileFacts::computer)};
    const QString folder{ProfileFacts::text(db, ProfileFacts::folder)};
    if (computer == place.computer && folder == place.folder && !db.error()) {
        return Done{};
    }
    const bool moved{differs(computer, place.computer) || differs(folder, place.folder)};
    db.execute(QStringLiteral("BEGIN IMMEDIATE"));
    if (moved) {
        pauseAll(db, QStringLiteral("moved-profile"));
    }
    ProfileFacts::set(db, ProfileFacts::computer, place.computer);
    ProfileFacts::set(db, ProfileFacts::folder, place.folder);
    db.execute(QStringLiteral("COMMIT"));
    if (const std::optional<Error> error{db.error()}) {
        db.clearError();
        db.execute(QStringLiteral("ROLLBACK"));
        db.clearError();
        return fail(*error);
    }
    if (moved) {
        qCInfo(logStorage) << "the profile is at another place: sending waits for a person";
    }
    return Done{};
}

void distrustWhatWaited(Connection& db, qint64 nowMs)
{
    pauseAll(db, QStringLiteral("restored"));
    // Queued and Submitting of outgoing texts.
    db.prepare("UPDATE message SET state = 8, reason = 'restored', state_ms = ? WHERE direction = "
               "0 AND state IN (2, 3)")
        .run(nowMs);
    ProfileFacts::set(db, ProfileFacts::restoredMs, nowMs);
}

} // namespace Textdesk
