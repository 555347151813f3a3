// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The middle column: search, filters, conversations, and what it says when there are none.
#pragma once

#include "app/base/clock.h"
#include "ui/inbox/conversationlist.h"
#include "ui/widgets/surface.h"

class QStackedWidget;

namespace Textdesk {

class ChipRow;
class EmptyState;
class SearchField;

class InboxPane final : public Surface {
    Q_OBJECT
public:
    InboxPane(const Theme& theme, const Clock& clock, QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model);
    // Keys of the filters: "all", "unread", "failed".
    void setCounts(int unread, int failed);
    [[nodiscard]] ConversationList& list() const { return *m_list; }
    [[nodiscard]] SearchField& search() const { return *m_search; }
    [[nodiscard]] ChipRow& chips() const { return *m_chips; }

signals:
    void filterChosen(const QString& key);
    void searchChanged(const QString& text);
    void newRequested();

private:
    void build();
    void showRightPage();
    SearchField* m_search;
    ChipRow* m_chips;
    ConversationList* m_list;
    EmptyState* m_empty;
    QStackedWidget* m_pages;
};

} // namespace Textdesk
