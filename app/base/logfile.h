// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What happened, in a small file of the profile that rotates: for a person who asks "what was
// that?".
#pragma once

#include <QMutex>
#include <QString>

#include <functional>

namespace Textdesk {

struct LogLimits final {
    qint64 fileBytes{1 << 20};
    int files{3}; // with the older ones, "textdesk.log.1" and so on
    int lineCharacters{2000};
};

class LogFile final {
public:
    // Takes words out that no log may hold; applied to every line, whoever wrote it.
    using Scrub = std::function<QString(const QString&)>;

    // Writes to <folder>/textdesk.log, readable by the owner only; a folder that is not there yet
    // keeps nothing. Several processes may write to one folder.
    LogFile(QString folder, Scrub scrub, LogLimits limits = {});
    LogFile(const LogFile&) = delete;
    LogFile& operator=(const LogFile&) = delete;
    // Qt's message handler is the former one again, if install() was called.
    ~LogFile();

    // From now on every log line of the process comes here as well; those of echoFrom and above
    // also go where they went before. One log file a process at a time.
    void install(QtMsgType echoFrom);
    // One line, from any thread: "2026-03-05T12:33:00.123Z info textdesk.net words".
    void write(QtMsgType type, const char* category, const QString& words);

    [[nodiscard]] QString path() const { return m_path; }

private:
    static void handle(QtMsgType type, const QMessageLogContext& context, const QString& words);
    void append(const QByteArray& line);
    void rotate();

    QString m_folder;
    QString m_path;
    Scrub m_scrub;
    LogLimits m_limits;
    QMutex m_mutex;
    bool m_installed{false};
};

} // namespace Textdesk
