// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the command palette lists for the words typed so far: actions, then conversations.
#pragma once

#include "app/base/ids.h"
#include "ui/shell/actiontable.h"

#include <QAbstractListModel>

namespace Textdesk {

// A conversation that a person may want to jump to.
struct ConversationHit final {
    ConversationId id;
    QString title; // name, else number
    QString note; // number and line
};
// Words as typed; the newest conversations first, at most limit.
using ConversationSearch =
    std::function<std::vector<ConversationHit>(const QString& words, int limit)>;

enum PaletteRole {
    PaletteNoteRole = Qt::UserRole + 1, // QString: group, or whose number it is
    PaletteKeyRole, // QString: shortcut as the keyboard says it
    PaletteIconRole // QString: name of an icon
};

class PaletteModel final : public QAbstractListModel {
    Q_OBJECT
public:
    static constexpr int mostConversations{8};
    PaletteModel(const ActionTable& actions, QObject* parent = nullptr);
    void setSearch(ConversationSearch search) { m_search = std::move(search); }
    void setWords(const QString& words);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    // One of both; the other is empty.
    [[nodiscard]] QString actionAt(int row) const;
    [[nodiscard]] ConversationId conversationAt(int row) const;

private:
    struct Row final {
        QString title;
        QString note;
        QString key;
        QString action;
        ConversationId conversation;
    };
    const ActionTable& m_actions;
    ConversationSearch m_search;
    std::vector<Row> m_rows;
};

} // namespace Textdesk
