// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Notifications of the desktop: org.freedesktop.Notifications, Desktop Notifications
// Specification 1.2, with KDE's inline reply.
#pragma once

#include "app/platform/desktopbuses.h"
#include "app/platform/notifier.h"

#include <QHash>
#include <QStringList>

#include <optional>

class QDBusMessage;

namespace Textdesk {

class BusNotifier final : public Notifier {
    Q_OBJECT
public:
    // who is the program's name for people; desktopFile names its desktop entry and its icon.
    BusNotifier(DesktopBuses buses, QString who, QString desktopFile, QObject* parent = nullptr);
    // Takes back what is still on the screen: nobody would answer its buttons.
    ~BusNotifier() override;

    void show(const DesktopNotice& notice) override;
    void withdraw(const QString& key) override;

private slots:
    void onClosed(uint id, uint reason);
    void onAction(uint id, const QString& action);
    void onReplied(uint id, const QString& text);
    void onToken(uint id, const QString& token);

private:
    struct Shown final {
        uint id{0};
        bool asking{false}; // its id is not known yet
        bool withdrawn{false};
        std::optional<DesktopNotice> next; // came while asking
    };
    void askCapabilities();
    void learn(const QStringList& capabilities);
    void post(const DesktopNotice& notice);
    void posted(const DesktopNotice& notice, uint id);
    void giveUp();
    [[nodiscard]] QDBusMessage messageFor(const DesktopNotice& notice, uint replaces) const;
    [[nodiscard]] QStringList actionsOf(const DesktopNotice& notice) const;
    [[nodiscard]] QString keyOf(uint id) const;
    void close(uint id);

    DesktopBuses m_buses;
    QString m_who;
    QString m_desktopFile;
    QHash<QString, Shown> m_shown;
    std::optional<QStringList> m_capabilities;
    bool m_asking{false};
    QList<DesktopNotice> m_waiting; // for the capabilities
};

} // namespace Textdesk
