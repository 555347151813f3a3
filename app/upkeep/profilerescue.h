// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The way on for a profile whose database cannot be opened: what can be read, or a backup.
#pragma once

#include "app/base/call.h"
#include "app/base/clock.h"
#include "app/storage/backup.h"
#include "app/storage/salvage.h"

#include <QObject>

#include <thread>

namespace Textdesk {

class ProfileRescue final : public QObject {
    Q_OBJECT
public:
    ProfileRescue(QString profileFolder, Clock& clock, QObject* parent = nullptr);
    // Waits for what runs: a salvage that is cut off would have to begin again.
    ~ProfileRescue() override;

    [[nodiscard]] std::vector<BackupFile> backups() const;
    // On a thread of its own, with the profile's lock held. Errors of salvage() and
    // ProfileLock::take(); Rejected "busy".
    [[nodiscard]] Call<SalvageReport>* salvage();
    [[nodiscard]] Call<SalvageReport>* restore(const QString& backup);
    // Sets everything aside, backups too, so that the next start makes a new store; settles with an
    // empty report that names the folder. Errors of setStoreAside().
    [[nodiscard]] Call<SalvageReport>* beginAnew();

signals:
    void progressed(int percent);

private:
    [[nodiscard]] Call<SalvageReport>* run(std::function<Result<SalvageReport>()> work);

    QString m_folder;
    Clock& m_clock;
    std::thread m_thread;
    bool m_busy{false};
};

} // namespace Textdesk
