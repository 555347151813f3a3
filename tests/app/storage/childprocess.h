// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// This test binary once more, running one of its child units: to be killed, or shut into a file
// system of its own.
#pragma once

#include <QProcess>
#include <QStringList>

namespace Textdesk::Testing {

class ChildProcess final {
public:
    // script, if any, is run by a shell in a mount namespace of its own before the unit: $1 is the
    // folder.
    void start(const QString& unit, const QString& folder, const QString& script = {});
    // What it said so far, one line a call of say().
    [[nodiscard]] QStringList said();
    // Waits until it said that many lines or ended; false in that case or after 30 s.
    [[nodiscard]] bool awaitLines(int count);
    // Its exit code; -1 when it does not end within 60 s or was killed.
    [[nodiscard]] int awaitEnd();
    void kill();
    [[nodiscard]] QByteArray output() const { return m_output; }

private:
    void read();
    QProcess m_process;
    QByteArray m_output;
};

// In the child: a line for the parent, at once.
void say(const QByteArray& line);
// In the child: the folder given to start(); empty when the unit was not started by a parent.
[[nodiscard]] QString childFolder();

} // namespace Textdesk::Testing
