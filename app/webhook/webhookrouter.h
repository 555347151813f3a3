// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the path of a webhook: /hook/<key>/<purpose>.
#pragma once

#include "app/webhook/webhooksink.h"

namespace Textdesk {

class WebhookRouter final : public RequestHandler {
public:
    explicit WebhookRouter(WebhookSink& sink);
    // 404 for any other path, 405 for anything but POST; the sink answers the rest.
    void handle(const RawRequest& request, AnswerFunction answer) override;

private:
    WebhookSink& m_sink;
};

// The path of an account's address, e.g. "/hook/abc/replies".
[[nodiscard]] QString webhookPath(const QString& key, const QString& purpose);

} // namespace Textdesk
