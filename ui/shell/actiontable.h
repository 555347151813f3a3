// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every action of the window, once: its keys, the command palette and the page of shortcuts are
// all made from these rows.
#pragma once

#include <QObject>
#include <QStringList>

#include <functional>
#include <vector>

class QWidget;

namespace Textdesk {

enum class ActionGroup { Conversations, Writing, Moving, Notifications, Program };

struct WindowAction final {
    QString name; // stable, e.g. "conversation.new"
    ActionGroup group{ActionGroup::Program};
    QString text; // "New conversation"
    QStringList keys; // portable spelling, "Ctrl+N"; may be empty
    // Empty for a key that a part of the window handles itself: then the row only tells of it.
    std::function<void()> run;
    std::function<bool()> mayRun; // empty: always
    bool inPalette{true};
};

class ActionTable final : public QObject {
    Q_OBJECT
public:
    // The keys work anywhere in the window, which becomes the table's parent.
    explicit ActionTable(QWidget& window);

    // A second action with one of its keys would make both dead: each key is used once.
    void add(WindowAction action);
    [[nodiscard]] const std::vector<WindowAction>& all() const { return m_actions; }
    // False for a name nobody added and for one that may not run now.
    bool run(const QString& name);
    [[nodiscard]] static QString groupTitle(ActionGroup group);
    // As the keyboard's labels say it in this language: "Ctrl+Umschalt+P".
    [[nodiscard]] static QString keyText(const QString& keys);

signals:
    void changed();

private:
    QWidget& m_window;
    std::vector<WindowAction> m_actions;
};

} // namespace Textdesk
