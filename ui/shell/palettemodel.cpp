// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palettemodel.h"

#include "ui/shell/wordmatch.h"

#include <algorithm>

namespace Textdesk {

PaletteModel::PaletteModel(const ActionTable& actions, QObject* parent)
    : QAbstractListModel{parent}
    , m_actions{actions}
{ }

void PaletteModel::setWords(const QString& words)
{
    struct Ranked final {
        int rank;
        Row row;
    };
    std::vector<Ranked> ranked;
    for (const WindowAction& action : m_actions.all()) {
        if (!action.run || !action.inPalette || action.text.isEmpty()
            || (action.mayRun && !action.mayRun())) {
            continue;
        }
        if (const int rank{wordMatch(action.text, words)}; rank > 0) {
            ranked.push_back({rank,
                {action.text, ActionTable::groupTitle(action.group),
                    action.keys.isEmpty() ? QString{} : ActionTable::keyText(action.keys.front()),
                    action.name, {}}});
        }
    }
    // Equal ones stay in the order of the table.
    std::stable_sort(ranked.begin(), ranked.end(),
        [](const Ranked& a, const Ranked& b) { return a.rank > b.rank; });
    beginResetModel();
    m_rows.clear();
    for (Ranked& one : ranked) {
        m_rows.push_back(std::move(one.row));
    }
    if (m_search && !words.trimmed().isEmpty()) {
        for (const ConversationHit& hit : m_search(words.trimmed(), mostConversations)) {
            m_rows.push_back({hit.title, hit.note, {}, {}, hit.id});
        }
    }
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const Row& row{m_rows.at(size_t(index.row()))};
    switch (role) {
    case Qt::DisplayRole:
        return row.title;
    case Qt::AccessibleTextRole:
        return row.key.isEmpty() ? row.title + QStringLiteral(", ") + row.note
                                 : row.title + QStringLiteral(", ") + row.key;
    case PaletteNoteRole:
        return row.note;
    case PaletteKeyRole:
        return row.key;
    case PaletteIconRole:
        return row.conversation.isValid() ? QStringLiteral("inbox") : QString{};
    default:
        return {};
    }
}

QString PaletteModel::actionAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows.at(size_t(row)).action : QString{};
}

ConversationId PaletteModel::conversationAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows.at(size_t(row)).conversation : ConversationId{};
}

} // namespace Textdesk
