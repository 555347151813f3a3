// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Answers questions from a list instead of a person, and remembers what was asked.
#pragma once

#include "ui/prompt/prompt.h"

#include <QStringList>

namespace Textdesk::Testing {

class ScriptedPrompt final : public Prompt {
public:
    void answerNext(bool yes) { m_answers.append(yes ? QStringLiteral("yes") : QString{}); }
    void chooseNext(const QString& path) { m_answers.append(path); }
    [[nodiscard]] const QStringList& asked() const { return m_asked; }

    void ask(QWidget* parent, const Question& question, std::function<void(bool)> answer) override;
    void withdraw(QWidget* parent) override;
    void reword(QWidget* parent, const QString& text) override;
    // What the last question says.
    [[nodiscard]] const QString& said() const { return m_said; }
    // Questions stay open, unanswered, until they are withdrawn.
    void leaveOpen() { m_leavesOpen = true; }
    [[nodiscard]] int withdrawn() const { return m_withdrawn; }
    void warn(QWidget* parent, const QString& title, const QString& text) override;
    void chooseFile(
        QWidget* parent, const FileWish& wish, std::function<void(const QString&)> answer) override;

private:
    [[nodiscard]] QString next();
    QStringList m_answers;
    QStringList m_asked;
    QString m_said;
    bool m_leavesOpen{false};
    int m_withdrawn{0};
};

} // namespace Textdesk::Testing
