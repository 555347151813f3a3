// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settingtable.h"

#include <QHostAddress>
#include <QTime>

namespace Textdesk {

namespace {

constexpr int largestPort{65535};
constexpr int longestUndoMs{60000};

bool isAddress(const QString& text)
{
    return !QHostAddress{text}.isNull();
}

bool isTime(const QString& text)
{
    return QTime::fromString(text, QStringLiteral("HH:mm")).isValid();
}

// Each day once, in their order; none is possible, too.
bool isDays(const QString& text)
{
    QChar before{u'0'};
    for (const QChar day : text) {
        if (day <= before || day > u'7') {
            return false;
        }
        before = day;
    }
    return true;
}

// ISO 3166-1 alpha-2; empty: as this computer is set.
bool isRegion(const QString& text)
{
    return text.isEmpty()
        || (text.size() == 2 && text.at(0) >= u'A' && text.at(0) <= u'Z' && text.at(1) >= u'A'
            && text.at(1) <= u'Z');
}

SettingRow choice(Setting setting, const char* key, const char* fallback, const char* choices)
{
    SettingRow row{setting, key, QMetaType::QString, QString::fromLatin1(fallback)};
    row.choices = QString::fromLatin1(choices).split(u' ');
    return row;
}

SettingRow number(Setting setting, const char* key, int fallback, int smallest, int largest)
{
    SettingRow row{setting, key, QMetaType::Int, fallback};
    row.smallest = smallest;
    row.largest = largest;
    return row;
}

SettingRow text(Setting setting, const char* key, const char* fallback,
    bool (*accepts)(const QString&) = nullptr)
{
    SettingRow row{setting, key, QMetaType::QString, QString::fromLatin1(fallback)};
    row.accepts = accepts;
    return row;
}

SettingRow personal(SettingRow row)
{
    row.isPersonal = true;
    return row;
}

} // namespace

const std::vector<SettingRow>& settingTable()
{
    static const std::vector<SettingRow> rows{
        choice(Setting::Theme, "window/theme", "system", "system light dark"),
        {Setting::WindowGeometry, "window/geometry", QMetaType::QByteArray, QByteArray{},
            SettingScope::Window},
        number(Setting::ListenerPort, "listener/port", 8477, 0, largestPort),
        text(Setting::ListenerAddress, "listener/address", "127.0.0.1", isAddress),
        // Long enough to notice a slip, short enough not to feel like waiting.
        number(Setting::UndoMs, "sending/undo-ms", 5000, 0, longestUndoMs),
        text(Setting::DefaultRegion, "sending/region", "", isRegion),
        choice(Setting::ProxyMode, "network/proxy", "system", "system none manual"),
        personal(text(Setting::ProxyHost, "network/proxy-host", "")),
        number(Setting::ProxyPort, "network/proxy-port", 8080, 1, largestPort),
        personal(text(Setting::ProxyUser, "network/proxy-user", "")),
        personal(text(Setting::ExtraCaFile, "network/extra-ca", "")),
        choice(Setting::LogDetail, "log/detail", "usual", "usual everything"),
        {Setting::Notifications, "notifications/shown", QMetaType::Bool, true},
        {Setting::HideContent, "notifications/hide-content", QMetaType::Bool, false},
        {Setting::QuietHours, "notifications/quiet-hours", QMetaType::Bool, false},
        text(Setting::QuietFrom, "notifications/quiet-from", "18:00", isTime),
        text(Setting::QuietTo, "notifications/quiet-to", "07:00", isTime),
        text(Setting::QuietDays, "notifications/quiet-days", "1234567", isDays),
        {Setting::KeepInTray, "window/keep-in-tray", QMetaType::Bool, false},
        {Setting::QuietUntil, "notifications/quiet-until", QMetaType::LongLong, qint64{0},
            SettingScope::Window},
        {Setting::QuietSkipped, "notifications/quiet-skipped", QMetaType::LongLong, qint64{0},
            SettingScope::Window},
        {Setting::TrayExplained, "window/tray-explained", QMetaType::Bool, false,
            SettingScope::Window},
        {Setting::InboxSplitter, "window/inbox-splitter", QMetaType::QByteArray, QByteArray{},
            SettingScope::Window},
        {Setting::LastConversation, "window/last-conversation", QMetaType::LongLong, qint64{0},
            SettingScope::Window},
        {Setting::ProgramVersion, "profile/program", QMetaType::QString, QString{},
            SettingScope::Window},
        personal({Setting::ProfileId, "profile/id", QMetaType::QString, QString{},
            SettingScope::Window}),
    };
    return rows;
}

const SettingRow& rowOf(Setting setting)
{
    return settingTable().at(size_t(setting));
}

bool fits(const SettingRow& row, const QVariant& value)
{
    // An INI file holds text: anything that does not read as the type is as good as absent.
    QVariant read{value};
    if (!read.isValid() || !read.convert(QMetaType{row.type})) {
        return false;
    }
    if (row.type == QMetaType::Int) {
        const int number{read.toInt()};
        return row.smallest == row.largest || (number >= row.smallest && number <= row.largest);
    }
    if (row.type == QMetaType::Bool) {
        // QVariant reads every word but "false" and "0" as true.
        const QString word{value.toString()};
        return value.userType() == QMetaType::Bool || word == QStringLiteral("true")
            || word == QStringLiteral("false");
    }
    if (row.type == QMetaType::QString) {
        const QString word{read.toString()};
        return (row.choices.isEmpty() || row.choices.contains(word))
            && (row.accepts == nullptr || row.accepts(word));
    }
    return true;
}

} // namespace Textdesk
