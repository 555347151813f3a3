// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/rescuemark.h"

#include "app/storage/backup.h"

#include <QFile>
#include <QFileInfo>

namespace Textdesk {

namespace {

QString rescueFile(const QString& profileFolder)
{
    return profileFolder + QStringLiteral("/rescue-wanted");
}

} // namespace

void markForRescue(const QString& profileFolder)
{
    QFile file{rescueFile(profileFolder)};
    (void)file.open(QIODevice::WriteOnly);
}

bool wantsRescue(const QString& profileFolder)
{
    return QFile::exists(rescueFile(profileFolder));
}

void forgetRescue(const QString& profileFolder)
{
    QFile::remove(rescueFile(profileFolder));
}

bool isStoreGone(const QString& profileFolder)
{
    const QString database{profileFolder + QStringLiteral("/textdesk.db")};
    // A program that was killed right at the beginning leaves all of it in the log.
    return QFileInfo{database}.size() == 0
        && QFileInfo{database + QStringLiteral("-wal")}.size() == 0 && !backupsOf(database).empty();
}

} // namespace Textdesk
