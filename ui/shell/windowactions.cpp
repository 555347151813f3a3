// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/windowactions.h"

#include "ui/shell/actiontable.h"
#include "ui/shell/inboxacts.h"
#include "ui/shell/inboxpage.h"
#include "ui/shell/mainwindow.h"
#include "ui/thread/threadview.h"

#include <QCoreApplication>

namespace Textdesk {

namespace {

class WindowActions final {
    Q_DECLARE_TR_FUNCTIONS(WindowActions)
public:
    explicit WindowActions(MainWindow& window)
        : m_window{window}
        , m_table{window.actions()}
    { }
    void addConversations();
    void addTriage();
    void addWriting();
    void addMoving();
    void addProgram();

private:
    [[nodiscard]] std::function<void()> place(const char* key)
    {
        return [&window = m_window, key] { window.goTo(QLatin1String{key}); };
    }
    MainWindow& m_window;
    ActionTable& m_table;
};

void WindowActions::addConversations()
{
    const auto group = ActionGroup::Conversations;
    const auto hasAccounts = [&window = m_window] { return window.hasAccounts(); };
    const auto inInbox = [&window = m_window] {
        return window.place() == QStringLiteral("inbox") && window.hasAccounts();
    };
    m_table.add({QStringLiteral("conversation.new"), group, tr("New conversation"),
        {QStringLiteral("Ctrl+N")}, [&window = m_window] { window.startConversation(); },
        hasAccounts});
    m_table.add({QStringLiteral("conversation.search"), group, tr("Search messages and people"),
        {QStringLiteral("Ctrl+K")},
        [&window = m_window] {
            window.goTo(QStringLiteral("inbox"));
            window.inbox().focusSearch();
        },
        hasAccounts});
    m_table.add({QStringLiteral("conversation.next"), group, tr("Next conversation"),
        {QStringLiteral("Alt+Down")}, [&window = m_window] { window.inbox().step(1); }, inInbox});
    m_table.add({QStringLiteral("conversation.previous"), group, tr("Previous conversation"),
        {QStringLiteral("Alt+Up")}, [&window = m_window] { window.inbox().step(-1); }, inInbox});
    m_table.add({QStringLiteral("conversation.unread"), group,
        tr("Mark the conversation as unread"), {QStringLiteral("Ctrl+U")},
        [&window = m_window] { window.inbox().markOpenUnread(); }, inInbox});
}

void WindowActions::addTriage()
{
    using Tool = ConversationTools::Tool;
    const auto isOpen = [&window = m_window] {
        return window.place() == QStringLiteral("inbox") && window.inbox().conversation().isValid();
    };
    const auto tool = [&window = m_window](Tool which) {
        return [&window, which] { window.inbox().showTool(which); };
    };
    const auto add = [&](const char* name, const QString& words, const char* keys,
                         std::function<void()> act) {
        m_table.add({QLatin1String{name}, ActionGroup::Conversations, words, {QLatin1String{keys}},
            std::move(act), isOpen});
    };
    add("conversation.done", tr("Mark the conversation as done, or as waiting for me"), "Ctrl+E",
        [&window = m_window] { window.inbox().setOpenDone(); });
    add("conversation.snooze", tr("Snooze the conversation"), "Ctrl+H", tool(Tool::Snooze));
    add("conversation.labels", tr("Labels of the conversation"), "Ctrl+L", tool(Tool::Labels));
    add("conversation.people", tr("Save the number as a contact"), "Ctrl+I", tool(Tool::People));
    m_table.add({QStringLiteral("conversation.export"), ActionGroup::Conversations,
        tr("Export the conversation to a file"), {},
        [&window = m_window] { window.inbox().exportOpen(); }, isOpen});
    m_table.add({QStringLiteral("conversation.undo-delete"), ActionGroup::Conversations,
        tr("Take the last delete back"), {QStringLiteral("Ctrl+Shift+Z")},
        [&window = m_window] { window.inbox().acts().undo(); },
        [&window = m_window] { return window.inbox().acts().canUndo(); }});
}

void WindowActions::addWriting()
{
    const auto group = ActionGroup::Writing;
    m_table.add({QStringLiteral("writing.send"), group, tr("Send the text"),
        {QStringLiteral("Return")}, {}, {}});
    m_table.add({QStringLiteral("writing.line"), group, tr("Begin a new line"),
        {QStringLiteral("Shift+Return")}, {}, {}});
    m_table.add({QStringLiteral("writing.undo"), group,
        tr("Take back the text just sent, in its first seconds"), {QStringLiteral("Ctrl+Z")},
        [&window = m_window] { window.inbox().thread().undoLast(); },
        [&window = m_window] {
            return window.place() == QStringLiteral("inbox") && window.inbox().thread().canUndo();
        }});
    m_table.add({QStringLiteral("writing.leave"), group,
        tr("Leave a new conversation; its words are kept"), {QStringLiteral("Esc")}, {}, {}});
}

void WindowActions::addMoving()
{
    const auto group = ActionGroup::Moving;
    m_table.add({QStringLiteral("moving.commands"), group, tr("Commands and conversations by name"),
        {QStringLiteral("Ctrl+Shift+P")}, [&window = m_window] { window.openPalette(); }, {},
        false});
    m_table.add({QStringLiteral("moving.pane"), group, tr("Next part of the window"),
        {QStringLiteral("F6")}, [&window = m_window] { window.cyclePanes(true); }, {}});
    m_table.add({QStringLiteral("moving.pane-back"), group, tr("Previous part of the window"),
        {QStringLiteral("Shift+F6")}, [&window = m_window] { window.cyclePanes(false); }, {}});
    m_table.add({QStringLiteral("moving.places"), group,
        tr("Places of the rail from the top, up to Ctrl+9"),
        {QStringLiteral("Ctrl+1"), QStringLiteral("Ctrl+2")}, {}, {}});
    for (int number{1}; number <= 9; ++number) {
        // Told by the row above: which place is which depends on what the rail shows.
        m_table.add({QStringLiteral("moving.place-%1").arg(number), group, {},
            {QStringLiteral("Ctrl+%1").arg(number)},
            [&window = m_window, number] { window.goToNumber(number); }, {}});
    }
}

void WindowActions::addProgram()
{
    const auto group = ActionGroup::Program;
    m_table.add({QStringLiteral("program.inbox"), group, tr("Go to the inbox"), {},
        [&window = m_window] { window.choose(QStringLiteral("inbox")); },
        [&window = m_window] { return window.hasAccounts(); }});
    m_table.add({QStringLiteral("program.settings"), group, tr("Settings"),
        {QStringLiteral("Ctrl+,")}, place("settings"), {}});
    m_table.add({QStringLiteral("program.shortcuts"), group, tr("Keyboard shortcuts"),
        {QStringLiteral("F1"), QStringLiteral("Ctrl+?")}, place("shortcuts"), {}});
    m_table.add({QStringLiteral("program.account"), group, tr("Add an account"), {},
        [&window = m_window] { window.addAccount(); }, {}});
}

} // namespace

void addWindowActions(MainWindow& window)
{
    WindowActions rows{window};
    rows.addConversations();
    rows.addTriage();
    rows.addWriting();
    rows.addMoving();
    rows.addProgram();
}

} // namespace Textdesk
