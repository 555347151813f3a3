// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upkeep/logtraces.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace Textdesk {

QStringList logFilesOf(const QString& profileFolder)
{
    QStringList files;
    for (const QString& folder : {profileFolder + QStringLiteral("/log"), profileFolder}) {
        const QDir dir{folder};
        for (const QString& name :
            dir.entryList({QStringLiteral("textdesk.log*")}, QDir::Files, QDir::Name)) {
            files.append(dir.filePath(name));
        }
    }
    return files;
}

void removeTraces(const QString& profileFolder, const QList<QByteArray>& traces)
{
    // What the practice service wrote down of the texts it took is in the profile, too.
    const QString practised{profileFolder + QStringLiteral("/practice-ledger.jsonl")};
    for (const QString& path : logFilesOf(profileFolder) + QStringList{practised}) {
        QFile file{path};
        if (!file.exists() || !file.open(QIODevice::ReadWrite)) {
            continue;
        }
        const QByteArray before{file.readAll()};
        QByteArray after;
        const QList<QByteArray> lines{before.split('\n')};
        for (qsizetype i{0}; i < lines.size(); ++i) {
            const bool holds{std::any_of(traces.cbegin(), traces.cend(),
                [&](const QByteArray& trace) { return lines[i].contains(trace); })};
            if (!holds) {
                after += lines[i] + (i + 1 < lines.size() ? "\n" : "");
            }
        }
        if (after.size() != before.size() && file.seek(0)) {
            file.write(after);
            file.resize(after.size());
        }
    }
}

QStringList lastLogLines(const QString& profileFolder, int lines)
{
    QStringList last;
    for (const QString& path : logFilesOf(profileFolder)) {
        QFile file{path};
        if (last.size() >= lines || !file.open(QIODevice::ReadOnly)) {
            break;
        }
        QStringList these{QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)};
        last = these.mid(std::max<qsizetype>(0, these.size() - (lines - last.size()))) + last;
    }
    return last;
}

} // namespace Textdesk
