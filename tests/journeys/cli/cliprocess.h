// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A textdesk-cli that stays: 'listen' and 'practice serve'.
#pragma once

#include <QProcess>

namespace Textdesk::Testing {

class CliProcess final {
public:
    CliProcess(const QStringList& words, const QProcessEnvironment& environment);
    ~CliProcess();
    CliProcess(const CliProcess&) = delete;
    CliProcess& operator=(const CliProcess&) = delete;

    // Waits for the next whole line of standard output; empty when none comes, also because it
    // ended.
    [[nodiscard]] QByteArray nextLine();
    // The same of standard error.
    [[nodiscard]] QByteArray nextNote();
    void terminate() { m_process.terminate(); }
    // As kill -9; it is gone when this returns.
    void kill();
    [[nodiscard]] qint64 pid() const { return m_process.processId(); }
    // SIGTERM, as a service manager does; the exit code, -1 if it does not end.
    [[nodiscard]] int stop();
    [[nodiscard]] int waitForEnd();

private:
    QProcess m_process;
};

} // namespace Textdesk::Testing
