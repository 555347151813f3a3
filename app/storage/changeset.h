// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What one commit changed, so that each model repaints just what it shows.
#pragma once

#include "app/base/ids.h"

#include <QMetaType>
#include <QSet>

namespace Textdesk {

struct ChangeSet final {
    QSet<ConversationId> conversations; // summary or thread changed
    QSet<MessageId> inserted;
    QSet<MessageId> updated;
    QSet<MessageId> removed;
    bool accounts{false};
    bool optOuts{false};
    bool inboundEvents{false};
    bool people{false}; // a contact's name or numbers
    bool labels{false}; // a label itself, not where it hangs

    [[nodiscard]] bool isEmpty() const
    {
        return conversations.isEmpty() && inserted.isEmpty() && updated.isEmpty()
            && removed.isEmpty() && !accounts && !optOuts && !inboundEvents && !people && !labels;
    }
    void unite(const ChangeSet& other)
    {
        conversations.unite(other.conversations);
        inserted.unite(other.inserted);
        updated.unite(other.updated);
        removed.unite(other.removed);
        accounts = accounts || other.accounts;
        optOuts = optOuts || other.optOuts;
        inboundEvents = inboundEvents || other.inboundEvents;
        people = people || other.people;
        labels = labels || other.labels;
    }
};

} // namespace Textdesk

Q_DECLARE_METATYPE(Textdesk::ChangeSet)
