// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowrole.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QWidget>

namespace Textdesk {

namespace {

// Qt asks once for each class of an object, from its own up; QWidget is what no other class
// claimed.
QAccessibleInterface* windowInterface(const QString& className, QObject* object)
{
    auto* widget = qobject_cast<QWidget*>(object);
    const bool plainWindow{widget && className == QLatin1String{"QWidget"} && widget->isWindow()
        && widget->windowType() == Qt::Window};
    return plainWindow ? new QAccessibleWidget{widget, QAccessible::Window} : nullptr;
}

} // namespace

void announceWindows()
{
    QAccessible::installFactory(&windowInterface);
}

} // namespace Textdesk
