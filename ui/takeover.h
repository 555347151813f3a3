// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A profile that another process has: its window is brought to the front, or this start waits until
// the profile is free.
#pragma once

#include "app/base/clock.h"
#include "app/cli/handover.h"
#include "app/engine/engine.h"
#include "ui/shell/profileinuse.h"

#include <functional>
#include <memory>

namespace Textdesk {

struct TakeoverServices final {
    Clock& clock;
    const Theme& theme;
    QString folder; // of the profile
    QString activationToken; // that the desktop gave to this start
    // Error "in-use" while another process has the profile.
    std::function<Result<std::unique_ptr<Engine>>()> open;
};

class Takeover final : public QObject {
    Q_OBJECT
public:
    enum class End {
        Opened, // the profile is ours: takeEngine()
        ShownElsewhere, // the window that has it was asked to come to the front
        Failed, // free, but it cannot be opened: error()
        GivenUp // the person closed the waiting window
    };

    explicit Takeover(TakeoverServices services, QObject* parent = nullptr);
    ~Takeover() override;

    void start();
    [[nodiscard]] End end() const { return m_end; }
    [[nodiscard]] std::unique_ptr<Engine> takeEngine() { return std::move(m_engine); }
    [[nodiscard]] const Error& error() const { return m_error; }
    // Null until there is something to wait for.
    [[nodiscard]] ProfileInUse* screen() const { return m_screen.get(); }

signals:
    // Once.
    void decided();

private:
    void ask();
    void answered(const HandedOver& outcome);
    void tryToOpen();
    void tryIn(std::chrono::milliseconds wait);
    void show();
    void decide(End end);

    TakeoverServices m_services;
    End m_end{End::GivenUp};
    bool m_decided{false};
    Error m_error{ErrorKind::Storage, QStringLiteral("in-use")};
    int m_silent{0}; // times in a row that nobody answered
    std::unique_ptr<QObject> m_timer; // deleting it cancels the next try
    std::unique_ptr<HandOver> m_handOver;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<ProfileInUse> m_screen;
};

} // namespace Textdesk
