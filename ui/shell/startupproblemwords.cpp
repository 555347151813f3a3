// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What StartupProblem says about each reason and about a repair that failed.
#include "ui/shell/startupproblem.h"

namespace Textdesk {

StartupProblem::Words StartupProblem::words(const Error& error, const QString& folder)
{
    const QString word{error.detail().section(QStringLiteral(": "), 0, 0)};
    if (word == QStringLiteral("in-use")) {
        return {tr("Textdesk is already open"),
            tr("Another window or command is using this profile. Nothing was changed. Look for the "
               "open window, "
               "or wait until the command has ended.")};
    }
    if (word == QStringLiteral("damaged")) {
        return {tr("The message store is damaged"),
            tr("Textdesk cannot read all of its database in %1. Nothing was changed and nothing "
               "will be sent. The repair saves what can be read and keeps the damaged file.")
                .arg(folder)};
    }
    if (word == QStringLiteral("store-gone")) {
        return {tr("The message store is gone"),
            tr("There is no textdesk.db with messages in %1 any more, but Textdesk has a backup of "
               "it. Nothing was changed and nothing will be sent. If you have moved the file, "
               "close Textdesk and put it back; else the backup takes its place.")
                .arg(folder)};
    }
    if (word == QStringLiteral("disk-full")) {
        return {tr("The disk is full"),
            tr("There is no room left to store messages. Nothing was lost and nothing will be "
               "sent. Free some room, "
               "then open Textdesk again.")};
    }
    if (word == QStringLiteral("read-only")) {
        return {tr("The profile cannot be written"),
            tr("Textdesk may not write in %1, so it cannot keep what you send. Nothing was "
               "changed. Check the "
               "folder's permissions.")
                .arg(folder)};
    }
    return {tr("The profile cannot be opened"),
        tr("Textdesk cannot use the folder %1. Nothing was changed. Check that it exists and "
           "belongs to you.")
            .arg(folder)};
}

QString StartupProblem::failure(const Error& error, bool hasBackup, const QString& folder)
{
    if (error.detail() == QStringLiteral("unreadable")) {
        return hasBackup
            ? tr("Not one text in the damaged file can be read. Nothing was changed. The backup "
                 "below is whole.")
            : tr("Not one text in the damaged file can be read, and there is no backup. Nothing "
                 "was changed. Keep the folder %1 and ask for help before you remove it.")
                  .arg(folder);
    }
    if (error.detail() == QStringLiteral("disk-full")) {
        return tr("There is not enough room for the repaired copy beside the damaged one. Nothing "
                  "was changed. Free some room, then try again.");
    }
    return tr("The repair could not be finished. Nothing was changed. Close other programs "
              "that use the folder %1, then try again.")
        .arg(folder);
}

} // namespace Textdesk
