// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/conversationjump.h"

#include "app/domain/address.h"
#include "app/storage/conversationlookup.h"

namespace Textdesk {

namespace {

// "082 000" is +2782000... in the store: the trunk zero is only spoken at home.
QString digitsOf(const QString& words)
{
    QString digits;
    for (const QChar letter : words) {
        if (letter.isLetter()) {
            return {};
        }
        if (letter.isDigit()) {
            digits.append(QString::number(letter.digitValue()));
        }
    }
    while (digits.startsWith(u'0')) {
        digits.remove(0, 1);
    }
    return digits;
}

} // namespace

ConversationJump::ConversationJump(Database& database, const AccountList& accounts)
    : m_database{database}
    , m_labels{database, accounts}
{ }

std::vector<JumpTarget> ConversationJump::find(const QString& words, int limit)
{
    m_labels.refresh(); // accounts may have come since
    std::vector<JumpTarget> targets;
    const auto rows =
        lookUpConversations(m_database.reader(), words.simplified(), digitsOf(words), limit);
    for (const LookedUpConversation& row : rows) {
        const QString account{m_labels.name(row.account)};
        const QString number{m_labels.title(row.account, row.peer)};
        if (row.names.isEmpty()) {
            targets.push_back({row.id, number, account});
        } else {
            targets.push_back({row.id, row.names, number + QStringLiteral(" · ") + account});
        }
    }
    return targets;
}

} // namespace Textdesk
