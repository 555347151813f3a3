// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thread/composebar.h"

#include "app/domain/segments.h"
#include "ui/theme/fonts.h"
#include "ui/thread/composeedit.h"
#include "ui/thread/costlyhighlighter.h"
#include "ui/thread/segmentmeter.h"
#include "ui/widgets/button.h"
#include "ui/widgets/linemark.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QTextCursor>

namespace Textdesk {

ComposeBar::ComposeBar(const Theme& theme, QWidget* parent)
    : Surface{theme, Ground::Panel, Qt::TopEdge, parent}
    , m_edit{new ComposeEdit{this}}
    , m_notes{new QBoxLayout{QBoxLayout::LeftToRight}}
    , m_count{new TextLabel{theme, Textdesk::Tone::Muted, Fonts::small(), this}}
    , m_parts{new TextLabel{theme, Textdesk::Tone::Muted, Fonts::smallStrong(), this}}
    , m_left{new TextLabel{theme, Textdesk::Tone::Muted, Fonts::small(), this}}
    , m_warning{new TextLabel{theme, Textdesk::Tone::Warn, Fonts::small(), this}}
    , m_replace{new Button{theme, Button::Kind::Link, QStringLiteral("useReplacement"), {}, this}}
    , m_each{new Button{
          theme, Button::Kind::Link, QStringLiteral("eachCostly"), tr("Show each…"), this}}
    , m_line{new LineMark{theme, this}}
    , m_send{
          new Button{theme, Button::Kind::Primary, QStringLiteral("sendButton"), tr("&Send"), this}}
{
    setObjectName(QStringLiteral("composeBar"));
    new CostlyHighlighter{theme, m_edit->document()};
    build();
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        m_problem.clear();
        m_question.clear();
        refresh();
        if (!m_setting) {
            emit draftChanged(text());
        }
    });
    connect(m_edit, &ComposeEdit::sendPressed, this, &ComposeBar::trySend);
    connect(m_edit, &ComposeEdit::focusChanged, this, qOverload<>(&QWidget::update));
    connect(m_send, &QAbstractButton::clicked, this, &ComposeBar::trySend);
    connect(m_replace, &QAbstractButton::clicked, this, &ComposeBar::takeOffer);
    connect(m_each, &QAbstractButton::clicked, this, &ComposeBar::showEach);
    refresh();
}

void ComposeBar::build()
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(20, 13, 20, 14);
    column->setSpacing(10);
    auto* box = new QVBoxLayout;
    box->setContentsMargins(12, 10, 6, 10);
    box->addWidget(m_edit);
    column->addLayout(box);
    auto* meter = new QHBoxLayout;
    meter->setSpacing(0);
    meter->addWidget(m_count);
    meter->addWidget(m_parts);
    meter->addWidget(m_left);
    meter->addStretch(1);
    m_offers = new QBoxLayout{QBoxLayout::LeftToRight};
    m_offers->setSpacing(6);
    m_offers->addWidget(m_warning);
    auto* links = new QHBoxLayout;
    links->setSpacing(6);
    links->addWidget(m_replace);
    links->addWidget(m_each);
    links->addStretch(1);
    m_offers->addLayout(links, 1);
    m_notes->addLayout(meter);
    m_notes->addLayout(m_offers, 1); // the meter keeps to its own width
    auto* bar = new QHBoxLayout;
    bar->setSpacing(12);
    bar->addSpacing(2);
    bar->addLayout(m_notes, 1);
    bar->addWidget(m_line, 0, Qt::AlignBottom);
    bar->addWidget(m_send, 0, Qt::AlignBottom);
    column->addLayout(bar);
    m_count->setObjectName(QStringLiteral("meterCount"));
    m_parts->setObjectName(QStringLiteral("meterParts"));
    m_warning->setObjectName(QStringLiteral("meterWarning"));
    m_parts->setToolTip(partMeaning());
    m_left->setToolTip(partMeaning());
    m_warning->setToolTip(unicodeMeaning());
}

QString ComposeBar::text() const
{
    return m_edit->toPlainText();
}

void ComposeBar::setText(const QString& text)
{
    if (text == this->text()) {
        return;
    }
    m_setting = true;
    m_edit->setPlainText(text);
    m_edit->moveCursor(QTextCursor::End);
    m_setting = false;
}

void ComposeBar::begin(const QString& text)
{
    setText(text);
    m_edit->document()->clearUndoRedoStacks();
}

void ComposeBar::setBlocked(const QString& reason)
{
    m_blocked = reason;
    refresh();
}

void ComposeBar::setProblem(const QString& sentence)
{
    m_problem = sentence;
    refresh();
}

void ComposeBar::setQuestion(const QString& sentence, const QString& yes)
{
    m_question = sentence;
    m_yes = yes;
    refresh();
    m_replace->setFocus(Qt::OtherFocusReason);
}

void ComposeBar::takeOffer()
{
    if (!m_question.isEmpty()) {
        m_question.clear();
        refresh();
        emit questionAccepted();
        return;
    }
    replaceAll(withReplacements(text()));
}

void ComposeBar::replaceAll(const QString& text)
{
    QTextCursor all{m_edit->document()};
    all.select(QTextCursor::Document);
    all.insertText(text); // one step for the editor's own undo
    m_edit->setFocus(Qt::OtherFocusReason);
}

void ComposeBar::showEach()
{
    auto* menu = new QMenu{this};
    menu->setObjectName(QStringLiteral("costlyMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSection(partMeaning());
    for (const CostlyWords& costly : costlyWordsFor(text())) {
        QAction* act{menu->addAction(QString{costly.words}.replace(u'&', QStringLiteral("&&")))};
        act->setEnabled(costly.isReplaceable);
        connect(act, &QAction::triggered, this, [this, costly] { replaceAll(costly.after); });
    }
    menu->popup(m_each->mapToGlobal(QPoint{0, m_each->height()}));
}

void ComposeBar::setSender(const QString& name, int colour)
{
    const QString spoken{
        name.isEmpty() ? QString{} : tr("This text goes out on the line %1.").arg(name)};
    m_line->present(name, colour, spoken);
    m_spoken = spoken;
    sayWhyNot();
    foldNotes();
}

void ComposeBar::setBusy(bool busy)
{
    m_busy = busy;
    m_edit->setReadOnly(busy);
    refresh();
}

QString ComposeBar::meterText() const
{
    return m_count->text() + m_parts->text() + m_left->text();
}

void ComposeBar::refresh()
{
    const MeterWords words{meterWordsFor(text())};
    const QString dot{QStringLiteral(" · ")};
    const bool hasText{!text().isEmpty()};
    m_count->setText(words.parts.isEmpty() ? words.count : words.count + dot);
    m_parts->setText(words.parts);
    m_left->setText(words.left.isEmpty() ? QString{} : dot + words.left);
    for (TextLabel* label : {m_count, m_parts, m_left}) {
        label->setVisible(hasText);
    }
    const QString trouble{m_blocked.isEmpty() ? m_problem : m_blocked};
    const bool asks{trouble.isEmpty() && !m_question.isEmpty()};
    m_warning->setTone(trouble.isEmpty() ? Textdesk::Tone::Warn : Textdesk::Tone::Bad);
    m_warning->setText(asks ? m_question : trouble.isEmpty() ? words.warning : trouble);
    m_warning->setVisible(!m_warning->text().isEmpty());
    const QString offer{asks ? m_yes : trouble.isEmpty() ? words.offer : QString{}};
    m_replace->setVisible(!offer.isEmpty());
    m_replace->setLabel(offer);
    m_each->setVisible(!asks && trouble.isEmpty() && words.costly > 1);
    m_send->setEnabled(m_blocked.isEmpty() && !m_busy && !text().trimmed().isEmpty());
    sayWhyNot();
    m_edit->setAccessibleDescription(m_warning->text());
    foldNotes();
}

void ComposeBar::foldNotes()
{
    // A label that wraps has no width of its own.
    const auto wanted = [](const QWidget* widget) {
        const auto* label = qobject_cast<const QLabel*>(widget);
        return widget->isHidden() ? 0
            : label               ? label->fontMetrics().horizontalAdvance(label->text()) + 2
                                  : widget->sizeHint().width();
    };
    const int side{wanted(m_count) + wanted(m_parts) + wanted(m_left) + wanted(m_warning)
        + wanted(m_replace) + wanted(m_each) + wanted(m_line) + m_send->sizeHint().width() + 100};
    const bool fold{side > width() && !m_warning->text().isEmpty()};
    m_notes->setDirection(fold ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_notes->setSpacing(fold ? 0 : 14);
    // Beside the offer there is no room for a sentence that has to wrap.
    const bool isNarrow{
        fold && side - wanted(m_count) - wanted(m_parts) - wanted(m_left) > width()};
    m_warning->setWordWrap(isNarrow);
    m_offers->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_offers->setSpacing(isNarrow ? 0 : 6);
}

// A button that rests says why; one that works says on which line it sends.
void ComposeBar::sayWhyNot()
{
    const QString why{m_send->isEnabled() ? m_spoken
            : !m_blocked.isEmpty()        ? m_blocked
            : m_busy                      ? tr("The text is being stored.")
                                          : tr("There is no text to send yet.")};
    m_send->setAccessibleDescription(why);
    m_send->setToolTip(why.toHtmlEscaped());
}

void ComposeBar::resizeEvent(QResizeEvent* event)
{
    Surface::resizeEvent(event);
    foldNotes();
}

void ComposeBar::trySend()
{
    if (m_send->isEnabled()) {
        emit sendRequested(text());
    }
}

QRect ComposeBar::frame() const
{
    return m_edit->geometry().adjusted(-12, -10, 6, 10);
}

// The frame looks like the field, so all of it is.
void ComposeBar::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && frame().contains(event->pos())) {
        m_edit->setFocus(Qt::MouseFocusReason);
        return;
    }
    Surface::mousePressEvent(event);
}

void ComposeBar::paintEvent(QPaintEvent* event)
{
    Surface::paintEvent(event);
    const Colours& colours{theme().colours()};
    const bool focused{m_edit->hasFocus()};
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen{focused ? colours.accent : colours.line, focused ? 1.5 : 1.0});
    painter.setBrush(colours.background);
    painter.drawRoundedRect(QRectF{frame()}.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10);
}

} // namespace Textdesk
