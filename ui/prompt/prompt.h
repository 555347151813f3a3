// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The one way to ask, warn or choose a file, so that a test can answer instead of a person.
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace Textdesk {

struct Question final {
    QString title; // what would happen, as a question
    QString text; // what is safe and what is not
    QString yes; // the verb, never "OK"
    QString no;
    bool isDangerous{false}; // then "no" is what Return presses
};

struct FileWish final {
    QString title;
    QString filter; // e.g. "CSV files (*.csv)"
    QString suggestedName; // not empty: a file to write
    bool isFolder{false}; // a folder that is there, instead of a file
};

// Answers come from the event loop, and never after the parent died.
class Prompt {
public:
    Prompt() = default;
    Prompt(const Prompt&) = delete;
    Prompt& operator=(const Prompt&) = delete;
    virtual ~Prompt() = default;

    virtual void ask(
        QWidget* parent, const Question& question, std::function<void(bool)> answer) = 0;
    // Takes the question of that parent away without an answer: what it asked about is over.
    virtual void withdraw(QWidget* parent) = 0;
    // The question of that parent that is open says this now: what it asks about has moved on.
    virtual void reword(QWidget* parent, const QString& text) = 0;
    virtual void warn(QWidget* parent, const QString& title, const QString& text) = 0;
    // An empty path means that the person changed their mind.
    virtual void chooseFile(
        QWidget* parent, const FileWish& wish, std::function<void(const QString&)> answer) = 0;
};

} // namespace Textdesk
