// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/tree/pretendmachine.h"

#include "tests/app/tree/sourcetext.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>

namespace Textdesk::Testing {

namespace {

void writeFile(const QString& path, const QByteArray& text)
{
    QFile file{path};
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
        qFatal("cannot write %s", qPrintable(path));
    }
}

} // namespace

const QByteArray willingApt{
    "[[ $* == *' install '* ]] || exit 0\n"
    "names=\"$*\"\n"
    "for name in ${names#*--no-install-recommends}; do : >\"$HOME/installed/$name\"; done\n"};

PretendMachine::PretendMachine(const QByteArray& aptGet)
{
    QDir root{m_folder.path()};
    for (const char* folder : {"packaging", "bin", "installed"}) {
        root.mkdir(QLatin1String{folder});
    }
    writeFile(root.filePath(QStringLiteral("packaging/setup.sh")),
        readSource(QStringLiteral("packaging/setup.sh")).toUtf8());
    writeFile(root.filePath(QStringLiteral("packaging/packages.txt")),
        "# name kind why\nalpha build it compiles\nbeta run,tour it runs\ngamma test it tests\n");
    writeProgram("dpkg-query",
        "echo asked >>\"$HOME/dpkg.log\"\n"
        "for name in \"${@:3}\"; do\n"
        "    if [ -e \"$HOME/installed/$name\" ]; then echo \"$name ii \"; else failed=1; fi\n"
        "done\n"
        "exit ${failed:-0}\n");
    writeProgram("id", "echo 0\n");
    writeProgram("apt-get", "echo \"$*\" >>\"$HOME/apt.log\"\n" + aptGet);
}

void PretendMachine::writeProgram(const char* name, const QByteArray& body)
{
    const QString path{m_folder.filePath(QLatin1String{"bin/"} + QLatin1String{name})};
    writeFile(path, "#!/bin/bash\n" + body);
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

void PretendMachine::removeProgram(const char* name)
{
    QFile::remove(m_folder.filePath(QLatin1String{"bin/"} + QLatin1String{name}));
}

void PretendMachine::hideSystemPrograms()
{
    m_systemPath = m_folder.filePath(QStringLiteral("tools"));
    QDir{}.mkpath(m_systemPath);
    for (const char* name :
        {"awk", "basename", "cat", "cut", "dirname", "env", "find", "mkdir", "rm", "sha256sum"}) {
        QFile::link(QLatin1String{"/usr/bin/"} + QLatin1String{name},
            m_systemPath + u'/' + QLatin1String{name});
    }
}

PretendMachine::Outcome PretendMachine::ensure(const QString& kinds) const
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("HOME"), m_folder.path());
    environment.insert(
        QStringLiteral("PATH"), m_folder.filePath(QStringLiteral("bin")) + u':' + m_systemPath);
    QProcess shell;
    shell.setProcessEnvironment(environment);
    shell.setProcessChannelMode(QProcess::MergedChannels);
    shell.setStandardInputFile(QProcess::nullDevice());
    const QString script{
        QStringLiteral("source \"$HOME/packaging/setup.sh\"; ensure_packages %1; echo ready")
            .arg(kinds)};
    shell.start(QStringLiteral("/bin/bash"), {QStringLiteral("-euc"), script});
    if (!shell.waitForFinished()) {
        return {};
    }
    return {shell.exitCode(), QString::fromUtf8(shell.readAll())};
}

void PretendMachine::listPackage(const QByteArray& line)
{
    QFile list{m_folder.filePath(QStringLiteral("packaging/packages.txt"))};
    if (!list.open(QIODevice::Append) || list.write(line + '\n') < 0) {
        qFatal("cannot extend the list");
    }
}

int PretendMachine::dpkgQuestions() const
{
    QFile log{m_folder.filePath(QStringLiteral("dpkg.log"))};
    return log.open(QIODevice::ReadOnly) ? int(log.readAll().count('\n')) : 0;
}

QStringList PretendMachine::aptCalls() const
{
    QFile log{m_folder.filePath(QStringLiteral("apt.log"))};
    QStringList calls;
    if (!log.open(QIODevice::ReadOnly)) {
        return calls;
    }
    const QString flag{QStringLiteral("--no-install-recommends ")};
    const QStringList lines{QString::fromUtf8(log.readAll()).split(u'\n', Qt::SkipEmptyParts)};
    for (const QString& line : lines) {
        calls.append(line.contains(flag)
                ? QStringLiteral("install:") + line.mid(line.indexOf(flag) + flag.size())
                : line.section(u' ', -1));
    }
    return calls;
}

} // namespace Textdesk::Testing
