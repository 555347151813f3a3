// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/busnotifier.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>

namespace Textdesk {

namespace {

const QString service{QStringLiteral("org.freedesktop.Notifications")};
const QString path{QStringLiteral("/org/freedesktop/Notifications")};
constexpr uint expired{1}; // the specification's reason of NotificationClosed
constexpr int answerWithinMs{5000}; // a service that hangs must not keep news from a person

QDBusMessage callOf(const char* method)
{
    return QDBusMessage::createMethodCall(service, path, service, QLatin1String{method});
}

} // namespace

BusNotifier::BusNotifier(DesktopBuses buses, QString who, QString desktopFile, QObject* parent)
    : Notifier{parent}
    , m_buses{std::move(buses)}
    , m_who{std::move(who)}
    , m_desktopFile{std::move(desktopFile)}
{
    QDBusConnection& bus{m_buses.session};
    if (!bus.isConnected()) {
        return;
    }
    const auto listen = [this, &bus](const char* signal, const char* slot) {
        bus.connect(service, path, service, QLatin1String{signal}, this, slot);
    };
    listen("NotificationClosed", SLOT(onClosed(uint, uint)));
    listen("ActionInvoked", SLOT(onAction(uint, QString)));
    listen("NotificationReplied", SLOT(onReplied(uint, QString)));
    listen("ActivationToken", SLOT(onToken(uint, QString)));
    auto* watcher =
        new QDBusServiceWatcher{service, bus, QDBusServiceWatcher::WatchForOwnerChange, this};
    connect(watcher, &QDBusServiceWatcher::serviceOwnerChanged, this, [this] {
        // Another service knows neither our numbers nor has it the same abilities.
        m_capabilities.reset();
        m_shown.clear();
    });
}

BusNotifier::~BusNotifier()
{
    for (const Shown& shown : std::as_const(m_shown)) {
        if (shown.id != 0) {
            close(shown.id);
        }
    }
}

void BusNotifier::show(const DesktopNotice& notice)
{
    if (!m_buses.session.isConnected()) {
        emit notShown(notice);
    } else if (m_capabilities) {
        post(notice);
    } else {
        m_waiting.append(notice);
        askCapabilities();
    }
}

void BusNotifier::withdraw(const QString& key)
{
    m_waiting.removeIf([&key](const DesktopNotice& notice) { return notice.key == key; });
    const auto shown = m_shown.find(key);
    if (shown == m_shown.end()) {
        return;
    }
    if (shown->asking) {
        shown->withdrawn = true;
        shown->next.reset();
        return;
    }
    close(shown->id);
    m_shown.erase(shown);
}

void BusNotifier::askCapabilities()
{
    if (m_asking) {
        return;
    }
    m_asking = true;
    auto* watcher = new QDBusPendingCallWatcher{
        m_buses.session.asyncCall(callOf("GetCapabilities"), answerWithinMs), this};
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        m_asking = false;
        const QDBusPendingReply<QStringList> reply{*watcher};
        reply.isError() ? giveUp() : learn(reply.value());
    });
}

void BusNotifier::learn(const QStringList& capabilities)
{
    m_capabilities = capabilities;
    for (const DesktopNotice& notice : std::exchange(m_waiting, {})) {
        post(notice);
    }
}

void BusNotifier::giveUp()
{
    for (const DesktopNotice& notice : std::exchange(m_waiting, {})) {
        emit notShown(notice);
    }
}

QStringList BusNotifier::actionsOf(const DesktopNotice& notice) const
{
    if (!m_capabilities->contains(QStringLiteral("actions"))) {
        return {};
    }
    // "default" is what a click on the notification itself does.
    QStringList actions{QStringLiteral("default"), notice.open};
    if (!notice.reply.isEmpty()) {
        const bool inlined{m_capabilities->contains(QStringLiteral("inline-reply"))};
        actions << (inlined ? QStringLiteral("inline-reply") : QStringLiteral("reply"))
                << notice.reply;
    }
    return actions;
}

QDBusMessage BusNotifier::messageFor(const DesktopNotice& notice, uint replaces) const
{
    QVariantMap hints{{QStringLiteral("desktop-entry"), m_desktopFile},
        {QStringLiteral("category"), QStringLiteral("im.received")}};
    if (!notice.replyHint.isEmpty()) {
        hints.insert(QStringLiteral("x-kde-reply-placeholder-text"), notice.replyHint);
    }
    // A service that reads markup would turn a text's own "<b>" into bold, or "<a>" into a link.
    const bool readsMarkup{m_capabilities->contains(QStringLiteral("body-markup"))};
    QDBusMessage call{callOf("Notify")};
    call << m_who << replaces << m_desktopFile << notice.title
         << (readsMarkup ? notice.body.toHtmlEscaped() : notice.body) << actionsOf(notice) << hints
         << -1;
    return call;
}

void BusNotifier::post(const DesktopNotice& notice)
{
    Shown& shown{m_shown[notice.key]};
    if (shown.asking) {
        shown.withdrawn = false;
        shown.next = notice;
        return;
    }
    shown.asking = true;
    auto* watcher = new QDBusPendingCallWatcher{
        m_buses.session.asyncCall(messageFor(notice, shown.id), answerWithinMs), this};
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, notice] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply{*watcher};
        if (reply.isError()) {
            m_shown.remove(notice.key);
            emit notShown(notice);
            return;
        }
        posted(notice, reply.value());
    });
}

void BusNotifier::posted(const DesktopNotice& notice, uint id)
{
    const auto shown = m_shown.find(notice.key);
    if (shown == m_shown.end()) {
        return; // the service was replaced meanwhile
    }
    shown->asking = false;
    shown->id = id;
    if (shown->withdrawn) {
        close(id);
        m_shown.erase(shown);
    } else if (const auto next = std::exchange(shown->next, {})) {
        post(*next);
    }
}

void BusNotifier::close(uint id)
{
    QDBusMessage call{callOf("CloseNotification")};
    call << id;
    m_buses.session.send(call);
}

QString BusNotifier::keyOf(uint id) const
{
    for (auto shown = m_shown.cbegin(); shown != m_shown.cend(); ++shown) {
        if (shown->id == id && id != 0) {
            return shown.key();
        }
    }
    return {};
}

void BusNotifier::onClosed(uint id, uint reason)
{
    const QString key{keyOf(id)};
    // An expired one waits in the desktop's list and is still ours to take back when it was read.
    if (key.isEmpty() || reason == expired) {
        return;
    }
    Shown& shown{m_shown[key]};
    shown.id = 0; // a notice on its way gets a new number
    if (!shown.asking) {
        m_shown.remove(key);
    }
}

void BusNotifier::onAction(uint id, const QString& action)
{
    const QString key{keyOf(id)};
    if (key.isEmpty()) {
        return; // another program's
    }
    if (action == QStringLiteral("reply") || action == QStringLiteral("inline-reply")) {
        emit replyWanted(key);
    } else {
        emit openWanted(key);
    }
}

void BusNotifier::onReplied(uint id, const QString& text)
{
    const QString key{keyOf(id)};
    if (!key.isEmpty()) {
        emit replied(key, text);
    }
}

void BusNotifier::onToken(uint id, const QString& token)
{
    if (!keyOf(id).isEmpty()) {
        emit activationToken(token);
    }
}

} // namespace Textdesk
