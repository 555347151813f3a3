// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upkeep/profileupgrade.h"

#include "app/storage/migrations.h"
#include "app/storage/profilelock.h"

#include <QFile>
#include <QtEndian>

namespace Textdesk {

namespace {

QString databaseOf(const QString& profileFolder)
{
    return profileFolder + QStringLiteral("/textdesk.db");
}

} // namespace

ProfileUpgrade::ProfileUpgrade(QString profileFolder, QObject* parent)
    : QObject{parent}
    , m_folder{std::move(profileFolder)}
{ }

ProfileUpgrade::~ProfileUpgrade()
{
    {
        const std::lock_guard lock{m_mutex};
        m_cutOff = true;
        if (m_open) {
            m_open->interrupt();
        }
    }
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

bool ProfileUpgrade::isDue(const QString& profileFolder)
{
    // https://www.sqlite.org/fileformat2.html, 1.3: the user version stands at byte 60.
    constexpr qint64 versionPlace{60};
    QFile file{databaseOf(profileFolder)};
    if (!file.open(QIODevice::ReadOnly)
        || !file.read(16).startsWith(QByteArrayLiteral("SQLite format 3"))
        || !file.seek(versionPlace)) {
        return false;
    }
    const QByteArray version{file.read(4)};
    const quint32 number{version.size() == 4 ? qFromBigEndian<quint32>(version.constData()) : 0};
    return number > 0 && number < quint32(newestSchema());
}

Call<Done>* ProfileUpgrade::run()
{
    auto* call = new Call<Done>{this};
    m_thread = std::thread{[this, settle = call->settler()] { settle(upgrade()); }};
    return call;
}

Result<Done> ProfileUpgrade::upgrade()
{
    const auto lock = ProfileLock::take(m_folder);
    if (!lock) {
        return fail(lock.error());
    }
    const QString file{databaseOf(m_folder)};
    const auto db = Connection::open(file, Connection::Mode::ReadWrite);
    if (!db) {
        return fail(db.error());
    }
    {
        const std::lock_guard guard{m_mutex};
        if (m_cutOff) {
            return fail(ErrorKind::Cancelled, QStringLiteral("cut-off"));
        }
        m_open = db->get();
    }
    const auto done = migrate(**db, file);
    const std::lock_guard guard{m_mutex};
    m_open = nullptr;
    return done;
}

} // namespace Textdesk
