// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/desktop/fakenotifications.h"

#include <QDBusMessage>

#include <algorithm>

namespace Textdesk::Testing {

namespace {

const QString service{QStringLiteral("org.freedesktop.Notifications")};
const QString connectionName{QStringLiteral("fake-notifications")};

} // namespace

FakeNotifications::FakeNotifications(const QStringList& capabilities)
    // A connection of its own: the program sees another process.
    : m_bus{QDBusConnection::connectToBus(QDBusConnection::SessionBus, connectionName)}
    , m_capabilities{capabilities}
{
    if (!m_bus.registerObject(QStringLiteral("/org/freedesktop/Notifications"), this,
            QDBusConnection::ExportScriptableContents)
        || !m_bus.registerService(service)) {
        qWarning("the fake notification service cannot be registered");
    }
}

FakeNotifications::~FakeNotifications()
{
    m_bus.unregisterService(service);
    QDBusConnection::disconnectFromBus(connectionName);
}

uint FakeNotifications::Notify(const QString&, uint replaces, const QString&, const QString& title,
    const QString& body, const QStringList& actions, const QVariantMap& hints, int,
    const QDBusMessage& message)
{
    const uint id{replaces != 0 ? replaces : ++m_last};
    m_all.push_back({id, replaces, title, body, actions, hints});
    if (std::find(m_screen.begin(), m_screen.end(), id) == m_screen.end()) {
        m_screen.push_back(id);
    }
    if (m_holding) {
        message.setDelayedReply(true);
        m_held.push_back(message.createReply(id));
    }
    return id;
}

void FakeNotifications::release()
{
    m_holding = false;
    for (const QDBusMessage& answer : std::exchange(m_held, {})) {
        m_bus.send(answer);
    }
}

void FakeNotifications::CloseNotification(uint id)
{
    m_closed.push_back(id);
    std::erase(m_screen, id);
    emit NotificationClosed(id, 3);
}

QStringList FakeNotifications::onScreen() const
{
    QStringList lines;
    for (const uint id : m_screen) {
        const auto last = std::find_if(
            m_all.rbegin(), m_all.rend(), [id](const Shown& shown) { return shown.id == id; });
        lines.append(
            last->body.isEmpty() ? last->title : last->title + QStringLiteral(": ") + last->body);
    }
    return lines;
}

void FakeNotifications::press(uint id, const QString& action)
{
    emit ActivationToken(id, QStringLiteral("token-%1").arg(id));
    emit ActionInvoked(id, action);
    dismiss(id);
}

void FakeNotifications::reply(uint id, const QString& text)
{
    emit NotificationReplied(id, text);
    dismiss(id);
}

void FakeNotifications::dismiss(uint id)
{
    std::erase(m_screen, id);
    emit NotificationClosed(id, 2);
}

} // namespace Textdesk::Testing
