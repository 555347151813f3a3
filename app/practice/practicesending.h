// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The creating endpoints: sms/send, sms/send-bulk, sms/send-url-parameters (zoomconnect.md 3), and
// what the magic numbers make of their answers.
#pragma once

#include "app/practice/practicecarrier.h"
#include "app/practice/practicedraft.h"
#include "app/practice/practicerequest.h"

#include <QJsonObject>

namespace Textdesk {

class PracticeSending final {
public:
    PracticeSending(PracticeState& state, PracticeCarrier& carrier);

    void send(const PracticeRequest& request, AnswerFunction answer);
    void sendBulk(const PracticeRequest& request, AnswerFunction answer);
    void sendParameters(const PracticeRequest& request, AnswerFunction answer);

private:
    struct Recorded; // an id, or the text of a refusal

    [[nodiscard]] std::optional<ServerAnswer> refusalOf(PracticeBehaviour behaviour) const;
    [[nodiscard]] Recorded record(const PracticeDraft& draft, std::chrono::milliseconds slot);
    void single(const Result<PracticeDraft>& draft, const AnswerFunction& answer,
        const std::function<ServerAnswer(const Recorded&)>& write);
    [[nodiscard]] bool isEarly(PracticeBehaviour behaviour, const QString& id) const;
    void finish(PracticeBehaviour behaviour, const QString& id, ServerAnswer good,
        const AnswerFunction& answer);
    [[nodiscard]] QJsonObject entry(const Recorded& recorded) const;
    void answerBulk(const std::vector<Result<PracticeDraft>>& drafts, double perMinute,
        const AnswerFunction& answer);

    PracticeState& m_state;
    PracticeCarrier& m_carrier;
};

} // namespace Textdesk
