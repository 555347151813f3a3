// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the desktop asks for, light or dark: Qt 6.4 does not tell, the settings portal does
// (org.freedesktop.appearance color-scheme, XDG Desktop Portal, Settings interface version 1).
#pragma once

#include <QDBusVariant>
#include <QObject>

namespace Textdesk {

class SystemScheme final : public QObject {
    Q_OBJECT
public:
    // fallbackIsDark is used until the portal answers, and for good where there is none.
    explicit SystemScheme(bool fallbackIsDark, QObject* parent = nullptr);

    [[nodiscard]] bool isDark() const { return m_dark; }
    // Asks the portal and follows it; without a session bus nothing happens.
    void follow();

signals:
    void changed();

private slots:
    void onSettingChanged(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void take(const QVariant& value);
    bool m_fallbackIsDark;
    bool m_dark;
};

} // namespace Textdesk
