// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ui/scriptedprompt.h"

#include <QMetaObject>
#include <QWidget>

namespace Textdesk::Testing {

QString ScriptedPrompt::next()
{
    // An unexpected question is answered "no", which a test then notices in asked().
    return m_answers.isEmpty() ? QString{} : m_answers.takeFirst();
}

void ScriptedPrompt::ask(
    QWidget* parent, const Question& question, std::function<void(bool)> answer)
{
    m_asked.append(question.title);
    m_said = question.text;
    if (m_leavesOpen) {
        return;
    }
    const bool yes{!next().isEmpty()};
    QMetaObject::invokeMethod(
        parent, [reply = std::move(answer), yes] { reply(yes); }, Qt::QueuedConnection);
}

void ScriptedPrompt::withdraw(QWidget*)
{
    ++m_withdrawn;
}

void ScriptedPrompt::reword(QWidget*, const QString& text)
{
    m_said = text;
}

void ScriptedPrompt::warn(QWidget*, const QString& title, const QString&)
{
    m_asked.append(title);
}

void ScriptedPrompt::chooseFile(
    QWidget* parent, const FileWish& wish, std::function<void(const QString&)> answer)
{
    m_asked.append(wish.title);
    QMetaObject::invokeMethod(
        parent, [reply = std::move(answer), path = next()] { reply(path); }, Qt::QueuedConnection);
}

} // namespace Textdesk::Testing
