// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The messages of one conversation, newest at the bottom; stays where the person reads while rows
// come and go.
#pragma once

#include "app/base/clock.h"
#include "app/base/ids.h"
#include "ui/theme/theme.h"
#include "ui/thread/metaline.h"

#include <QListView>
#include <QPersistentModelIndex>

#include <optional>
#include <vector>

class QMenu;

namespace Textdesk {

class BubbleDelegate;

class ThreadView final : public QListView {
    Q_OBJECT
public:
    ThreadView(const Theme& theme, Clock& clock, QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;
    void doItemsLayout() override;
    void scrollToEnd();
    // Selects a message and brings it to the middle; nothing if the model does not hold it.
    void showMessage(MessageId id);
    // What a search looked for, in every message; empty marks nothing.
    void setMarkedWords(const QString& words);
    void setContentHidden(bool hidden);
    // Why texts of this conversation wait, as a machine word; empty when they may go out.
    void setHold(const QString& reason);
    // Brings the rows in order now instead of at the next turn of the event loop.
    void settle() { executeDelayedItemsLayout(); }
    [[nodiscard]] bool isAtEnd() const;
    // The selected messages' texts, oldest first, one a line.
    [[nodiscard]] QString selectedText() const;
    [[nodiscard]] std::vector<MessageId> selectedMessages() const;
    // Whether a text here can still be taken back; asks for that: the chosen one, or the newest.
    [[nodiscard]] bool canUndo() const { return undoable().isValid(); }
    bool undoLast();
    // Then a delete asks where.
    void setDeletesAtProvider(bool can) { m_deletesAtProvider = can; }
    [[nodiscard]] const BubbleDelegate& delegate() const { return *m_delegate; }

public slots:
    void copySelection();

signals:
    // The reader came near an end of the window of rows that the model holds.
    void olderWanted();
    void newerWanted();
    // By a click on the words beside a message, from its menu or by a key.
    void actRequested(Textdesk::MessageId id, Textdesk::MessageAct act);
    void forwardRequested(const QString& text);
    // Of the selected messages.
    void deleteRequested(bool atProvider);
    // The person clicked or pressed a key here: what is in sight has been seen.
    void attended();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QModelIndex undoable() const;
    void rememberPlace();
    void returnToPlace();
    void alignToBottom();
    void askForMore();
    void tick();
    void addDeletes(QMenu& menu);
    // A text that may still go out cannot be deleted; the one that waits here can be taken back.
    [[nodiscard]] bool mayGoOut() const;
    void showMenu(const QModelIndex& index, const QPoint& globalPosition);
    void deleteSelected();
    void askWhereToDelete();
    [[nodiscard]] std::optional<MessageAct> actAt(const QPoint& position) const;

    const Theme& m_theme;
    Clock& m_clock;
    BubbleDelegate* m_delegate;
    QPersistentModelIndex m_anchor; // the first row in sight
    int m_anchorTop{0};
    bool m_atEnd{true};
    bool m_layingOut{false};
    bool m_ticking{false};
    bool m_deletesAtProvider{false};
};

} // namespace Textdesk
