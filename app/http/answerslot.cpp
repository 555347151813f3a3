// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/answerslot.h"

#include "app/http/serverconnection.h"

#include <atomic>

namespace Textdesk {

namespace {

class AnswerSlot final {
public:
    AnswerSlot(std::shared_ptr<ConnectionAnchor> anchor, quint64 requestNumber)
        : m_anchor{std::move(anchor)}
        , m_requestNumber{requestNumber}
    { }
    AnswerSlot(const AnswerSlot&) = delete;
    AnswerSlot& operator=(const AnswerSlot&) = delete;
    ~AnswerSlot()
    {
        ServerAnswer dropped;
        dropped.status = 500;
        deliver(std::move(dropped));
    }

    void deliver(ServerAnswer answer)
    {
        if (m_used.exchange(true)) {
            return;
        }
        const QMutexLocker lock{&m_anchor->mutex};
        if (ServerConnection * connection{m_anchor->connection}) {
            QMetaObject::invokeMethod(
                connection,
                [connection, number = m_requestNumber, moved = std::move(answer)] {
                    connection->answerRequest(number, moved);
                },
                Qt::QueuedConnection);
        }
    }

private:
    std::shared_ptr<ConnectionAnchor> m_anchor;
    quint64 m_requestNumber;
    std::atomic_bool m_used{false};
};

} // namespace

AnswerFunction answerFunction(std::shared_ptr<ConnectionAnchor> anchor, quint64 requestNumber)
{
    return [slot = std::make_shared<AnswerSlot>(std::move(anchor), requestNumber)](
               ServerAnswer answer) { slot->deliver(std::move(answer)); };
}

} // namespace Textdesk
