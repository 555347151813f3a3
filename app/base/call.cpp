// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/call.h"

namespace Textdesk {

CallBase::CallBase(QObject* service)
    : QObject{service}
{ }

void CallBase::cancel()
{
    if (m_settled) {
        return;
    }
    settleCancelled();
    if (m_stop) {
        const auto stop = std::move(m_stop);
        m_stop = nullptr;
        stop();
    }
}

void CallBase::onCancel(std::function<void()> stop)
{
    m_stop = std::move(stop);
}

bool CallBase::beginSettle()
{
    if (m_settled) {
        return false;
    }
    m_settled = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_stop = nullptr;
            const QPointer<CallBase> self{this};
            runCallbacks();
            if (self) {
                emit finished();
                deleteLater();
            }
        },
        Qt::QueuedConnection);
    return true;
}

} // namespace Textdesk
