// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person finds in all messages while typing, newest first; searched away from the window's
// thread.
#pragma once

#include "app/models/accountlabels.h"
#include "app/models/roles.h"

#include <QAbstractListModel>
#include <QPointer>

#include <atomic>
#include <memory>
#include <vector>

namespace Textdesk {

// Rows: SearchRole. The rows of the last answer stay until the next one is there, so that nothing
// flickers while somebody types.
class SearchModel final : public QAbstractListModel {
    Q_OBJECT
public:
    static constexpr int pageRows{50};

    SearchModel(Database& database, const AccountList& accounts, const Clock& clock,
        QObject* parent = nullptr);
    ~SearchModel() override;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

    // The latest words win, whatever is still being searched; operators in them narrow, see
    // parseSearch(). Words that are only spaces empty the model at once.
    void setWords(const QString& words);
    [[nodiscard]] const QString& words() const { return m_words; }
    // An answer for the latest words is still to come.
    [[nodiscard]] bool isSearching() const { return !m_running.isNull(); }

signals:
    void searchingChanged();
    // The rows stay as they were.
    void readFailed(const Textdesk::Error& error);

private:
    struct Row;
    struct Page;
    void start(MessageId before);
    void arrived(const Result<Page>& page, bool first);
    void stop();
    void clear();
    void apply(const ChangeSet& changes);
    void refreshLabels();
    void spell(const Row& row) const;

    Database& m_database;
    AccountLabels m_labels;
    const Clock& m_clock;
    QString m_words;
    std::vector<Row> m_rows;
    bool m_more{false};
    bool m_moving{false}; // a view may ask for more while it hears of new rows
    QPointer<CallBase> m_running;
    // Raised by every new search, so that the reader thread passes over those nobody waits for.
    std::shared_ptr<std::atomic<int>> m_latest;
};

} // namespace Textdesk
