// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The way of one answer back to its connection: from any thread, once, and also when nobody is
// left.
#pragma once

#include "app/http/servermessage.h"

#include <QMutex>

#include <memory>

namespace Textdesk {

class ServerConnection;

// Shared by a connection and the answers that it waits for; emptied when the connection dies.
struct ConnectionAnchor final {
    QMutex mutex;
    ServerConnection* connection{nullptr};
};

// A function that is dropped unused answers 500, so that a handler's mistake does not hold the
// client.
[[nodiscard]] AnswerFunction answerFunction(
    std::shared_ptr<ConnectionAnchor> anchor, quint64 requestNumber);

} // namespace Textdesk
