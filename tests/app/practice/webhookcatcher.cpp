// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/practice/webhookcatcher.h"

#include "app/http/formdecoder.h"

namespace Textdesk::Testing {

WebhookCatcher::WebhookCatcher()
    : m_server{*this, m_clock}
{
    const Result<quint16> port{m_server.listen(QHostAddress{QHostAddress::LocalHost}, 0)};
    Q_ASSERT(port);
}

void WebhookCatcher::handle(const RawRequest& request, AnswerFunction answer)
{
    m_raw.push_back(request);
    if (m_holding) {
        m_held.push_back(std::move(answer));
        return;
    }
    ServerAnswer reply;
    if (!m_statuses.empty()) {
        reply.status = m_statuses.front();
        reply.abortConnection = reply.status == 0;
        m_statuses.pop_front();
    }
    answer(reply);
}

void WebhookCatcher::release()
{
    m_holding = false;
    for (const AnswerFunction& answer : std::exchange(m_held, {})) {
        answer({});
    }
}

QUrl WebhookCatcher::url(const QString& path) const
{
    return QUrl{QStringLiteral("http://127.0.0.1:%1%2").arg(m_server.port()).arg(path)};
}

QMap<QString, QString> WebhookCatcher::fields(int i) const
{
    QMap<QString, QString> all;
    for (const QByteArray& part : {raw(i).query(), raw(i).body}) {
        for (const auto& [name, value] : decodeForm(part)) {
            all.insert(name, value);
        }
    }
    return all;
}

std::vector<QMap<QString, QString>> WebhookCatcher::fieldsOf(const QString& pathEnd) const
{
    std::vector<QMap<QString, QString>> found;
    for (int i{0}; i < count(); ++i) {
        if (raw(i).path().endsWith(pathEnd.toUtf8())) {
            found.push_back(fields(i));
        }
    }
    return found;
}

} // namespace Textdesk::Testing
