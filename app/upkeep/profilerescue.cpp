// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upkeep/profilerescue.h"

#include "app/storage/backup.h"
#include "app/storage/closedpeople.h"
#include "app/storage/profilelock.h"
#include "app/storage/rescuemark.h"
#include "app/storage/setaside.h"

#include <QFileInfo>

namespace Textdesk {

namespace {

QString databaseOf(const QString& profileFolder)
{
    return profileFolder + QStringLiteral("/textdesk.db");
}

} // namespace

ProfileRescue::ProfileRescue(QString profileFolder, Clock& clock, QObject* parent)
    : QObject{parent}
    , m_folder{std::move(profileFolder)}
    , m_clock{clock}
{ }

ProfileRescue::~ProfileRescue()
{
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

std::vector<BackupFile> ProfileRescue::backups() const
{
    return backupsOf(databaseOf(m_folder));
}

Call<SalvageReport>* ProfileRescue::salvage()
{
    return run([this, file = databaseOf(m_folder), now = m_clock.nowMs()] {
        return Textdesk::salvage(file, now, [this](int percent) {
            QMetaObject::invokeMethod(
                this, [this, percent] { emit progressed(percent); }, Qt::QueuedConnection);
        });
    });
}

Call<SalvageReport>* ProfileRescue::restore(const QString& backup)
{
    return run([file = databaseOf(m_folder), backup, now = m_clock.nowMs()] {
        return restoreBackup(file, backup, now);
    });
}

Call<SalvageReport>* ProfileRescue::beginAnew()
{
    return run([file = databaseOf(m_folder), now = m_clock.nowMs()]() -> Result<SalvageReport> {
        const auto folder = setStoreAside(file, now);
        if (!folder) {
            return fail(folder.error());
        }
        SalvageReport report;
        report.keptFile = *folder;
        QStringList stores;
        const QString kept{databaseOf(*folder)};
        for (const BackupFile& backup : backupsOf(kept)) {
            stores.append(backup.file);
        }
        if (QFileInfo::exists(kept)) {
            stores.append(kept);
        }
        // Without room for it the next start makes an empty store, or says what is wrong.
        report.closedPeople = beginWithClosedPeople(file, stores).value_or(0);
        return report;
    });
}

Call<SalvageReport>* ProfileRescue::run(std::function<Result<SalvageReport>()> work)
{
    if (m_busy) {
        return settledCall<SalvageReport>(this, fail(ErrorKind::Rejected, QStringLiteral("busy")));
    }
    auto lock = ProfileLock::take(m_folder);
    if (!lock) {
        return settledCall<SalvageReport>(this, fail(lock.error()));
    }
    if (m_thread.joinable()) {
        m_thread.join(); // an earlier one, which has settled
    }
    m_busy = true;
    auto* call = new Call<SalvageReport>{this};
    call->then(this, [this](const Result<SalvageReport>& done) {
        m_busy = false;
        if (done) {
            forgetRescue(m_folder);
        }
    });
    std::shared_ptr<ProfileLock> held{std::move(*lock)};
    m_thread = std::thread{
        [work = std::move(work), held = std::move(held), settle = call->settler()]() mutable {
            Result<SalvageReport> result{work()};
            held.reset(); // whoever hears of it may open the profile
            settle(std::move(result));
        }};
    return call;
}

} // namespace Textdesk
