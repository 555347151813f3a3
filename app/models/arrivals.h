// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The texts that just came in, whoever brought them: what a person may be told about at once.
#pragma once

#include "app/base/clock.h"
#include "app/storage/database.h"

#include <QObject>

#include <vector>

namespace Textdesk {

struct Arrival final {
    MessageId message;
    ConversationId conversation;
    QString text;
};

class Arrivals final : public QObject {
    Q_OBJECT
public:
    // Older texts (a history that is read in, a week off) are no news; they only count as unread.
    static constexpr std::chrono::hours newsFor{24};
    // More at once are not told one by one.
    static constexpr int mostAtOnce{200};

    Arrivals(Database& database, const Clock& clock, QObject* parent = nullptr);

signals:
    // Unread incoming texts of one commit, oldest first.
    void arrived(const std::vector<Textdesk::Arrival>& texts);
    // Read marks or texts of these changed.
    void touched(const QSet<Textdesk::ConversationId>& conversations);

private:
    void take(const ChangeSet& changes);
    Database& m_database;
    const Clock& m_clock;
};

} // namespace Textdesk
