// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One connection between the owner of a profile and a program that asks it for something: frames in
// both directions, never a wait.
#pragma once

#include "app/platform/frames.h"

#include <QLocalSocket>
#include <QObject>

namespace Textdesk {

class OwnerLink final : public QObject {
    Q_OBJECT
public:
    // What one side may have written without the other side reading it.
    static constexpr qint64 mostUnread{64 * 1024 * 1024};

    // Takes over a socket, connected or not. A frame that arrives may be as large as that.
    OwnerLink(QLocalSocket* socket, qsizetype largest, QObject* parent);

    void connectTo(const QString& name);
    // False: it is closed, or the other side reads nothing any more and is left.
    bool send(quint8 type, const QByteArray& payload = {});
    // Writes without waiting for the event loop; whether all of it is with the system now.
    bool flush();
    // After what was sent has gone.
    void close();
    // At once.
    void abort();
    [[nodiscard]] bool isOpen() const;

signals:
    void opened();
    void received(quint8 type, const QByteArray& payload);
    // Once. broken: what came was no frame.
    void closed(bool broken);

private:
    void read();
    void end(bool broken);

    QLocalSocket* m_socket;
    FrameReader m_reader;
    bool m_ended{false};
};

} // namespace Textdesk
