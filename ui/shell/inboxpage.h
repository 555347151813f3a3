// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Daily work: the conversations on one side, the open one on the other.
#pragma once

#include "app/base/clock.h"
#include "ui/shell/conversationpage.h"

#include <QWidget>

class QSplitter;

namespace Textdesk {

class ExportActs;
class InboxActs;
class InboxPane;

class InboxPage final : public QWidget {
    Q_OBJECT
public:
    InboxPage(
        const Theme& theme, Clock& clock, Desk& desk, Prompt& prompt, QWidget* parent = nullptr);

    void openConversation(ConversationId id, MessageId found = {});
    // As it was left at the last end: opened, but nobody has read what came since.
    void restoreConversation(ConversationId id);
    [[nodiscard]] ConversationId conversation() const { return m_detail->conversation(); }
    void focusText() { m_detail->focusText(); }
    // To the text where one can be written, else to the list.
    void focusWork();
    // All conversations: whatever was searched or begun is left; its words are kept.
    void goHome();
    [[nodiscard]] bool isWritingNew() const { return m_detail->isNew(); }
    [[nodiscard]] ThreadView& thread() const { return m_detail->thread(); }
    void setContentHidden(bool hidden);
    [[nodiscard]] QSplitter& splitter() const { return *m_split; }
    void startNew(const QString& number = {}, AccountId account = {});
    void focusSearch();
    void step(int rows);
    void markUnread(ConversationId id, bool unread);
    void markOpenUnread() { markUnread(m_detail->conversation(), true); }
    // Of the open conversation.
    void showTool(ConversationTools::Tool tool);
    void setOpenDone();
    void exportOpen();
    [[nodiscard]] InboxActs& acts() const { return *m_acts; }
    // Moves the focus to the next of list, thread and text; false when it left the last one.
    bool focusNextPane(bool forward);
    void focusFirstPane();

signals:
    void failed(const Textdesk::Error& error);
    void newChanged();

private:
    void orderTabs();
    void wire();
    void wireList();
    void openListed(ConversationId id, MessageId found);
    void typeOn(const QString& letters);
    void markAttended();
    void wireActs();
    Desk& m_desk;
    BannerArea* m_notices;
    QSplitter* m_split;
    InboxPane* m_list;
    ConversationPage* m_detail;
    InboxActs* m_acts;
    ExportActs* m_export;
};

} // namespace Textdesk
