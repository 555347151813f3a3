// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where a routed webhook goes; the listener knows no provider and no account by name.
#pragma once

#include "app/http/servermessage.h"

#include <QString>

namespace Textdesk {

struct RoutedWebhook final {
    QString key; // the unguessable part of the path
    QString purpose; // "replies", "reports"
    RawRequest request;
};

class WebhookSink {
public:
    WebhookSink() = default;
    WebhookSink(const WebhookSink&) = delete;
    WebhookSink& operator=(const WebhookSink&) = delete;
    virtual ~WebhookSink() = default;
    // On the listener thread. The answer is given after the commit, from any thread.
    virtual void receive(RoutedWebhook webhook, AnswerFunction answer) = 0;
};

} // namespace Textdesk
