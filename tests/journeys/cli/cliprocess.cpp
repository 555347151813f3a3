// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/journeys/cli/cliprocess.h"

#include <QTest>

namespace Textdesk::Testing {

CliProcess::CliProcess(const QStringList& words, const QProcessEnvironment& environment)
{
    m_process.setProcessEnvironment(environment);
    m_process.start(QStringLiteral(TEXTDESK_BINARY_DIR "/bin/textdesk-cli"), words);
}

CliProcess::~CliProcess()
{
    if (m_process.state() != QProcess::NotRunning && stop() < 0) {
        m_process.kill();
    }
}

QByteArray CliProcess::nextLine()
{
    (void)QTest::qWaitFor(
        [this] { return m_process.canReadLine() || m_process.state() == QProcess::NotRunning; },
        20000);
    return m_process.readLine().trimmed();
}

QByteArray CliProcess::nextNote()
{
    const auto canRead = [this] {
        m_process.setReadChannel(QProcess::StandardError);
        return m_process.canReadLine();
    };
    const QByteArray line{
        QTest::qWaitFor(canRead, 20000) ? m_process.readLine().trimmed() : QByteArray{}};
    m_process.setReadChannel(QProcess::StandardOutput);
    return line;
}

void CliProcess::kill()
{
    m_process.kill();
    (void)QTest::qWaitFor([this] { return m_process.state() == QProcess::NotRunning; }, 20000);
}

int CliProcess::stop()
{
    m_process.terminate();
    return waitForEnd();
}

int CliProcess::waitForEnd()
{
    const bool ended{
        QTest::qWaitFor([this] { return m_process.state() == QProcess::NotRunning; }, 20000)};
    return ended && m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

} // namespace Textdesk::Testing
