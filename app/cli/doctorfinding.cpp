// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/doctorfinding.h"

#include "app/cli/explain.h"
#include "app/settings/settingtable.h"
#include "app/storage/backup.h"
#include "app/storage/migrations.h"
#include "app/storage/optouttable.h"
#include "app/storage/outboxtable.h"
#include "app/storage/rescuemark.h"

#include <QFileInfo>
#include <QHostAddress>
#include <QLocale>
#include <QTcpServer>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace Textdesk::Doctor {

namespace {

constexpr qint64 dayMs{86400000};
constexpr qint64 oldBackupMs{7 * dayMs};
constexpr qint64 littleRoom{qint64{200} << 20};
constexpr int copiesOfRoom{3};
constexpr int mostCounted{100000};

QString databaseOf(const QString& folder)
{
    return folder + QStringLiteral("/textdesk.db");
}

Finding folderItself(const QString& folder)
{
    const QString check{QStringLiteral("folder")};
    const QFileInfo info{folder};
    if (!info.exists()) {
        return bad(check, QStringLiteral("There is no profile at %1.").arg(folder),
            QStringLiteral("Start Textdesk or add an account, or name another with --profile."));
    }
    if (!info.isDir()) {
        return bad(check, QStringLiteral("%1 is no folder.").arg(folder),
            QStringLiteral("Name the folder of the profile with --profile."));
    }
#ifdef Q_OS_UNIX
    if (info.ownerId() != ::geteuid()) {
        return bad(check,
            QStringLiteral("The folder %1 belongs to somebody else (%2).")
                .arg(folder, info.owner()),
            QStringLiteral("Run this as that person, or name another with --profile."));
    }
#endif
    if (!info.isWritable() || !(info.permissions() & QFile::WriteOwner)) {
        return bad(check, QStringLiteral("The folder %1 cannot be written.").arg(folder),
            QStringLiteral("Allow its owner to write in it, or name another with --profile."));
    }
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
        | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    if (info.permissions() & others) {
        return bad(check, QStringLiteral("Others on this computer can look into %1.").arg(folder),
            QStringLiteral("Its files are closed to them all the same; to close the folder, too: "
                           "chmod 700."));
    }
    return good(check, QStringLiteral("%1 belongs to you alone.").arg(folder));
}

Finding backups(const QString& folder, qint64 nowMs)
{
    const QString check{QStringLiteral("backup")};
    const auto kept = backupsOf(databaseOf(folder));
    const QFileInfo database{databaseOf(folder)};
    if (kept.empty()) {
        const bool isNew{!database.exists()
            || database.fileTime(QFileDevice::FileBirthTime).toMSecsSinceEpoch() + 2 * dayMs
                > nowMs};
        const QString none{QStringLiteral("There is no backup yet.")};
        return isNew ? good(check, none + QStringLiteral(" One is made within a day of use."))
                     : bad(check, none,
                         QStringLiteral("Leave Textdesk open for a minute: it makes one a day."));
    }
    const qint64 age{nowMs - kept.front().madeMs};
    const QString made{QLocale::c().toString(
        QDateTime::fromMSecsSinceEpoch(kept.front().madeMs), QStringLiteral("yyyy-MM-dd HH:mm"))};
    const QString newest{kept.size() == 1
            ? QStringLiteral("The only backup is of %1.").arg(made)
            : QStringLiteral("The newest of %1 backups is of %2.").arg(kept.size()).arg(made)};
    return age < oldBackupMs ? good(check, newest)
                             : bad(check, newest,
                                 QStringLiteral("Leave Textdesk open for a minute: it makes one a "
                                                "day, if there is room on the disk."));
}

Finding room(const QString& folder)
{
    const QString check{QStringLiteral("disk")};
    const qint64 free{freeBytesAt(folder)};
    const qint64 wanted{std::max(littleRoom, copiesOfRoom * QFileInfo{databaseOf(folder)}.size())};
    const QString shown{
        QStringLiteral("%1 are free on its disk.").arg(QLocale::c().formattedDataSize(free))};
    return free >= wanted
        ? good(check, shown)
        : bad(check, shown,
            QStringLiteral("Free some: backups need %1. Nothing is lost meanwhile.")
                .arg(QLocale::c().formattedDataSize(wanted)));
}

Findings settingsOf(const QString& folder)
{
    Findings found;
    if (!QFileInfo::exists(folder + QStringLiteral("/settings.ini"))) {
        return found;
    }
    const QStringList unusable{Settings{folder}.unusable()};
    for (const QString& key : unusable) {
        const auto& rows = settingTable();
        const auto row = std::find_if(rows.cbegin(), rows.cend(),
            [&key](const SettingRow& one) { return key == QLatin1String{one.key}; });
        const bool hasRange{row != rows.cend() && row->smallest != row->largest};
        found.push_back(bad(QStringLiteral("settings"),
            QStringLiteral("The setting %1 has a value that is not possible, so the usual one "
                           "holds.")
                .arg(key),
            hasRange ? QStringLiteral("Choose one from %1 to %2 in Textdesk's settings.")
                           .arg(row->smallest)
                           .arg(row->largest)
                     : QStringLiteral("Choose it anew in Textdesk's settings.")));
    }
    return found;
}

QString countOf(qint64 count, const QString& one, const QString& many)
{
    return count == 1 ? one : many.arg(count);
}

} // namespace

Finding good(const QString& check, const QString& message)
{
    return {check, true, message};
}

Finding bad(const QString& check, const QString& message, const QString& advice)
{
    return {check, false, message, advice};
}

Findings ofFolder(const QString& folder, qint64 nowMs)
{
    Findings found{folderItself(folder)};
    if (!QFileInfo{folder}.isDir()) {
        return found;
    }
    found.push_back(backups(folder, nowMs));
    found.push_back(room(folder));
    for (Finding& finding : settingsOf(folder)) {
        found.push_back(std::move(finding));
    }
    if (wantsRescue(folder)) {
        found.push_back(bad(QStringLiteral("database"),
            QStringLiteral("A check found damage in the message store."),
            QStringLiteral("Open Textdesk: it offers to save what can be read. Keep the folder as "
                           "it is until then.")));
    }
    return found;
}

Finding ofProblem(const Error& error)
{
    const QString sentence{explain(error)};
    const QString check{error.detail().startsWith(QStringLiteral("owner-"))
                || error.detail() == QStringLiteral("in-use")
            ? QStringLiteral("owner")
            : error.kind() == ErrorKind::SecretUnavailable ? QStringLiteral("secrets")
                                                           : QStringLiteral("database")};
    return bad(check, sentence,
        error.detail() == QStringLiteral("damaged")
            ? QStringLiteral("Open Textdesk: it offers to save what can be read, or to bring back "
                             "a backup. Delete nothing before.")
            : QString{});
}

Findings ofStore(Connection& db)
{
    Findings found;
    found.push_back(good(QStringLiteral("version"),
        QStringLiteral("The database has version %1, the newest that this program knows is %2.")
            .arg(db.pragma(QStringLiteral("user_version")))
            .arg(newestSchema())));
    qint64 queued{0};
    qint64 doubtful{0};
    for (const AccountRow& account : AccountTable::all(db)) {
        const OutboxCounts counts{OutboxTable::counts(db, account.id)};
        queued += counts.queued + counts.submitting;
        doubtful += counts.unknown;
    }
    found.push_back(good(QStringLiteral("waiting"),
        countOf(queued, QStringLiteral("1 text waits to be sent."),
            QStringLiteral("%1 texts wait to be sent."))));
    const QString doubt{countOf(doubtful, QStringLiteral("1 text was perhaps sent."),
        QStringLiteral("%1 texts were perhaps sent."))};
    found.push_back(doubtful == 0
            ? good(QStringLiteral("doubt"), QStringLiteral("No text is in doubt."))
            : bad(QStringLiteral("doubt"), doubt,
                QStringLiteral("Run 'sync', which asks the provider; 'outbox list' shows them, "
                               "and 'outbox settle' takes your word.")));
    const auto closed = qint64(OptOutTable::all(db, mostCounted).size());
    found.push_back(good(QStringLiteral("optouts"),
        countOf(closed, QStringLiteral("1 person is not to be texted."),
            QStringLiteral("%1 people are not to be texted."))));
    if (const std::optional<Error> error{db.error()}) {
        db.clearError();
        found.push_back(ofProblem(*error));
    }
    return found;
}

Findings ofAccount(const Account& account, const ProviderRegistry& registry)
{
    Findings found;
    const auto add = [&found, &account](Finding finding) {
        finding.account = account.row.name;
        found.push_back(std::move(finding));
    };
    const ProviderKind* kind{registry.find(account.row.provider)};
    if (!kind) {
        add(bad(QStringLiteral("settings"),
            QStringLiteral("This program does not know the provider '%1'.")
                .arg(account.row.provider),
            QStringLiteral("Use the Textdesk that added this account.")));
        return found;
    }
    const Result<Done> valid{account.row.practice || !kind->validate
            ? Result<Done>{Done{}}
            : kind->validate(account.config)};
    add(valid ? good(QStringLiteral("settings"), QStringLiteral("Its settings fit together."))
              : bad(QStringLiteral("settings"), explain(valid.error()),
                  QStringLiteral("Change it in Textdesk, or remove the account and add it anew.")));
    if (account.secretProblem.isEmpty()) {
        add(good(QStringLiteral("secret"), QStringLiteral("Its secrets are there.")));
    } else if (account.row.practice) {
        add(good(QStringLiteral("secret"),
            QStringLiteral("It is the practice account, which lives while Textdesk's window is "
                           "open.")));
    } else {
        add(bad(QStringLiteral("secret"), QStringLiteral("Its secrets cannot be read."),
            explain(Error{ErrorKind::SecretUnavailable, account.secretProblem})));
    }
    if (!account.row.paused.isEmpty()) {
        add(bad(QStringLiteral("sending"), QStringLiteral("Sending is paused."),
            explainReason(account.row.paused)));
    }
    return found;
}

Finding ofPort(const QString& folder)
{
    const QString check{QStringLiteral("listener")};
    const Settings settings{folder};
    const int port{settings.number(Setting::ListenerPort)};
    QTcpServer server;
    if (server.listen(QHostAddress{settings.text(Setting::ListenerAddress)}, quint16(port))) {
        return good(
            check, QStringLiteral("Port %1 is free for webhooks.").arg(server.serverPort()));
    }
    return bad(check,
        QStringLiteral("Port %1, on which webhooks come in, cannot be listened on; another program "
                       "has it.")
            .arg(port),
        QStringLiteral("End that program, or choose another port in Textdesk's settings. Polling "
                       "brings replies meanwhile."));
}

} // namespace Textdesk::Doctor
