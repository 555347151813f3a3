// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The practice service inside the program: started with the practice account, reached over real
// HTTP on loopback.
#pragma once

#include "app/engine/engine.h"
#include "app/practice/practiceservice.h"
#include "ui/desk/practicehost.h"

namespace Textdesk {

class PracticeRuntime final : public PracticeHost {
public:
    PracticeRuntime(Engine& engine, Clock& clock, HttpClient& http);

    // Starts the service if the profile has a practice account; before AccountList::load().
    void startForStoredAccount();

    [[nodiscard]] Result<NewAccount> start() override;
    void connectWebhooks() override;
    void topUp() override { m_service.topUp(); }
    [[nodiscard]] std::vector<PracticeTip> tips() const override;
    [[nodiscard]] PracticeService& service() { return m_service; }

private:
    Engine& m_engine;
    PracticeService m_service;
};

} // namespace Textdesk
