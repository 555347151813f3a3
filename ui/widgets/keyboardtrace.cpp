// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/keyboardtrace.h"

#include <QKeyEvent>
#include <QWidget>

namespace Textdesk {

namespace {

// Keys that lead somewhere; who types words into a field has not asked where the focus is.
bool leadsOn(const QKeyEvent& event)
{
    switch (event.key()) {
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Escape:
        return true;
    default:
        return event.key() >= Qt::Key_F1 && event.key() <= Qt::Key_F35
            ? true
            : (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier)) != 0;
    }
}

} // namespace

KeyboardTrace::KeyboardTrace(QObject& application)
{
    application.installEventFilter(this);
}

bool KeyboardTrace::eventFilter(QObject* watched, QEvent* event)
{
    const bool isPress{event->type() == QEvent::MouseButtonPress};
    const bool isKey{
        event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride};
    if (!isPress && !isKey && event->type() != QEvent::FocusIn) {
        return false;
    }
    if (isPress) {
        m_byKeys = false;
    } else if (isKey && leadsOn(*static_cast<QKeyEvent*>(event))) {
        m_byKeys = true;
    }
    if (watched->isWidgetType() && (isPress || !isKey || m_byKeys)) {
        show(*static_cast<QWidget*>(watched));
    }
    return false;
}

void KeyboardTrace::show(const QWidget& widget) const
{
    QWidget* window{widget.window()};
    if (window->testAttribute(Qt::WA_KeyboardFocusChange) == m_byKeys) {
        return;
    }
    window->setAttribute(Qt::WA_KeyboardFocusChange, m_byKeys);
    if (QWidget * focused{window->focusWidget()}) {
        focused->update();
    }
}

} // namespace Textdesk
