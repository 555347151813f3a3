// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/messagesearch.h"

#include "app/storage/accounttable.h"
#include "app/storage/conversationtable.h"
#include "app/storage/messageids.h"
#include "app/storage/messagetable.h"
#include "app/storage/searchindex.h"
#include "app/storage/statement.h"

#include <QSet>

#include <algorithm>

namespace Textdesk {

namespace {

constexpr int mostPeople{200};
constexpr int batchRows{400};

class Search final {
public:
    Search(Connection& db, const SearchQuery& query, MessageId before)
        : m_db{db}
        , m_query{query}
        , m_below{before.isValid() ? before.value() : std::numeric_limits<qint64>::max()}
    {
        if (query.beforeMs > 0) {
            m_below = std::min(m_below, query.beforeMs << messageIdCounterBits);
        }
        for (const AccountRow& account : AccountTable::all(db, true)) {
            if (account.name.contains(query.line, Qt::CaseInsensitive)) {
                m_accounts.insert(account.id);
            }
        }
        if (!query.person.isEmpty()) {
            for (const ConversationRow& row :
                ConversationTable::withPerson(db, query.person, mostPeople)) {
                m_conversations.insert(row.id);
            }
        }
    }

    // Empty: there are no older ones.
    [[nodiscard]] std::vector<MessageId> nextBatch()
    {
        if (m_ended || (!m_query.person.isEmpty() && m_conversations.isEmpty())) {
            return {};
        }
        std::vector<MessageId> ids{m_query.words.isEmpty()
                ? withoutWords()
                : searchMessages(m_db, m_query.words, MessageId{m_below}, batchRows)};
        m_ended = int(ids.size()) < batchRows;
        if (!ids.empty()) {
            m_below = ids.back().value();
        }
        const qint64 from{m_query.fromMs << messageIdCounterBits};
        std::erase_if(ids, [&](MessageId id) { return id.value() < from; });
        m_ended = m_ended || m_below < from;
        return ids;
    }

    [[nodiscard]] bool fits(const Message& message) const
    {
        return m_accounts.contains(message.account)
            && (m_query.person.isEmpty() || m_conversations.contains(message.conversation))
            && (!m_query.direction || *m_query.direction == message.direction)
            && (m_query.states.isEmpty() || m_query.states.contains(message.state))
            && (!m_query.unreadOnly || (message.direction == Direction::In && !message.read));
    }

private:
    [[nodiscard]] std::vector<MessageId> withoutWords()
    {
        std::vector<MessageId> ids;
        if (m_query.person.isEmpty()) {
            auto rows =
                m_db.prepare("SELECT id FROM message WHERE id < ? ORDER BY id DESC LIMIT ?");
            rows.run(m_below, batchRows);
            while (rows.next()) {
                ids.emplace_back(rows.integer(0));
            }
            return ids;
        }
        for (const ConversationId id : m_conversations) {
            auto rows = m_db.prepare("SELECT id FROM message WHERE conversation_id = ? AND id < ? "
                                     "ORDER BY id DESC LIMIT ?");
            rows.run(id, m_below, batchRows);
            while (rows.next()) {
                ids.emplace_back(rows.integer(0));
            }
        }
        std::sort(ids.begin(), ids.end(), std::greater<>{});
        ids.resize(std::min(ids.size(), size_t{batchRows}));
        return ids;
    }

    Connection& m_db;
    const SearchQuery& m_query;
    qint64 m_below;
    QSet<AccountId> m_accounts;
    QSet<ConversationId> m_conversations;
    bool m_ended{false};
};

} // namespace

FoundPage findMessages(Connection& db, const SearchQuery& query, MessageId before, int limit,
    const std::function<bool()>& cancelled)
{
    FoundPage page;
    if (query.isEmpty()) {
        return page;
    }
    Search search{db, query, before};
    for (auto ids = search.nextBatch(); !ids.empty() && !cancelled(); ids = search.nextBatch()) {
        for (const MessageId id : ids) {
            const auto message = MessageTable::find(db, id);
            if (!message || !search.fits(*message)) {
                continue;
            }
            if (int(page.messages.size()) == limit) {
                page.more = true;
                return page;
            }
            page.messages.push_back(*message);
        }
    }
    return page;
}

} // namespace Textdesk
