// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thread/composeedit.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/painting.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QTextDocument>

#include <algorithm>
#include <cmath>

namespace Textdesk {

namespace {

constexpr int fewestLines{2};
constexpr int mostLines{6};

} // namespace

ComposeEdit::ComposeEdit(QWidget* parent)
    : QPlainTextEdit{parent}
{
    setObjectName(QStringLiteral("composeEdit"));
    setAccessibleName(tr("Message"));
    setPlaceholderText(tr("Write a text…"));
    setFrameShape(QFrame::NoFrame);
    setFont(Fonts::base());
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    document()->setDocumentMargin(0);
    viewport()->setAutoFillBackground(false);
    QPalette clear{palette()};
    clear.setColor(QPalette::Base, Qt::transparent);
    setPalette(clear);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
        &ComposeEdit::fitHeight);
    fitHeight();
}

void ComposeEdit::fitHeight()
{
    // A plain text document measures its height in lines.
    const int lines{int(std::ceil(document()->documentLayout()->documentSize().height()))};
    const int shown{std::clamp(lines, fewestLines, mostLines)};
    const int wanted{shown * fontMetrics().lineSpacing() + 6};
    setVerticalScrollBarPolicy(lines > mostLines ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    if (wanted != height()) {
        setFixedHeight(wanted);
    }
}

void ComposeEdit::setContentHidden(bool hidden)
{
    m_contentHidden = hidden;
    viewport()->update();
}

void ComposeEdit::paintEvent(QPaintEvent* event)
{
    if (!m_contentHidden || hasFocus() || document()->isEmpty()) {
        QPlainTextEdit::paintEvent(event);
        return;
    }
    // Not in clear ink: marks of costly characters and emoji have colours of their own.
    constexpr int faint{70};
    QColor bar{palette().color(QPalette::PlaceholderText)};
    bar.setAlpha(faint);
    QPainter painter{viewport()};
    Painting::veil(painter, {0, 0, viewport()->width() / 2, fontMetrics().lineSpacing()}, bar);
}

void ComposeEdit::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Undo) && document()->isEmpty()
        && !document()->isUndoAvailable()) {
        emit undoPastBeginning();
        return;
    }
    const bool isReturn{event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter};
    if (isReturn && !event->modifiers().testFlag(Qt::ShiftModifier)) {
        if (!event->isAutoRepeat()) {
            emit sendPressed();
        }
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void ComposeEdit::focusInEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusInEvent(event);
    viewport()->update();
    emit focusChanged();
    if (event->reason() == Qt::MouseFocusReason || event->reason() == Qt::TabFocusReason
        || event->reason() == Qt::BacktabFocusReason) {
        emit entered();
    }
}

void ComposeEdit::focusOutEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusOutEvent(event);
    viewport()->update();
    emit focusChanged();
}

void ComposeEdit::mousePressEvent(QMouseEvent* event)
{
    QPlainTextEdit::mousePressEvent(event);
    emit entered(); // also when the cursor is here already
}

void ComposeEdit::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    fitHeight();
}

void ComposeEdit::insertFromMimeData(const QMimeData* source)
{
    if (source->hasText()) {
        insertPlainText(source->text());
    }
}

} // namespace Textdesk
