// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/localcaller.h"

#include <QDir>
#include <QFile>
#include <QProcessEnvironment>

#include <cstdio>

namespace Textdesk {

QString LocalCaller::path(const QString& name) const
{
    return QDir::current().absoluteFilePath(name);
}

std::optional<QByteArray> LocalCaller::file(const QString& name)
{
    QFile source{name};
    const bool opened{name == QStringLiteral("-") ? source.open(stdin, QIODevice::ReadOnly)
                                                  : source.open(QIODevice::ReadOnly)};
    if (!opened) {
        return std::nullopt;
    }
    return source.readAll();
}

QString LocalCaller::variable(const QString& name) const
{
    return QProcessEnvironment::systemEnvironment().value(name);
}

QString LocalCaller::nextLine()
{
    return m_input.readLine();
}

} // namespace Textdesk
