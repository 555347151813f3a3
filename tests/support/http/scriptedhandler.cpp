// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/http/scriptedhandler.h"

namespace Textdesk::Testing {

void ScriptedHandler::handle(const RawRequest& request, AnswerFunction answer)
{
    requests.push_back(request);
    if (m_during) {
        m_during();
    }
    if (m_holding) {
        held.push_back(std::move(answer));
        return;
    }
    ServerAnswer plain;
    plain.body = "ok " + QByteArray::number(request.body.size());
    answer(m_answer.value_or(plain));
}

} // namespace Textdesk::Testing
