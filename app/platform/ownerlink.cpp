// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/ownerlink.h"

#include "app/platform/ownerplace.h"

#include <QPointer>

namespace Textdesk {

OwnerLink::OwnerLink(QLocalSocket* socket, qsizetype largest, QObject* parent)
    : QObject{parent}
    , m_socket{socket}
    , m_reader{largest}
{
    constexpr qint64 readAtOnce{256 * 1024};
    m_socket->setParent(this);
    m_socket->setReadBufferSize(readAtOnce);
    connect(m_socket, &QLocalSocket::readyRead, this, &OwnerLink::read);
    connect(m_socket, &QLocalSocket::connected, this, [this] {
        if (isSamePerson(m_socket->socketDescriptor())) {
            emit opened();
        } else {
            abort(); // nothing of ours is told to somebody else
        }
    });
    connect(m_socket, &QLocalSocket::disconnected, this, [this] {
        const QPointer<OwnerLink> self{this};
        read(); // what came before the end
        if (self) {
            end(false);
        }
    });
    // Queued, because the socket says why before it knows that it is not connected.
    connect(
        m_socket, &QLocalSocket::errorOccurred, this,
        [this] {
            if (m_socket->state() == QLocalSocket::UnconnectedState) {
                end(false);
            }
        },
        Qt::QueuedConnection);
}

void OwnerLink::connectTo(const QString& name)
{
    m_socket->connectToServer(name);
}

bool OwnerLink::send(quint8 type, const QByteArray& payload)
{
    if (!isOpen()) {
        return false;
    }
    if (m_socket->bytesToWrite() > mostUnread) {
        abort();
        return false;
    }
    m_socket->write(frameBytes(type, payload));
    return true;
}

bool OwnerLink::flush()
{
    while (isOpen() && m_socket->bytesToWrite() > 0 && m_socket->flush()) { }
    return isOpen() && m_socket->bytesToWrite() == 0;
}

void OwnerLink::close()
{
    m_socket->disconnectFromServer();
}

void OwnerLink::abort()
{
    m_socket->abort();
    end(false);
}

bool OwnerLink::isOpen() const
{
    return !m_ended && m_socket->state() == QLocalSocket::ConnectedState;
}

void OwnerLink::read()
{
    const QPointer<OwnerLink> self{this};
    while (self && !m_ended && m_socket->bytesAvailable() > 0) {
        m_reader.feed(m_socket->readAll());
        for (auto frame = m_reader.next(); frame; frame = m_reader.next()) {
            emit received(frame->type, frame->payload);
            if (!self || m_ended) {
                return;
            }
        }
        if (m_reader.isBroken()) {
            m_socket->abort();
            end(true);
            return;
        }
    }
}

void OwnerLink::end(bool broken)
{
    if (!m_ended) {
        m_ended = true;
        emit closed(broken);
    }
}

} // namespace Textdesk
