// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The desktop's notification service, on the test's own bus: remembers what it was told to show
// and presses the buttons.
#pragma once

#include <QDBusConnection>
#include <QObject>
#include <QStringList>
#include <QVariantMap>

#include <vector>

namespace Textdesk::Testing {

class FakeNotifications final : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    struct Shown final {
        uint id{0};
        uint replaces{0};
        QString title;
        QString body;
        QStringList actions; // name, label, name, label ...
        QVariantMap hints;
    };
    explicit FakeNotifications(const QStringList& capabilities);
    ~FakeNotifications() override;

    [[nodiscard]] const std::vector<Shown>& all() const { return m_all; }
    // Those on the screen now, oldest first.
    [[nodiscard]] QStringList onScreen() const;
    [[nodiscard]] const std::vector<uint>& closed() const { return m_closed; }
    void press(uint id, const QString& action);
    void reply(uint id, const QString& text);
    void dismiss(uint id);
    // Goes from the screen into the desktop's list of earlier ones.
    void expire(uint id) { emit NotificationClosed(id, 1); }
    // Keeps the next answers to Notify until release(): a slow desktop.
    void holdAnswers() { m_holding = true; }
    void release();

public slots:
    Q_SCRIPTABLE QStringList GetCapabilities() { return m_capabilities; }
    Q_SCRIPTABLE uint Notify(const QString& program, uint replaces, const QString& icon,
        const QString& title, const QString& body, const QStringList& actions,
        const QVariantMap& hints, int expire, const QDBusMessage& message);
    Q_SCRIPTABLE void CloseNotification(uint id);

signals:
    Q_SCRIPTABLE void NotificationClosed(uint id, uint reason);
    Q_SCRIPTABLE void ActionInvoked(uint id, const QString& action);
    Q_SCRIPTABLE void NotificationReplied(uint id, const QString& text);
    Q_SCRIPTABLE void ActivationToken(uint id, const QString& token);

private:
    QDBusConnection m_bus;
    QStringList m_capabilities;
    std::vector<Shown> m_all;
    std::vector<uint> m_screen;
    std::vector<uint> m_closed;
    std::vector<QDBusMessage> m_held;
    bool m_holding{false};
    uint m_last{0};
};

} // namespace Textdesk::Testing
