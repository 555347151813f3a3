// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/readingarea.h"

#include <QAccessibleWidget>

namespace Textdesk {

namespace {

// Qt calls a scroll area a filler, which screen readers pass over in silence.
QAccessibleInterface* documentOf(const QString& key, QObject* object)
{
    auto* area = key == QLatin1String{ReadingArea::staticMetaObject.className()}
        ? qobject_cast<ReadingArea*>(object)
        : nullptr;
    return area == nullptr ? nullptr : new QAccessibleWidget{area, QAccessible::Document};
}

} // namespace

ReadingArea::ReadingArea(const QString& name, const QString& spokenName, QWidget* parent)
    : QScrollArea{parent}
{
    QAccessible::installFactory(documentOf); // once: Qt forgets a second time
    setObjectName(name);
    setAccessibleName(spokenName);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
}

} // namespace Textdesk
