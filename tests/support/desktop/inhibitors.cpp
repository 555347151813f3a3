// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/desktop/inhibitors.h"

#include <QDBusArgument>

namespace Textdesk::Testing {

QStringList heldInhibitors(MockedService& logind)
{
    QStringList lines;
    const QDBusMessage answer{logind.call(
        QStringLiteral("org.freedesktop.login1.Manager"), QStringLiteral("ListInhibitors"))};
    const auto list = answer.arguments().value(0).value<QDBusArgument>();
    list.beginArray();
    while (!list.atEnd()) {
        QString what;
        QString who;
        QString why;
        QString mode;
        uint user{0};
        uint process{0};
        list.beginStructure();
        list >> what >> who >> why >> mode >> user >> process;
        list.endStructure();
        lines.append(QStringList{what, who, why, mode}.join(u' '));
    }
    list.endArray();
    return lines;
}

} // namespace Textdesk::Testing
