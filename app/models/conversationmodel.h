// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The list of conversations, newest first: read page by page, and kept true row by row.
#pragma once

#include "app/models/accountlabels.h"
#include "app/models/roles.h"
#include "app/storage/conversationtable.h"
#include "app/storage/labeltable.h"

#include <QAbstractListModel>

#include <vector>

namespace Textdesk {

// Holds the pages scrolled to so far, as small rows; a change moves rows instead of resetting, so
// that selection and scroll position survive. Rows: ConversationRole.
class ConversationModel final : public QAbstractListModel {
    Q_OBJECT
public:
    static constexpr int pageRows{100};

    ConversationModel(Database& database, const AccountList& accounts, QObject* parent = nullptr);
    ~ConversationModel() override;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

    // Resets the model to the first page of what is wanted.
    void setQuery(const ConversationQuery& query);
    void setFilter(ConversationFilter filter) { setQuery(filter); }
    [[nodiscard]] const ConversationQuery& query() const { return m_query; }
    [[nodiscard]] ConversationFilter filter() const { return m_query.filter; }
    // The open conversation: once listed it stays listed until another one is kept or the filter
    // changes, so that reading the last unread text does not take the conversation away from under
    // the reader.
    void setKept(ConversationId id);

    // Invalid for a row or a conversation that is not loaded.
    [[nodiscard]] ConversationId idAt(int row) const;
    [[nodiscard]] QModelIndex indexOf(ConversationId id) const;
    // Of all conversations, whatever the filter.
    [[nodiscard]] const ConversationCounts& counts() const { return m_counts; }

signals:
    void countsChanged();
    // Something about the open conversation, or names or labels at large, whether it is listed or
    // not: one that is snoozed has no row.
    void keptChanged(Textdesk::ConversationId id);
    // The rows stay as they were.
    void readFailed(const Textdesk::Error& error);

private:
    struct Row final {
        ConversationRow value;
        mutable QString title; // spelled when first shown: most rows of a page never are
        mutable bool isNamed{false}; // as the title
    };
    [[nodiscard]] int rowOf(ConversationId id) const;
    [[nodiscard]] int placeOf(const ConversationRow& row, int without) const;
    [[nodiscard]] bool belongs(const ConversationRow& row, bool listed) const;
    [[nodiscard]] bool failed(const Connection& db);
    void takePage(std::vector<ConversationRow>& page, int rows);
    void reset();
    void apply(const ChangeSet& changes);
    void refreshRow(ConversationId id);
    void refreshWindow();
    void refill();
    void insertAt(int row, const ConversationRow& value);
    void removeAt(int row);
    void moveTo(int row, int place);
    void update(int row, const ConversationRow& value);
    void refreshCounts();
    void spell(const Row& row) const;
    [[nodiscard]] QList<Label> labelsOf(const ConversationRow& row) const;
    void refreshLabels();
    void refreshTitles(const QList<int>& roles);

    Database& m_database;
    AccountLabels m_labels;
    ConversationQuery m_query;
    QList<Label> m_knownLabels;
    ConversationId m_kept;
    std::vector<Row> m_rows;
    // Every row down to here is loaded; a row may have moved since, so it is a mark and no row.
    qint64 m_bottomMs{0};
    ConversationId m_bottomId;
    bool m_more{false}; // there are rows below it
    bool m_moving{false}; // a view may ask for more while it hears of a move
    ConversationCounts m_counts;
};

} // namespace Textdesk
