// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The settings of a profile: one table of keys with type and default, kept in a small file beside
// the database.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QVariant>

#include <memory>

QT_BEGIN_NAMESPACE
class QSettings;
QT_END_NAMESPACE

namespace Textdesk {

// Every setting there is. Never a secret: those are the keychain's.
enum class Setting {
    Theme, // QString: "system", "light", "dark"
    WindowGeometry, // QByteArray as QWidget::saveGeometry() gives it
    ListenerPort, // int: where webhooks come in; 0 = any free port
    ListenerAddress, // QString: an IP address; 127.0.0.1 = this computer only
    UndoMs, // int: how long a text of the window waits here so that it can be taken back
    DefaultRegion, // QString: where numbers without a country code are from; "" = as the computer
    ProxyMode, // QString: "system", "none", "manual"
    ProxyHost, // QString
    ProxyPort, // int
    ProxyUser, // QString; the password is among the secrets
    ExtraCaFile, // QString: a PEM file of authorities to trust beside the system's
    LogDetail, // QString: "usual", "everything"
    Notifications, // bool: tell of new texts while the window is not looked at
    HideContent, // bool: neither notifications nor the list show what was written
    QuietHours, // bool: do-not-disturb turns itself on and off
    QuietFrom, // QString: "18:00", local time
    QuietTo, // QString: "07:00"; not later than QuietFrom: of the next day
    QuietDays, // QString: "12345", the days on which they begin; 1 = Monday
    KeepInTray, // bool: closing the window leaves the program in the tray
    QuietUntil, // qint64: ms since 1970 UTC; 0 = notifications are shown, -1 = without end
    QuietSkipped, // qint64: ms since 1970 UTC; until then quiet hours were called off
    TrayExplained, // bool: the person was told once where the program went
    InboxSplitter, // QByteArray as QSplitter::saveState() gives it
    LastConversation, // qint64: id; 0 = none
    ProgramVersion, // QString: of the program that opened the profile last
    ProfileId // QString: random, told to nobody; "" until it is first needed
};

class Settings final : public QObject {
    Q_OBJECT
public:
    // Reads <folder>/settings.ini; a missing or unreadable file means defaults. Readable by the
    // owner only.
    explicit Settings(const QString& profileFolder, QObject* parent = nullptr);
    ~Settings() override;

    // The stored value if it has the setting's type and is possible, else the default.
    [[nodiscard]] QVariant value(Setting setting) const;
    [[nodiscard]] QString text(Setting setting) const { return value(setting).toString(); }
    [[nodiscard]] int number(Setting setting) const { return value(setting).toInt(); }
    [[nodiscard]] bool flag(Setting setting) const { return value(setting).toBool(); }
    [[nodiscard]] bool isDefault(Setting setting) const;
    // value must be possible: see fits() in settingtable.h.
    void set(Setting setting, const QVariant& value);
    // Back to the default.
    void reset(Setting setting);
    // Keys of settings.ini whose value is not possible: the default holds instead.
    [[nodiscard]] QStringList unusable() const;

signals:
    void changed(Textdesk::Setting setting);

private:
    QString m_file;
    std::unique_ptr<QSettings> m_store;
};

// Tells the keychain's entries of one profile from those of another; made at the first call.
[[nodiscard]] QString profileId(const QString& profileFolder);

} // namespace Textdesk
