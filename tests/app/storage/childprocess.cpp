// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/storage/childprocess.h"

#include <QCoreApplication>
#include <QTest>

#include <cstdio>

namespace Textdesk::Testing {

namespace {

constexpr char folderVariable[]{"TEXTDESK_CHILD_FOLDER"};
const QByteArray mark{QByteArrayLiteral("child: ")};

} // namespace

void ChildProcess::start(const QString& unit, const QString& folder, const QString& script)
{
    QProcessEnvironment environment{QProcessEnvironment::systemEnvironment()};
    environment.insert(QString::fromLatin1(folderVariable), folder);
    m_process.setProcessEnvironment(environment);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    const QString self{QCoreApplication::applicationFilePath()};
    if (script.isEmpty()) {
        m_process.start(self, {unit});
    } else {
        const QString whole{QStringLiteral("set -e; %1; exec \"$2\" \"$3\"").arg(script)};
        m_process.start(QStringLiteral("unshare"),
            {QStringLiteral("-rm"), QStringLiteral("sh"), QStringLiteral("-c"), whole,
                QStringLiteral("sh"), folder, self, unit});
    }
}

void ChildProcess::read()
{
    m_output += m_process.readAll();
}

QStringList ChildProcess::said()
{
    read();
    QStringList lines;
    const qsizetype end{m_output.lastIndexOf('\n')};
    for (const QByteArray& line : m_output.left(end + 1).split('\n')) {
        if (line.startsWith(mark)) {
            lines += QString::fromUtf8(line.mid(mark.size()));
        }
    }
    return lines;
}

bool ChildProcess::awaitLines(int count)
{
    return QTest::qWaitFor(
               [this, count] {
                   return said().size() >= count || m_process.state() == QProcess::NotRunning;
               },
               30000)
        && said().size() >= count;
}

int ChildProcess::awaitEnd()
{
    const bool ended{
        QTest::qWaitFor([this] { return m_process.state() == QProcess::NotRunning; }, 60000)};
    read();
    return ended && m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

void ChildProcess::kill()
{
    m_process.kill();
    (void)awaitEnd();
}

void say(const QByteArray& line)
{
    std::printf("%s%s\n", mark.constData(), line.constData());
    std::fflush(stdout);
}

QString childFolder()
{
    return qEnvironmentVariable(folderVariable);
}

} // namespace Textdesk::Testing
