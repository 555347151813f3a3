// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/logfile.h"

#include "app/base/clock.h"

#include <QFile>
#include <QFileInfo>
#include <QLockFile>

#include <atomic>

namespace Textdesk {

namespace {

constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

// Qt calls a plain function, so where the lines go has to stand somewhere that it can see.
std::atomic<LogFile*> installed{nullptr};
std::atomic<QtMessageHandler> former{nullptr};
std::atomic<int> echoRank{0};
// Writing may warn in its turn; that would never end.
thread_local bool isWriting{false};

int rankOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return 0;
    case QtInfoMsg:
        return 1;
    case QtWarningMsg:
        return 2;
    case QtCriticalMsg:
        return 3;
    case QtFatalMsg:
        break;
    }
    return 4;
}

const char* nameOf(QtMsgType type)
{
    static constexpr const char* names[]{"debug", "info", "warning", "critical", "fatal"};
    return names[rankOf(type)];
}

// One line stays one line, and no control character reaches a terminal that shows the file.
QString oneLine(const QString& words, int longest)
{
    QString line{words.left(longest)};
    for (QChar& character : line) {
        if (character.category() == QChar::Other_Control
            || character.category() == QChar::Other_Format || character == QChar::LineSeparator
            || character == QChar::ParagraphSeparator) {
            character = u' ';
        }
    }
    return words.size() > longest ? line + QChar{0x2026} : line;
}

} // namespace

LogFile::LogFile(QString folder, Scrub scrub, LogLimits limits)
    : m_folder{std::move(folder)}
    , m_path{m_folder + QStringLiteral("/textdesk.log")}
    , m_scrub{std::move(scrub)}
    , m_limits{limits}
{ }

LogFile::~LogFile()
{
    if (m_installed) {
        qInstallMessageHandler(former.load());
        installed = nullptr;
    }
    // A line that another thread is writing now is written to its end.
    const QMutexLocker lock{&m_mutex};
}

void LogFile::install(QtMsgType echoFrom)
{
    Q_ASSERT(installed.load() == nullptr);
    m_installed = true;
    echoRank = rankOf(echoFrom);
    installed = this;
    former = qInstallMessageHandler(&LogFile::handle);
}

void LogFile::handle(QtMsgType type, const QMessageLogContext& context, const QString& words)
{
    LogFile* log{installed.load()};
    if (log && !isWriting) {
        isWriting = true;
        log->write(type, context.category, words);
        isWriting = false;
    }
    const QtMessageHandler before{former.load()};
    if (before && (rankOf(type) >= echoRank.load() || type == QtFatalMsg)) {
        before(type, context, log && log->m_scrub ? log->m_scrub(words) : words);
    }
}

void LogFile::write(QtMsgType type, const char* category, const QString& words)
{
    const QString scrubbed{m_scrub ? m_scrub(words) : words};
    const QString line{
        QStringLiteral("%1 %2 %3 %4\n")
            .arg(SystemClock{}.now().toString(Qt::ISODateWithMs), QLatin1String{nameOf(type)},
                QLatin1String{category ? category : "default"},
                oneLine(scrubbed, m_limits.lineCharacters))};
    const QMutexLocker lock{&m_mutex};
    append(line.toUtf8());
}

// Opened for each line: another process may have rotated the file meanwhile, and lines are few.
void LogFile::append(const QByteArray& line)
{
    QFile file{m_path};
    if (!QFileInfo::exists(m_folder)
        || !file.open(
            QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered, ownerOnly)) {
        return; // nobody can be told that the log cannot be written
    }
    if (file.size() + line.size() > m_limits.fileBytes && file.size() > 0) {
        file.close();
        rotate();
        if (!file.open(
                QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered, ownerOnly)) {
            return;
        }
    }
    file.write(line);
}

void LogFile::rotate()
{
    QLockFile turn{m_path + QStringLiteral(".lock")};
    // Whoever has it rotates for all; and it may be done by now.
    if (!turn.tryLock(0) || QFileInfo{m_path}.size() < m_limits.fileBytes / 2) {
        return;
    }
    const auto numbered = [this](int number) {
        return number == 0 ? m_path : m_path + u'.' + QString::number(number);
    };
    QFile::remove(numbered(m_limits.files - 1));
    for (int number{m_limits.files - 1}; number > 0; --number) {
        QFile::rename(numbered(number - 1), numbered(number));
    }
}

} // namespace Textdesk
