// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The service that a desktop's panel registers: applications tell it of their icons.
#pragma once

#include <QMutex>
#include <QObject>
#include <QStringList>

namespace Textdesk::Testing {

// Status Notifier Item specification, "StatusNotifierWatcher". Lives in a thread of its own: Qt
// waits for its answer, so it cannot answer from the thread that asks.
class TrayWatcher final : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.kde.StatusNotifierWatcher")
    Q_PROPERTY(bool IsStatusNotifierHostRegistered READ hasHost)
    Q_PROPERTY(int ProtocolVersion READ version)
    Q_PROPERTY(QStringList RegisteredStatusNotifierItems READ items)
public:
    [[nodiscard]] bool hasHost() const { return true; }
    [[nodiscard]] int version() const { return 0; }
    [[nodiscard]] QStringList items() const
    {
        const QMutexLocker lock{&m_mutex};
        return m_items;
    }

public slots:
    Q_SCRIPTABLE void RegisterStatusNotifierItem(const QString& service)
    {
        {
            const QMutexLocker lock{&m_mutex};
            m_items.append(service);
        }
        emit StatusNotifierItemRegistered(service);
    }

signals:
    Q_SCRIPTABLE void StatusNotifierItemRegistered(const QString& service);
    Q_SCRIPTABLE void StatusNotifierHostRegistered();

private:
    mutable QMutex m_mutex;
    QStringList m_items;
};

} // namespace Textdesk::Testing
