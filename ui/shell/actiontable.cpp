// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/actiontable.h"

#include <QKeySequence>
#include <QShortcut>
#include <QWidget>

#include <algorithm>

namespace Textdesk {

ActionTable::ActionTable(QWidget& window)
    : QObject{&window}
    , m_window{window}
{ }

void ActionTable::add(WindowAction action)
{
    if (action.run) {
        for (const QString& keys : action.keys) {
            auto* shortcut =
                new QShortcut{QKeySequence{keys, QKeySequence::PortableText}, &m_window};
            connect(
                shortcut, &QShortcut::activated, this, [this, name = action.name] { run(name); });
        }
    }
    m_actions.push_back(std::move(action));
    emit changed();
}

bool ActionTable::run(const QString& name)
{
    const auto found = std::find_if(m_actions.cbegin(), m_actions.cend(),
        [&name](const WindowAction& action) { return action.name == name; });
    if (found == m_actions.cend() || !found->run || (found->mayRun && !found->mayRun())) {
        return false;
    }
    const auto act = found->run; // running may add rows
    act();
    return true;
}

QString ActionTable::groupTitle(ActionGroup group)
{
    switch (group) {
    case ActionGroup::Conversations:
        return tr("Conversations");
    case ActionGroup::Writing:
        return tr("Writing");
    case ActionGroup::Moving:
        return tr("Moving around");
    case ActionGroup::Notifications:
        return tr("Notifications");
    case ActionGroup::Program:
        return tr("Program");
    }
    return {};
}

QString ActionTable::keyText(const QString& keys)
{
    return QKeySequence{keys, QKeySequence::PortableText}.toString(QKeySequence::NativeText);
}

} // namespace Textdesk
