// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Asks the person in front of the screen, without a nested event loop.
#pragma once

#include "ui/prompt/prompt.h"

namespace Textdesk {

class WindowPrompt final : public Prompt {
public:
    void ask(QWidget* parent, const Question& question, std::function<void(bool)> answer) override;
    void withdraw(QWidget* parent) override;
    void reword(QWidget* parent, const QString& text) override;
    void warn(QWidget* parent, const QString& title, const QString& text) override;
    void chooseFile(
        QWidget* parent, const FileWish& wish, std::function<void(const QString&)> answer) override;

private:
    [[nodiscard]] QString startFolder() const;
    QString m_folder; // the last one used, for the next question
};

} // namespace Textdesk
