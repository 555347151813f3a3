// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A real HTTP listener that takes the practice service's webhooks and answers them by script.
#pragma once

#include "app/base/clock.h"
#include "app/http/httpserver.h"

#include <QMap>
#include <QUrl>

#include <deque>
#include <vector>

namespace Textdesk::Testing {

class WebhookCatcher final : public RequestHandler {
public:
    WebhookCatcher();
    void handle(const RawRequest& request, AnswerFunction answer) override;

    [[nodiscard]] QUrl url(const QString& path) const;
    [[nodiscard]] int count() const { return int(m_raw.size()); }
    [[nodiscard]] const RawRequest& raw(int i) const { return m_raw.at(size_t(i)); }
    // Parameters of the i-th request, from query and form body.
    [[nodiscard]] QMap<QString, QString> fields(int i) const;
    // Those whose path ends so, in the order of their arrival.
    [[nodiscard]] std::vector<QMap<QString, QString>> fieldsOf(const QString& pathEnd) const;
    // Statuses of the next answers; 200 when used up. 0 cuts the connection.
    void script(std::deque<int> statuses) { m_statuses = std::move(statuses); }
    // Answers nothing until release().
    void hold() { m_holding = true; }
    void release();

private:
    SystemClock m_clock;
    std::vector<RawRequest> m_raw;
    std::deque<int> m_statuses;
    std::vector<AnswerFunction> m_held;
    bool m_holding{false};
    HttpServer m_server;
};

} // namespace Textdesk::Testing
