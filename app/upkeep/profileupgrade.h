// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A profile of an earlier version is brought to this one beside the window: with many messages that
// takes seconds, in which nothing would be drawn.
#pragma once

#include "app/base/call.h"
#include "app/storage/connection.h"

#include <QObject>

#include <memory>
#include <mutex>
#include <thread>

namespace Textdesk {

class ProfileUpgrade final : public QObject {
    Q_OBJECT
public:
    explicit ProfileUpgrade(QString profileFolder, QObject* parent = nullptr);
    // Cuts off what runs. Every step is a transaction, so the file is then what it was before it.
    ~ProfileUpgrade() override;

    // A look at the file's header; false where there is no profile yet, or no readable one.
    [[nodiscard]] static bool isDue(const QString& profileFolder);
    // Once, on a thread of its own, with the profile's lock held. Errors of ProfileLock::take(),
    // Connection::open() and migrate().
    [[nodiscard]] Call<Done>* run();

private:
    [[nodiscard]] Result<Done> upgrade();

    QString m_folder;
    std::mutex m_mutex;
    Connection* m_open{nullptr}; // m_thread's, while it works
    bool m_cutOff{false};
    std::thread m_thread;
};

} // namespace Textdesk
