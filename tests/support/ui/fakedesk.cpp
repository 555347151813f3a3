// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ui/fakedesk.h"

#include "app/models/roles.h"
#include "tests/support/ui/sampleinbox.h"

namespace Textdesk::Testing {

FakeDesk::FakeDesk(bool filled, QObject* parent)
    : Desk{parent}
{
    if (filled) {
        fillConversations(m_conversations);
        m_accounts.push_back({AccountId{1}, QStringLiteral("School office"), Health::Good,
            QStringLiteral("412"), {}, false});
        m_accounts.push_back({AccountId{2}, QStringLiteral("Practice"), Health::Attention,
            QStringLiteral("key due"), QStringLiteral("Rotate the token of this account."), true});
        m_counts = {2, 3, 1};
        m_drafts.insert(
            1, QStringLiteral("The hall opens at 17:30 – please use the gate in Park Street."));
    }
}

template <typename T> Call<T>* FakeDesk::answer(T value)
{
    if (m_failure) {
        const Error error{*m_failure};
        m_failure.reset();
        return settledCall<T>(this, fail(error));
    }
    return settledCall<T>(this, std::move(value));
}

void FakeDesk::addAccount(const DeskAccount& row)
{
    m_accounts.push_back(row);
    emit accountsChanged();
}

void FakeDesk::block(const QString& reason)
{
    m_blocked = reason;
    emit cardChanged(ConversationId{1});
}

void FakeDesk::setCounts(const InboxCounts& counts)
{
    m_counts = counts;
    emit countsChanged();
}

void FakeDesk::narrow(const QString& filter, const QString& search)
{
    m_log << QStringLiteral("narrow %1 [%2]").arg(filter, search);
    if (search == QLatin1String{"nobody"}) {
        m_conversations.clear();
    }
}

void FakeDesk::setUnread(ConversationId id, int unread)
{
    for (int row{0}; row < m_conversations.rowCount(); ++row) {
        if (m_conversations.item(row)->data(ConversationIdRole).toLongLong() == id.value()) {
            m_conversations.item(row)->setData(unread, ConversationUnreadRole);
        }
    }
}

QAbstractItemModel* FakeDesk::open(ConversationId id, MessageId around)
{
    m_log << (around.isValid() ? QStringLiteral("open %1 at %2").arg(id.value()).arg(around.value())
                               : QStringLiteral("open %1").arg(id.value()));
    m_thread.clear();
    if (id.value() == 1) {
        fillThread(m_thread);
    }
    return &m_thread;
}

ConversationCard FakeDesk::card(ConversationId id) const
{
    ConversationCard card;
    card.id = id;
    for (int row{0}; row < m_conversations.rowCount(); ++row) {
        const QModelIndex index{m_conversations.index(row, 0)};
        if (index.data(ConversationIdRole).toLongLong() == id.value()) {
            card.title = index.data(ConversationTitleRole).toString();
            card.unread = index.data(ConversationUnreadRole).toInt();
            card.isNamed = index.data(ConversationNamedRole).toBool();
        }
    }
    card.subtitle = QStringLiteral("082 000 0012 · School office line · mother of Lwazi (7B)");
    card.number = QStringLiteral("082 000 0012");
    card.draft = m_drafts.value(id.value());
    card.blocked = m_blocked;
    card.gap = m_gap;
    card.line = m_line;
    card.lineColour = m_lineColour;
    card.labels = m_inbox.hanging(id);
    const QStringList names{m_inbox.namesOf(id)};
    if (!names.isEmpty()) {
        card.title = names.join(QStringLiteral(", "));
        card.isNamed = true;
    }
    return card;
}

void FakeDesk::loadOlder(ConversationId id)
{
    m_log << QStringLiteral("older %1").arg(id.value());
}

void FakeDesk::loadNewer(ConversationId id)
{
    m_log << QStringLiteral("newer %1").arg(id.value());
}

Call<Done>* FakeDesk::fetchMissing(ConversationId id)
{
    m_log << QStringLiteral("fetch %1").arg(id.value());
    if (!m_failure) {
        m_gap.clear();
    }
    return answer(Done{});
}

void FakeDesk::setGap(const QString& sentence)
{
    m_gap = sentence;
    emit cardChanged(ConversationId{1});
}

void FakeDesk::setLine(const QString& line, int colour)
{
    m_line = line;
    m_lineColour = colour;
    emit cardChanged(ConversationId{1});
}

Call<MessageId>* FakeDesk::send(ConversationId id, const QString& text)
{
    m_log << QStringLiteral("send %1 %2").arg(id.value()).arg(text);
    return answer(MessageId{900});
}

Call<ConversationId>* FakeDesk::startConversation(
    const QString& number, AccountId account, const QString& text)
{
    m_log << QStringLiteral("start %1 from %2: %3").arg(number).arg(account.value()).arg(text);
    return answer(ConversationId{2});
}

void FakeDesk::saveDraft(ConversationId id, const QString& text)
{
    m_log << QStringLiteral("draft %1 %2").arg(id.value()).arg(text);
    m_drafts.insert(id.value(), text);
}

Call<Done>* FakeDesk::setRead(ConversationId id, bool read)
{
    m_log << QStringLiteral("%1 %2").arg(
        read ? QStringLiteral("read") : QStringLiteral("unread"), id.toString());
    return answer(Done{});
}

Call<MessageId>* FakeDesk::sendAgain(MessageId id)
{
    m_log << QStringLiteral("again %1").arg(id.value());
    return answer(MessageId{901});
}

Call<Done>* FakeDesk::undo(MessageId id)
{
    if (!m_failure) {
        std::erase(m_waiting, id);
    }
    m_log << QStringLiteral("undo %1").arg(id.value());
    if (!m_failure) {
        m_drafts.insert(1, QStringLiteral("Great, see you then."));
    }
    return answer(Done{});
}

Call<Done>* FakeDesk::settle(MessageId id, bool wasSent)
{
    m_log << QStringLiteral("settle %1 %2").arg(id.value()).arg(wasSent);
    return answer(Done{});
}

Call<AccountId>* FakeDesk::tryPractice()
{
    m_log << QStringLiteral("practice");
    if (!m_failure) {
        addAccount({AccountId{7}, QStringLiteral("Practice"), Health::Good, {}, {}, true});
    }
    return answer(AccountId{7});
}

std::vector<PracticeTip> FakeDesk::practiceNumbers() const
{
    return {
        {QStringLiteral("082 000 0001"), QStringLiteral("Is delivered and replies “Thank you”.")},
        {QStringLiteral("082 000 0002"), QStringLiteral("Is accepted but never delivered.")},
        {QStringLiteral("082 000 0003"), QStringLiteral("Is refused: not a valid number.")},
        {QStringLiteral("082 000 0004"),
            QStringLiteral("Replies STOP and receives no more texts.")}};
}

void FakeDesk::actOnNotice(const QString& key)
{
    m_log << QStringLiteral("act %1").arg(key);
}

} // namespace Textdesk::Testing
