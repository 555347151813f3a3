// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The owner of a profile lets the other programs of the same person in: their verbs run here, so
// that the profile has one writer and an open window shows what they do.
#pragma once

#include "app/cli/guestverb.h"
#include "app/platform/ownerserver.h"

#include <QHash>
#include <QSet>

#include <functional>
#include <vector>

namespace Textdesk {

// What guests are told about the owner, and what it takes in.
struct HostManners final {
    QString program; // "textdesk", "textdesk-cli"
    QString secretsKind; // as --secrets names it
    bool hasWindow{false};
    // Whether the owner itself stays; one that ends soon takes no verb that lasts.
    bool stays{false};
};

class VerbHost final : public QObject {
    Q_OBJECT
public:
    // Everything outlives the host. Guests who come before ready() wait for it.
    VerbHost(
        Engine& engine, const EngineServices& services, HostManners manners, QObject* parent = {});
    // Guests whose verb still runs see the connection end.
    ~VerbHost() override;

    // Errors: those of OwnerServer::listen(). The owner works without guests then.
    [[nodiscard]] Result<Done> open();
    // The accounts were read, or could not be.
    void ready(const Result<Done>& accounts);
    // Takes nobody in any more; verbs that go on until they are stopped end.
    void close();
    // Guests are told to stop, as if by Ctrl+C.
    void stopGuests();
    // Nobody is here, and everything that was said has been taken.
    [[nodiscard]] bool isEmpty() const;

signals:
    // isEmpty() is true now.
    void empty();
    // Another start of the program asks for the window.
    void raiseAsked(const QString& activationToken);

private:
    void welcome(OwnerLink& link);
    void hear(OwnerLink& link, quint8 type, const QByteArray& payload);
    void take(OwnerLink& link, const QByteArray& payload);
    void takeVerb(OwnerLink& link, OwnerRequest request);
    void begin(OwnerLink& link);
    void refuse(OwnerLink& link, OwnerRefusal why, const QString& detail = {});
    void leave(const OwnerLink* link);

    Engine& m_engine;
    EngineServices m_services;
    HostManners m_manners;
    OwnerServer m_server;
    QHash<const OwnerLink*, GuestVerb*> m_guests; // children of this
    std::vector<QPointer<OwnerLink>> m_waiting; // for ready()
    QSet<const OwnerLink*> m_heard; // sent their request
    bool m_ready{false};
    QString m_broken; // why the accounts could not be read
};

// Whether this verb may go on for longer than a person would wait for another one.
[[nodiscard]] bool mayLast(const ParsedCall& call);

} // namespace Textdesk
