// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings.h"

#include <QFile>
#include <QSettings>

#include <array>

namespace Textdesk {

namespace {

struct Row final {
    Setting setting;
    const char* key;
    QMetaType::Type type;
    QVariant fallback;
};

const std::array<Row, 5>& table()
{
    static const std::array<Row, 5> rows{{
        {Setting::Theme, "window/theme", QMetaType::QString, QStringLiteral("system")},
        {Setting::WindowGeometry, "window/geometry", QMetaType::QByteArray, QByteArray{}},
        {Setting::ListenerPort, "listener/port", QMetaType::Int, 8477},
        {Setting::ListenerAddress, "listener/address", QMetaType::QString,
            QStringLiteral("127.0.0.1")},
        // Long enough to notice a slip, short enough not to feel like waiting.
        {Setting::UndoMs, "sending/undo-ms", QMetaType::Int, 5000},
    }};
    return rows;
}

const Row& rowOf(Setting setting)
{
    return table().at(static_cast<size_t>(setting));
}

} // namespace

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
    const Row& row{rowOf(setting)};
    QVariant stored = m_store->value(QString::fromLatin1(row.key));
    // An INI file holds text: anything that does not read as the type is as good as absent.
    const bool fits{stored.isValid() && stored.convert(QMetaType{row.type})};
    return fits ? stored : row.fallback;
}

void Settings::set(Setting setting, const QVariant& value)
{
    if (this->value(setting) == value) {
        return;
    }
    m_store->setValue(QString::fromLatin1(rowOf(setting).key), value);
    m_store->sync();
    QFile::setPermissions(m_file, QFile::ReadOwner | QFile::WriteOwner);
    emit changed(setting);
}

} // namespace Textdesk
