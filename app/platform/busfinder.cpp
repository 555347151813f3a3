// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/busfinder.h"

#include <QFileInfo>
#include <QLocalSocket>
#include <QUrl>

namespace Textdesk {

namespace {

constexpr std::chrono::seconds patience{1};

// D-Bus specification, "Server Addresses": transport, colon, key=value pairs, percent-encoded.
QString valueOf(const QString& address, const QString& key)
{
    const QString first{address.section(u';', 0, 0)};
    if (!first.startsWith(QStringLiteral("unix:"))) {
        return {};
    }
    const QStringList pairs{first.mid(5).split(u',')};
    for (const QString& pair : pairs) {
        if (pair.startsWith(key + u'=')) {
            return QUrl::fromPercentEncoding(pair.mid(key.size() + 1).toUtf8());
        }
    }
    return {};
}

QString systemAddress()
{
    const QString named{qEnvironmentVariable("DBUS_SYSTEM_BUS_ADDRESS")};
    const QString usual{QStringLiteral("/run/dbus/system_bus_socket")};
    return named.isEmpty() && QFileInfo::exists(usual) ? QStringLiteral("unix:path=") + usual
                                                       : named;
}

} // namespace

BusFinder::BusFinder(Clock& clock, QObject* parent)
    : QObject{parent}
    , m_clock{clock}
{ }

void BusFinder::look()
{
#ifdef Q_OS_LINUX
    m_open = 2;
    m_clock.after(patience, this, [this] {
        m_isLate = true;
        tell();
    });
    probe(qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"), true);
    probe(systemAddress(), false);
#endif
}

void BusFinder::probe(const QString& address, bool isSession)
{
    const QString path{valueOf(address, QStringLiteral("path"))};
    const QString abstractName{valueOf(address, QStringLiteral("abstract"))};
    if (path.isEmpty() && abstractName.isEmpty()) {
        answered(isSession, false);
        return;
    }
    auto* socket = new QLocalSocket{this};
    if (path.isEmpty()) {
        socket->setSocketOptions(QLocalSocket::AbstractNamespaceOption);
    }
    // "Authentication Protocol": a nul byte, and AUTH alone asks which mechanisms there are.
    connect(socket, &QLocalSocket::connected, socket, [socket] {
        socket->write(QByteArray{"\0AUTH\r\n", 7});
    });
    connect(socket, &QLocalSocket::readyRead, this, [this, socket, isSession] {
        socket->disconnect();
        socket->deleteLater();
        answered(isSession, true);
    });
    connect(socket, &QLocalSocket::errorOccurred, this, [this, socket, isSession] {
        socket->disconnect();
        socket->deleteLater();
        answered(isSession, false);
    });
    socket->connectToServer(path.isEmpty() ? abstractName : path);
}

void BusFinder::answered(bool isSession, bool alive)
{
    (isSession ? m_session : m_system) = alive;
    if (--m_open == 0 || m_isLate) {
        tell();
    }
}

void BusFinder::tell()
{
    if (m_told || (!m_session && !m_system)) {
        return;
    }
    m_told = true;
    DesktopBuses buses;
    if (m_session) {
        buses.session = QDBusConnection::sessionBus();
    }
    if (m_system) {
        buses.system = QDBusConnection::systemBus();
    }
    emit found(buses);
}

} // namespace Textdesk
