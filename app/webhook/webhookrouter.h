// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the path of a webhook: /hook/<key>/<purpose>.
#pragma once

#include "app/webhook/webhooksink.h"

#include <functional>

namespace Textdesk {

class WebhookRouter final : public RequestHandler {
public:
    // On the caller's thread; reason is "unknown-path" or "not-post".
    using RefusedFunction = std::function<void(int status, const QString& reason)>;

    explicit WebhookRouter(WebhookSink& sink, RefusedFunction refused = {});
    // 404 for any other path, 405 for anything but POST; the sink answers the rest.
    void handle(const RawRequest& request, AnswerFunction answer) override;

private:
    void refuse(int status, const QString& reason) const;

    WebhookSink& m_sink;
    RefusedFunction m_refused;
};

// The path of an account's address, e.g. "/hook/abc/replies".
[[nodiscard]] QString webhookPath(const QString& key, const QString& purpose);

} // namespace Textdesk
