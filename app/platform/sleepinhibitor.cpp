// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/sleepinhibitor.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <array>

namespace Textdesk {

namespace {

struct Service final {
    const char* name;
    const char* path;
    const char* interface;
};
// systemd's org.freedesktop.login1(5): the lock lives as long as the file descriptor.
constexpr Service logind{
    "org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager"};
// Power Management specification 0.2, and the idle inhibition that KDE and others share: a cookie.
constexpr std::array<Service, 2> sessionServices{{
    {"org.freedesktop.PowerManagement", "/org/freedesktop/PowerManagement/Inhibit",
        "org.freedesktop.PowerManagement.Inhibit"},
    {"org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"},
}};

QDBusMessage callOf(const Service& service, const char* method)
{
    return QDBusMessage::createMethodCall(QLatin1String{service.name}, QLatin1String{service.path},
        QLatin1String{service.interface}, QLatin1String{method});
}

} // namespace

SleepInhibitor::SleepInhibitor(DesktopBuses buses, QString who, QObject* parent)
    : QObject{parent}
    , m_buses{std::move(buses)}
    , m_who{std::move(who)}
{ }

SleepInhibitor::~SleepInhibitor()
{
    m_wanted = false;
    if (m_cookieWay >= 0) {
        giveBack(m_cookieWay, m_cookie);
    }
}

void SleepInhibitor::hold(const QString& why)
{
    if (m_wanted) {
        return;
    }
    m_wanted = true;
    m_why = why;
    ++m_round;
    askLogind();
}

void SleepInhibitor::release()
{
    if (!m_wanted) {
        return;
    }
    m_wanted = false;
    const bool wasHeld{isHeld()};
    m_lock = QDBusUnixFileDescriptor{};
    if (m_cookieWay >= 0) {
        giveBack(m_cookieWay, m_cookie);
        m_cookieWay = -1;
    }
    if (wasHeld) {
        emit changed();
    }
}

void SleepInhibitor::askLogind()
{
    if (!m_buses.system.isConnected()) {
        askSession(0);
        return;
    }
    QDBusMessage call{callOf(logind, "Inhibit")};
    // "block" and not "delay": a delay is over after seconds. A closed lid still wins over it.
    call << QStringLiteral("sleep") << m_who << m_why << QStringLiteral("block");
    auto* watcher = new QDBusPendingCallWatcher{m_buses.system.asyncCall(call), this};
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, round = m_round] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusUnixFileDescriptor> reply{*watcher};
        if (!m_wanted || round != m_round) {
            return; // the descriptor closes with the reply
        }
        if (reply.isError() || !reply.value().isValid()) {
            askSession(0);
            return;
        }
        m_lock = reply.value();
        emit changed();
    });
}

void SleepInhibitor::askSession(int way)
{
    if (!m_buses.session.isConnected() || way >= int(sessionServices.size())) {
        return;
    }
    QDBusMessage call{callOf(sessionServices.at(size_t(way)), "Inhibit")};
    call << m_who << m_why;
    auto* watcher = new QDBusPendingCallWatcher{m_buses.session.asyncCall(call), this};
    connect(
        watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, way, round = m_round] {
            watcher->deleteLater();
            const QDBusPendingReply<uint> reply{*watcher};
            const bool isStale{!m_wanted || round != m_round};
            if (reply.isError()) {
                if (!isStale) {
                    askSession(way + 1);
                }
            } else if (isStale) {
                giveBack(way, reply.value());
            } else {
                m_cookieWay = way;
                m_cookie = reply.value();
                emit changed();
            }
        });
}

void SleepInhibitor::giveBack(int way, uint cookie)
{
    QDBusMessage call{callOf(sessionServices.at(size_t(way)), "UnInhibit")};
    call << cookie;
    m_buses.session.send(call);
}

} // namespace Textdesk
