// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/attention.h"

#include "ui/words/draftwords.h"
#include "ui/words/errorwords.h"

namespace Textdesk {

namespace {

const QLatin1String manyKey{"many"};
constexpr qsizetype longestBody{300}; // desktops cut it off somewhere behind

QString keyOf(ConversationId id)
{
    return QStringLiteral("conversation:") + id.toString();
}

ConversationId idOf(const QString& key)
{
    return ConversationId::fromString(key.section(u':', 1));
}

QString shortened(const QString& text)
{
    const QString plain{text.trimmed()};
    return plain.size() <= longestBody ? plain : plain.left(longestBody) + QChar{0x2026};
}

} // namespace

Attention::Attention(const AttentionServices& services, QObject* parent)
    : QObject{parent}
    , m_services{services}
{
    connect(&m_services.arrivals, &Arrivals::arrived, this, &Attention::tell);
    connect(&m_services.arrivals, &Arrivals::touched, this, &Attention::forgetRead);
    connect(&m_services.notifier, &Notifier::openWanted, this,
        [this](const QString& key) { emit openWanted(idOf(key), false); });
    connect(&m_services.notifier, &Notifier::replyWanted, this,
        [this](const QString& key) { emit openWanted(idOf(key), true); });
    connect(&m_services.notifier, &Notifier::replied, this,
        [this](const QString& key, const QString& text) { reply(idOf(key), text); });
}

void Attention::tell(const std::vector<Arrival>& texts)
{
    if (m_services.isLookedAt() || m_services.quiet.isOn()
        || !m_services.settings.flag(Setting::Notifications)) {
        return;
    }
    QHash<ConversationId, QString> newest; // texts come oldest first
    for (const Arrival& text : texts) {
        newest.insert(text.conversation, text.text);
    }
    if (newest.size() > mostAtOnce) {
        tellMany(qsizetype(texts.size()), newest.size());
        return;
    }
    for (auto one = newest.cbegin(); one != newest.cend(); ++one) {
        tellOne(one.key(), one.value());
    }
}

void Attention::tellOne(ConversationId id, const QString& text)
{
    DesktopNotice notice;
    notice.key = keyOf(id);
    notice.open = tr("Open");
    const ConversationCard card{m_services.desk.card(id)};
    const int unread{std::max(card.unread, 1)};
    if (m_services.settings.flag(Setting::HideContent)) {
        notice.title = tr("%n new message(s)", nullptr, unread);
    } else {
        notice.title = unread > 1 ? tr("%1 (%n new)", nullptr, unread).arg(card.title) : card.title;
        notice.body = shortened(text);
        if (card.blocked.isEmpty()) {
            notice.reply = tr("Reply");
            notice.replyHint = tr("Write a text");
        }
    }
    m_told.insert(id);
    m_services.notifier.show(notice);
}

void Attention::tellMany(qsizetype texts, qsizetype conversations)
{
    DesktopNotice notice;
    notice.key = manyKey;
    notice.title = tr("%n new message(s)", nullptr, int(texts));
    notice.body = tr("They are in %n conversation(s).", nullptr, int(conversations));
    notice.open = tr("Open");
    m_services.notifier.show(notice);
}

void Attention::forgetRead(const QSet<ConversationId>& conversations)
{
    const QSet<ConversationId> candidates{m_told & conversations};
    for (const ConversationId id : candidates) {
        if (m_services.desk.card(id).unread == 0) {
            m_told.remove(id);
            m_services.notifier.withdraw(keyOf(id));
        }
    }
    if (m_services.desk.counts().unreadMessages == 0) {
        m_services.notifier.withdraw(manyKey);
    }
}

void Attention::reply(ConversationId id, const QString& text)
{
    if (!id.isValid() || text.trimmed().isEmpty()) {
        return;
    }
    // The same way as from the window: one text, the seconds of undo, and who answers has read.
    m_services.desk.send(id, text)->then(this, [this, id, text](const Result<MessageId>& stored) {
        if (stored) {
            return;
        }
        const QString draft{m_services.desk.card(id).draft};
        m_services.desk.saveDraft(id, draft.isEmpty() ? text : draft + u'\n' + text);
        sayNotSent(id, stored.error());
    });
}

void Attention::sayNotSent(ConversationId id, const Error& error)
{
    const auto problem = describeDraft(error);
    DesktopNotice notice;
    notice.key = keyOf(id);
    notice.title = tr("Your reply was not sent");
    notice.body = tr("%1 Your words are kept as a draft.")
                      .arg(problem ? problem->sentence : describe(error).what);
    notice.open = tr("Open");
    m_services.notifier.show(notice);
}

} // namespace Textdesk
