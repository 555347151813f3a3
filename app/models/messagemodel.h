// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One conversation as a window of at most 400 rows, because a view asks every row of a model for
// its height.
#pragma once

#include "app/models/threadrows.h"
#include "app/storage/database.h"

#include <QAbstractListModel>

namespace Textdesk {

// Oldest first, with day marks; read by key in both directions and trimmed at the far end. Rows:
// ThreadRole.
class MessageModel final : public QAbstractListModel {
    Q_OBJECT
public:
    static constexpr int pageMessages{60};
    static constexpr int mostRows{400};

    MessageModel(Database& database, const QTimeZone& zone, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    // Towards the newest, as a view asks when it is scrolled to its end.
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

    // The newest messages; an invalid id empties the model.
    void open(ConversationId id);
    // The message with what surrounds it, in whatever conversation it is; false if there is no such
    // message.
    bool openAround(MessageId id);
    [[nodiscard]] ConversationId conversation() const { return m_conversation; }
    // Another time zone moves the day marks (resets the rows, not the window).
    void setTimeZone(const QTimeZone& zone);

    // Rows are put above the first and taken away below the last, or the other way round.
    void fetchOlder();
    void fetchNewer();
    [[nodiscard]] bool hasOlder() const { return m_hasOlder; }
    [[nodiscard]] bool hasNewer() const { return m_hasNewer; }
    // Invalid if the message is not in the window.
    [[nodiscard]] QModelIndex indexOf(MessageId id) const;

signals:
    // hasOlder() or hasNewer() changed.
    void edgesChanged();
    // The rows stay as they were.
    void readFailed(const Textdesk::Error& error);

private:
    struct Neighbours;
    [[nodiscard]] bool failed(const Connection& db);
    [[nodiscard]] int rowOf(MessageId id) const;
    [[nodiscard]] MessageId firstId() const;
    [[nodiscard]] MessageId lastId() const;
    [[nodiscard]] Neighbours neighboursOf(MessageId id) const;
    [[nodiscard]] std::vector<Message> messages() const;

    void show(
        ConversationId id, const std::vector<Message>& messages, bool hasOlder, bool hasNewer);
    void setEdges(bool hasOlder, bool hasNewer);
    void prepend(const std::vector<Message>& messages);
    void append(const std::vector<Message>& messages);
    bool trimTop();
    bool trimBottom();
    void putRows(int at, std::vector<ThreadRow> rows);
    void dropRows(int from, int count);

    void apply(const ChangeSet& changes);
    void applyRemoved(const QSet<MessageId>& ids);
    void applyInserted(const QSet<MessageId>& ids);
    void applyUpdated(const ChangeSet& changes);
    [[nodiscard]] std::vector<MessageId> wantedOf(const QSet<MessageId>& ids) const;
    void insertMessage(const Message& message);
    void removeMessage(int row);
    void reopen();

    Database& m_database;
    QTimeZone m_zone;
    ConversationId m_conversation;
    std::vector<ThreadRow> m_rows;
    bool m_hasOlder{false};
    bool m_hasNewer{false};
    // A view may ask for more while it hears of new rows; the window is moved by one act at a time.
    bool m_moving{false};
};

} // namespace Textdesk
