// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/webhook/webhookrouter.h"

namespace Textdesk {

namespace {

ServerAnswer plain(int status, const char* text)
{
    ServerAnswer answer;
    answer.status = status;
    answer.body = text;
    return answer;
}

} // namespace

WebhookRouter::WebhookRouter(WebhookSink& sink, RefusedFunction refused)
    : m_sink{sink}
    , m_refused{std::move(refused)}
{ }

void WebhookRouter::refuse(int status, const QString& reason) const
{
    if (m_refused) {
        m_refused(status, reason);
    }
}

void WebhookRouter::handle(const RawRequest& request, AnswerFunction answer)
{
    const QList<QByteArray> parts{request.path().split('/')};
    constexpr int partCount{4}; // "", "hook", key, purpose
    if (parts.size() != partCount || parts[1] != "hook" || parts[2].isEmpty()
        || (parts[3] != "replies" && parts[3] != "reports")) {
        refuse(404, QStringLiteral("unknown-path"));
        answer(plain(404, "Nothing here.\n"));
        return;
    }
    if (request.method != "POST") {
        refuse(405, QStringLiteral("not-post"));
        ServerAnswer refused{
            plain(405, "Textdesk listens here. The SMS service delivers by POST.\n")};
        refused.headers.add("Allow", "POST");
        answer(std::move(refused));
        return;
    }
    m_sink.receive(
        {QString::fromLatin1(parts[2]), QString::fromLatin1(parts[3]), request}, std::move(answer));
}

QString webhookPath(const QString& key, const QString& purpose)
{
    return QStringLiteral("/hook/%1/%2").arg(key, purpose);
}

} // namespace Textdesk
