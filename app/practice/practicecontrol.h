// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The service's own pages under /practice/: its books, its switches, and people who write on
// request.
#pragma once

#include "app/practice/practicecarrier.h"
#include "app/practice/practicerequest.h"

namespace Textdesk {

class PracticeControl final {
public:
    PracticeControl(PracticeState& state, PracticeCarrier& carrier, PracticeWebhooks& webhooks);

    // GET ledger, GET webhooks, GET and POST variant, GET and POST script, POST reply, POST
    // webhook-urls.
    [[nodiscard]] ServerAnswer answer(const PracticeRequest& request, const QString& page);

private:
    [[nodiscard]] ServerAnswer read(const QString& page) const;
    [[nodiscard]] ServerAnswer change(const QString& page, const QJsonObject& body);
    [[nodiscard]] ServerAnswer changeScript(const QJsonObject& body);
    [[nodiscard]] ServerAnswer reply(const QJsonObject& body);
    [[nodiscard]] QJsonArray script() const;

    PracticeState& m_state;
    PracticeCarrier& m_carrier;
    PracticeWebhooks& m_webhooks;
};

} // namespace Textdesk
