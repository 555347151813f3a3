// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/ownerserver.h"

#include "app/platform/ownerlink.h"
#include "app/platform/ownerplace.h"

namespace Textdesk {

OwnerServer::OwnerServer(QObject* parent)
    : QObject{parent}
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.setMaxPendingConnections(mostLinks);
    connect(&m_server, &QLocalServer::newConnection, this, &OwnerServer::takeIn);
}

Result<Done> OwnerServer::listen(const QString& profileFolder)
{
    const QString name{ownerSocketName(profileFolder)};
    if (!name.isEmpty()) {
        QLocalServer::removeServer(name);
        if (m_server.listen(name)) {
            return Done{};
        }
    }
    return fail(ErrorKind::Storage, QStringLiteral("no-owner-socket"));
}

void OwnerServer::close()
{
    m_server.close();
}

void OwnerServer::takeIn()
{
    while (QLocalSocket * socket{m_server.nextPendingConnection()}) {
        if (m_links >= mostLinks || !isSamePerson(socket->socketDescriptor())) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        auto* link = new OwnerLink{socket, largestRequest, this};
        ++m_links;
        connect(link, &OwnerLink::closed, this, [this, link] {
            --m_links;
            link->deleteLater();
        });
        emit connected(link);
    }
}

} // namespace Textdesk
