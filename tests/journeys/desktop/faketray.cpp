// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/journeys/desktop/faketray.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QTest>

namespace Textdesk::Testing {

namespace {

const QString connectionName{QStringLiteral("fake-tray")};
const QString itemPath{QStringLiteral("/StatusNotifierItem")};
const QString itemInterface{QStringLiteral("org.kde.StatusNotifierItem")};

} // namespace

FakeTray::FakeTray()
    : m_bus{QDBusConnection::connectToBus(QDBusConnection::SessionBus, connectionName)}
{
    if (!m_bus.registerObject(QStringLiteral("/StatusNotifierWatcher"), &m_watcher,
            QDBusConnection::ExportScriptableContents | QDBusConnection::ExportAllProperties)
        || !m_bus.registerService(QStringLiteral("org.kde.StatusNotifierWatcher"))) {
        qWarning("the fake tray cannot be registered");
    }
    m_watcher.moveToThread(&m_thread);
    m_thread.start();
}

FakeTray::~FakeTray()
{
    QDBusConnection::disconnectFromBus(connectionName);
    // An object dies where it lives.
    QThread* const here{QThread::currentThread()};
    QMetaObject::invokeMethod(
        &m_watcher, [this, here] { m_watcher.moveToThread(here); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

QString FakeTray::toolTip()
{
    const QStringList items{m_watcher.items()};
    if (items.isEmpty()) {
        return {};
    }
    QDBusMessage call{QDBusMessage::createMethodCall(items.last(), itemPath,
        QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"))};
    call << itemInterface << QStringLiteral("ToolTip");
    const QDBusPendingReply<QDBusVariant> reply{m_bus.asyncCall(call)};
    if (!QTest::qWaitFor([&reply] { return reply.isFinished(); }, 10'000) || reply.isError()) {
        return {};
    }
    // (icon name, pictures, title, body)
    const auto tip = reply.value().variant().value<QDBusArgument>();
    QString icon;
    QString title;
    tip.beginStructure();
    tip >> icon;
    tip.beginArray();
    while (!tip.atEnd()) {
        int width{0};
        int height{0};
        QByteArray pixels;
        tip.beginStructure();
        tip >> width >> height >> pixels;
        tip.endStructure();
    }
    tip.endArray();
    QString body;
    tip >> title >> body;
    tip.endStructure();
    return title;
}

void FakeTray::activate()
{
    QDBusMessage call{QDBusMessage::createMethodCall(
        m_watcher.items().last(), itemPath, itemInterface, QStringLiteral("Activate"))};
    call << 0 << 0;
    m_bus.asyncCall(call);
}

} // namespace Textdesk::Testing
