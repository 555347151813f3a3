// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps what reached it, and answers at once, later or never, as a test says.
#pragma once

#include "app/http/servermessage.h"

#include <optional>
#include <vector>

namespace Textdesk::Testing {

class ScriptedHandler final : public RequestHandler {
public:
    void handle(const RawRequest& request, AnswerFunction answer) override;

    // Given to every request from now on. Without one, each gets 200 and "ok <body size>".
    void answerWith(ServerAnswer answer) { m_answer = std::move(answer); }
    // Answers wait in held from now on.
    void hold() { m_holding = true; }
    // Runs inside handle(), before anything is answered.
    void during(std::function<void()> action) { m_during = std::move(action); }

    std::vector<RawRequest> requests;
    std::vector<AnswerFunction> held;

private:
    std::optional<ServerAnswer> m_answer;
    std::function<void()> m_during;
    bool m_holding{false};
};

} // namespace Textdesk::Testing
