// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/searchmodel.h"

#include "app/base/localzone.h"
#include "app/storage/conversationtable.h"
#include "app/storage/messagesearch.h"

#include <QScopedValueRollback>

#include <algorithm>

namespace Textdesk {

struct SearchModel::Row final {
    Message message;
    mutable QString title{}; // spelled when first shown
    mutable bool isNamed{false}; // as the title
};

struct SearchModel::Page final {
    std::vector<Message> messages;
    bool more{false};
};

namespace {

constexpr int mostPeople{5};

// Somebody with that name or number, as the newest message with them; its id is none, because no
// message was found.
std::vector<Message> peopleFor(Connection& db, const SearchQuery& query)
{
    std::vector<Message> people;
    if (query.hasFilter()) {
        return people;
    }
    for (const ConversationRow& row : ConversationTable::withPerson(db, query.words, mostPeople)) {
        Message shown;
        shown.account = row.account;
        shown.conversation = row.id;
        shown.peer = row.peer;
        shown.text = row.preview;
        shown.direction = row.previewDirection;
        shown.state = row.previewState;
        shown.atMs = row.sortMs;
        people.push_back(shown);
    }
    return people;
}

} // namespace

SearchModel::SearchModel(
    Database& database, const AccountList& accounts, const Clock& clock, QObject* parent)
    : QAbstractListModel{parent}
    , m_database{database}
    , m_labels{database, accounts}
    , m_clock{clock}
    , m_latest{std::make_shared<std::atomic<int>>(0)}
{
    connect(&database, &Database::changed, this, &SearchModel::apply);
    connect(&accounts, &AccountList::changed, this, &SearchModel::refreshLabels);
}

SearchModel::~SearchModel()
{
    ++*m_latest;
}

int SearchModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant SearchModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= int(m_rows.size())) {
        return {};
    }
    const Row& row{m_rows[size_t(index.row())]};
    const Message& message{row.message};
    switch (role) {
    case Qt::DisplayRole:
    case SearchTextRole:
        return message.text;
    case SearchMessageIdRole:
        return message.id.value();
    case SearchConversationIdRole:
        return message.conversation.value();
    case SearchTitleRole:
        spell(row);
        return row.title;
    case SearchNamedRole:
        spell(row);
        return row.isNamed;
    case SearchAccountRole:
        return m_labels.name(message.account);
    case SearchLineRole:
        return m_labels.mark(message.account);
    case SearchDirectionRole:
        return int(message.direction);
    case SearchStateRole:
        return int(message.state);
    case SearchAtRole:
        return message.atMs;
    default:
        return {};
    }
}

void SearchModel::spell(const Row& row) const
{
    if (row.title.isEmpty()) {
        row.title = m_labels.person(row.message.peer);
        row.isNamed = !row.title.isEmpty();
        if (!row.isNamed) {
            row.title = m_labels.title(row.message.account, row.message.peer);
        }
    }
}

bool SearchModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_more && !m_moving && !isSearching();
}

void SearchModel::fetchMore(const QModelIndex& parent)
{
    if (canFetchMore(parent)) {
        start(m_rows.back().message.id);
    }
}

void SearchModel::setWords(const QString& words)
{
    const QString simple{words.simplified()};
    if (simple == m_words) {
        return;
    }
    m_words = simple;
    if (simple.isEmpty()) {
        clear();
    } else {
        start({});
    }
}

void SearchModel::start(MessageId before)
{
    const bool wasSearching{isSearching()};
    stop();
    const int mine{*m_latest};
    const SearchQuery query{parseSearch(m_words, m_clock.now().toLocalTime().date(), localZone())};
    auto* call = m_database.read<Page>(
        [latest = m_latest, mine, query, before](Connection& db) -> Result<Page> {
            const auto cancelled = [&latest, mine] { return *latest != mine; };
            if (cancelled()) {
                return fail(ErrorKind::Cancelled);
            }
            Page page;
            if (!before.isValid()) {
                page.messages = peopleFor(db, query);
            }
            FoundPage found{findMessages(db, query, before, pageRows, cancelled)};
            page.more = found.more;
            page.messages.insert(page.messages.end(), found.messages.begin(), found.messages.end());
            return page;
        });
    m_running = call;
    call->then(this, [this, mine, first = !before.isValid()](const Result<Page>& page) {
        if (*m_latest == mine) {
            m_running.clear();
            arrived(page, first);
            emit searchingChanged();
        }
    });
    if (!wasSearching) {
        emit searchingChanged();
    }
}

void SearchModel::arrived(const Result<Page>& page, bool first)
{
    const QScopedValueRollback moving{m_moving, true};
    if (!page) {
        emit readFailed(page.error());
    } else if (first) {
        beginResetModel();
        m_rows.clear();
        m_more = page->more;
        for (const Message& message : page->messages) {
            m_rows.push_back({message});
        }
        endResetModel();
    } else {
        m_more = page->more;
        const int count{int(page->messages.size())};
        if (count > 0) {
            beginInsertRows({}, int(m_rows.size()), int(m_rows.size()) + count - 1);
            for (const Message& message : page->messages) {
                m_rows.push_back({message});
            }
            endInsertRows();
        }
    }
}

void SearchModel::stop()
{
    ++*m_latest;
    m_running.clear();
}

void SearchModel::clear()
{
    const bool wasSearching{isSearching()};
    stop();
    beginResetModel();
    m_rows.clear();
    m_more = false;
    endResetModel();
    if (wasSearching) {
        emit searchingChanged();
    }
}

void SearchModel::apply(const ChangeSet& changes)
{
    if (changes.people) {
        refreshLabels();
    }
    if (changes.removed.isEmpty()) {
        return;
    }
    for (int row{int(m_rows.size()) - 1}; row >= 0; --row) {
        if (changes.removed.contains(m_rows[size_t(row)].message.id)) {
            beginRemoveRows({}, row, row);
            m_rows.erase(m_rows.begin() + row);
            endRemoveRows();
        }
    }
    m_more = m_more && !m_rows.empty();
}

void SearchModel::refreshLabels()
{
    if (!m_labels.refresh() || m_rows.empty()) {
        return;
    }
    for (Row& row : m_rows) {
        row.title.clear();
    }
    emit dataChanged(index(0), index(int(m_rows.size()) - 1),
        {SearchTitleRole, SearchNamedRole, SearchAccountRole, SearchLineRole});
}

} // namespace Textdesk
