// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The list of conversations; keeps its selection by conversation, whatever moves around it.
#pragma once

#include "app/base/clock.h"
#include "app/base/ids.h"
#include "ui/theme/theme.h"

#include <QListView>

namespace Textdesk {

class ConversationList final : public QListView {
    Q_OBJECT
public:
    ConversationList(const Theme& theme, const Clock& clock, QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;
    // Selects without emitting opened(); remembered when the row is not there yet. A search lists a
    // conversation once for every message that it found.
    void select(ConversationId id, MessageId found = {});
    [[nodiscard]] ConversationId selected() const { return m_selected; }
    // Opens the conversation so many rows below (or above) the present one.
    void step(int rows);
    // Takes the focus and opens a row: the marked one, or the first.
    void enter(bool atFirst);
    // Letters belong into the text, never to Qt's search by first letters: it would open another
    // person's conversation under the hands of somebody who writes.
    void keyboardSearch(const QString&) override { }
    // Shows when and how many, neither who nor what, until the pointer or the keyboard rests on a
    // row.
    void setContentHidden(bool hidden);

signals:
    // found is the message that a search listed; else invalid. Also of a row that is open already,
    // when the person clicks it or presses Return on it.
    void opened(Textdesk::ConversationId id, Textdesk::MessageId found);
    void menuRequested(Textdesk::ConversationId id, const QPoint& globalPosition);
    // Letters that were typed while the list had the focus.
    void typed(const QString& letters);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void focusInEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void restore();
    void openRow(const QModelIndex& row);
    [[nodiscard]] bool isOpen(const QModelIndex& row) const;
    [[nodiscard]] QModelIndex find(ConversationId id, MessageId found) const;
    const Theme& m_theme;
    ConversationId m_selected;
    MessageId m_found;
    bool m_restoring{false};
    bool m_changing{false};
    bool m_pressOpened{false}; // the click that follows need not open once more
};

} // namespace Textdesk
