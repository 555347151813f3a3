// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One running operation that settles exactly once, from the event loop, with a Result.
#pragma once

#include "app/base/result.h"

#include <QMutex>
#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <vector>

namespace Textdesk {

// The part of a Call that does not depend on its result type (QObject forbids templates with
// signals).
class CallBase : public QObject {
    Q_OBJECT
public:
    // The call is a child of the service that made it and dies with it, silently.
    explicit CallBase(QObject* service);

    [[nodiscard]] bool isSettled() const { return m_settled; }
    // Settles with Cancelled unless already settled, and tells the worker to stop.
    void cancel();
    // Run once if cancel() comes before the result, e.g. to abort a network reply.
    void onCancel(std::function<void()> stop);

signals:
    // After the callbacks ran; the call deletes itself when control returns to the event loop.
    void finished();

protected:
    virtual void settleCancelled() = 0;
    virtual void runCallbacks() = 0;
    // Marks as settled and queues delivery; false if it already was.
    bool beginSettle();

private:
    bool m_settled{false};
    std::function<void()> m_stop;
};

template <typename T> class Call final : public CallBase {
public:
    explicit Call(QObject* service)
        : CallBase{service}
        , m_anchor{std::make_shared<Anchor>()}
    {
        m_anchor->call = this;
    }
    ~Call() override
    {
        const QMutexLocker lock{&m_anchor->mutex};
        m_anchor->call = nullptr;
    }

    // fn(const Result<T>&) runs from the event loop, unless context died before.
    template <typename F> Call& then(QObject* context, F fn)
    {
        m_callbacks.push_back({QPointer<QObject>{context}, std::move(fn)});
        return *this;
    }

    // From the call's own thread. Later settles are ignored: the first one wins.
    void settle(Result<T> result)
    {
        if (beginSettle()) {
            m_result = std::make_unique<Result<T>>(std::move(result));
        }
    }

    // A handle that settles this call from any thread, also after the call died.
    [[nodiscard]] std::function<void(Result<T>)> settler() const
    {
        return [anchor = m_anchor](Result<T> result) {
            const QMutexLocker lock{&anchor->mutex};
            if (Call * call{anchor->call}) {
                QMetaObject::invokeMethod(
                    call, [call, moved = std::move(result)] { call->settle(moved); },
                    Qt::QueuedConnection);
            }
        };
    }

protected:
    void settleCancelled() override { settle(fail(ErrorKind::Cancelled)); }
    void runCallbacks() override
    {
        // On the stack, because a callback may delete the service and so this call.
        const std::vector<Callback> callbacks{std::move(m_callbacks)};
        const std::unique_ptr<Result<T>> result{std::move(m_result)};
        for (const Callback& callback : callbacks) {
            if (callback.context) {
                callback.run(*result);
            }
        }
    }

private:
    struct Anchor {
        QMutex mutex;
        Call* call{nullptr};
    };
    struct Callback {
        QPointer<QObject> context;
        std::function<void(const Result<T>&)> run;
    };
    std::shared_ptr<Anchor> m_anchor;
    std::vector<Callback> m_callbacks;
    std::unique_ptr<Result<T>> m_result;
};

// A call that is already decided; still delivered from the event loop, so callers see one
// behaviour.
template <typename T> [[nodiscard]] Call<T>* settledCall(QObject* service, Result<T> result)
{
    auto* call = new Call<T>{service};
    call->settle(std::move(result));
    return call;
}

} // namespace Textdesk
