// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings.h"

#include "app/settings/settingtable.h"

#include <QFile>
#include <QSettings>
#include <QUuid>

namespace Textdesk {

Settings::Settings(const QString& profileFolder, QObject* parent)
    : QObject{parent}
    , m_file{profileFolder + QStringLiteral("/settings.ini")}
    , m_store{std::make_unique<QSettings>(m_file, QSettings::IniFormat)}
{ }

Settings::~Settings()
{
    m_store->sync();
    QFile::setPermissions(m_file, QFile::ReadOwner | QFile::WriteOwner);
}

QVariant Settings::value(Setting setting) const
{
    const SettingRow& row{rowOf(setting)};
    QVariant stored = m_store->value(QString::fromLatin1(row.key));
    if (!fits(row, stored)) {
        return row.fallback;
    }
    stored.convert(QMetaType{row.type});
    return stored;
}

bool Settings::isDefault(Setting setting) const
{
    return value(setting) == rowOf(setting).fallback;
}

void Settings::set(Setting setting, const QVariant& value)
{
    Q_ASSERT(fits(rowOf(setting), value));
    if (this->value(setting) == value) {
        return;
    }
    m_store->setValue(QString::fromLatin1(rowOf(setting).key), value);
    m_store->sync();
    QFile::setPermissions(m_file, QFile::ReadOwner | QFile::WriteOwner);
    emit changed(setting);
}

void Settings::reset(Setting setting)
{
    const bool changes{!isDefault(setting)};
    m_store->remove(QString::fromLatin1(rowOf(setting).key));
    m_store->sync();
    if (changes) {
        emit changed(setting);
    }
}

QStringList Settings::unusable() const
{
    QStringList keys;
    for (const SettingRow& row : settingTable()) {
        const QString key{QString::fromLatin1(row.key)};
        if (m_store->contains(key) && !fits(row, m_store->value(key))) {
            keys.append(key);
        }
    }
    return keys;
}

QString profileId(const QString& profileFolder)
{
    Settings settings{profileFolder};
    if (settings.text(Setting::ProfileId).isEmpty()) {
        settings.set(Setting::ProfileId, QUuid::createUuid().toString(QUuid::Id128).left(16));
    }
    return settings.text(Setting::ProfileId);
}

} // namespace Textdesk
