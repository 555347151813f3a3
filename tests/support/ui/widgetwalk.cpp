// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ui/widgetwalk.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace Textdesk::Testing {

namespace {

bool isInteractive(const QWidget& widget)
{
    return qobject_cast<const QAbstractButton*>(&widget) != nullptr
        || qobject_cast<const QLineEdit*>(&widget) != nullptr
        || qobject_cast<const QPlainTextEdit*>(&widget) != nullptr
        || qobject_cast<const QComboBox*>(&widget) != nullptr
        || qobject_cast<const QAbstractItemView*>(&widget) != nullptr;
}

// The list inside a combo box belongs to Qt.
bool isPartOfCombo(const QWidget& widget)
{
    for (const QWidget* parent{widget.parentWidget()}; parent != nullptr;
         parent = parent->parentWidget()) {
        if (qobject_cast<const QComboBox*>(parent) != nullptr) {
            return true;
        }
    }
    return false;
}

} // namespace

QStringList namelessWidgets(const QWidget& root)
{
    QStringList found;
    const auto widgets = root.findChildren<QWidget*>();
    for (const QWidget* widget : widgets) {
        if (!isInteractive(*widget) || isPartOfCombo(*widget)) {
            continue;
        }
        // A button without a label is one that is not shown yet (an offer, an empty place's
        // action).
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const bool isUnused{button != nullptr && button->isHidden()};
        if (widget->objectName().isEmpty() || (widget->accessibleName().isEmpty() && !isUnused)) {
            found << QString::fromLatin1(widget->metaObject()->className()) + u' '
                    + widget->objectName();
        }
    }
    return found;
}

QStringList richLabels(const QWidget& root)
{
    QStringList found;
    const auto labels = root.findChildren<QLabel*>();
    for (const QLabel* label : labels) {
        if (label->textFormat() != Qt::PlainText) {
            found << label->objectName() + u':' + label->text();
        }
    }
    return found;
}

} // namespace Textdesk::Testing
