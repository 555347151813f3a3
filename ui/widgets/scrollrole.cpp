// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/scrollrole.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QScrollArea>

namespace Textdesk {

namespace {

// Every child widget, shown or not, as for any other widget: their number does not change with the
// size of the window.
QAccessibleInterface* scrollInterface(const QString& className, QObject* object)
{
    const bool isArea{className == QLatin1String{QScrollArea::staticMetaObject.className()}
        || className == QLatin1String{QAbstractScrollArea::staticMetaObject.className()}};
    auto* area = isArea ? qobject_cast<QAbstractScrollArea*>(object) : nullptr;
    return area == nullptr ? nullptr : new QAccessibleWidget{area, QAccessible::Client};
}

} // namespace

void announceScrollAreas()
{
    QAccessible::installFactory(&scrollInterface);
}

} // namespace Textdesk
