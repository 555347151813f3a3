// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person types into the search field: words, and operators such as "from:Thandi is:failed".
#pragma once

#include "app/domain/message.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <optional>

namespace Textdesk {

// An operator with a value that says nothing, such as "after:yesterdayy" or "is:foo".
struct MisreadOperator final {
    enum class Wants { Day, State };
    QString typed;
    Wants wants{Wants::Day};
    bool mayBeUnfinished{false}; // the last word, and the beginning of a value that there is
    friend bool operator==(const MisreadOperator&, const MisreadOperator&) = default;
};

struct SearchQuery final {
    QString words; // what is no operator
    QString person; // from: or with: a name or a number
    QString line; // line: an account's name
    qint64 fromMs{0}; // after: or on:, at local midnight; 0 = no limit
    qint64 beforeMs{0}; // before: or on:; 0 = no limit
    std::optional<Direction> direction; // is:received, is:sent
    QList<DeliveryState> states; // is:failed, is:delivered, is:unknown, is:queued
    bool unreadOnly{false}; // is:unread
    QList<MisreadOperator> misread; // among the words as well, so that "is:it open" is found

    [[nodiscard]] bool hasFilter() const
    {
        return !person.isEmpty() || !line.isEmpty() || fromMs > 0 || beforeMs > 0
            || direction.has_value() || !states.isEmpty() || unreadOnly;
    }
    [[nodiscard]] bool isEmpty() const { return words.isEmpty() && !hasFilter(); }
    friend bool operator==(const SearchQuery&, const SearchQuery&) = default;
};

// Days as 2026-03-05, "today" or "yesterday"; values with spaces in quotes.
[[nodiscard]] SearchQuery parseSearch(
    const QString& typed, const QDate& today, const QTimeZone& zone);
// What "is:" takes.
[[nodiscard]] QStringList searchStates();
// Words that a shell has freed of their quotes, as they would be typed into a search field.
[[nodiscard]] QString typedSearch(const QStringList& words);
// The typed text with that operator set to the value instead of what it was; empty takes it away.
[[nodiscard]] QString withOperator(const QString& typed, const QString& name, const QString& value);

} // namespace Textdesk
