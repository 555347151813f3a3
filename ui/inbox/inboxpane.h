// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The middle column: search, filters, conversations, and what it says when there are none.
#pragma once

#include "app/base/clock.h"
#include "app/domain/label.h"
#include "ui/inbox/conversationlist.h"
#include "ui/widgets/surface.h"

class QStackedWidget;

namespace Textdesk {

class ChipRow;
class EmptyState;
class MenuChip;
class SearchField;
class SearchFilters;
class TextLabel;

class InboxPane final : public Surface {
    Q_OBJECT
public:
    InboxPane(const Theme& theme, const Clock& clock, QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model);
    struct Counts {
        int unread{0};
        int waiting{0};
        int failed{0};
        int snoozed{0};
    };
    struct Line {
        AccountId account;
        QString name;
    };
    // Beside the filters "all", "unread", "waiting", "failed" and "snoozed".
    void setCounts(const Counts& counts);
    // What the list can be narrowed to; a choice that is gone is taken back.
    void setLabels(const QList<Label>& labels);
    void setLines(const std::vector<Line>& lines);
    // Without search, filter, label and line.
    void showAll();
    // While the rows are still those of an earlier search, Return waits for the right ones.
    void setSearching(bool searching);
    [[nodiscard]] ConversationList& list() const { return *m_list; }
    [[nodiscard]] SearchField& search() const { return *m_search; }
    [[nodiscard]] ChipRow& chips() const { return *m_chips; }

signals:
    void filterChosen(const QString& key);
    // Invalid ids: every label, every line.
    void narrowed(Textdesk::LabelId label, Textdesk::AccountId line);
    void searchChanged(const QString& text);
    void newRequested();

private:
    void build();
    void walk();
    void choose(LabelId label, AccountId line);
    void sayEmpty();
    void actOnEmpty();
    [[nodiscard]] bool isNarrowed() const;
    void showSnoozed();
    // What is typed like an operator and says nothing, so that nobody trusts a list that it did
    // not narrow.
    void sayMisread(const QString& typed);
    void showRightPage();
    SearchField* m_search;
    ChipRow* m_chips;
    SearchFilters* m_filters; // instead of the chips while somebody searches
    TextLabel* m_misread;
    MenuChip* m_label;
    MenuChip* m_line;
    ConversationList* m_list;
    EmptyState* m_empty;
    QStackedWidget* m_pages;
    QList<Label> m_labels;
    std::vector<Line> m_lines;
    LabelId m_chosenLabel;
    AccountId m_chosenLine;
    QString m_walked; // the words for which the list was entered last
    int m_snoozed{0}; // conversations
    bool m_searching{false};
    bool m_walkWaits{false};
};

} // namespace Textdesk
