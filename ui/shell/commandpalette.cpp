// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/commandpalette.h"

#include "ui/shell/palettedelegate.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace Textdesk {

namespace {

constexpr int preferredWidth{600};
constexpr int mostRows{9};
constexpr int shadow{12};

} // namespace

CommandPalette::CommandPalette(const Theme& theme, ActionTable& actions, QWidget& window)
    : QFrame{&window}
    , m_theme{theme}
    , m_actions{actions}
    , m_window{window}
    , m_model{actions}
    , m_field{new SearchField{theme, tr("Type what to do, or a name or number"), tr("Esc"), this}}
    , m_rows{new QListView{this}}
    , m_nothing{new TextLabel{theme, Textdesk::Tone::Muted, Fonts::base(), this}}
{
    setObjectName(QStringLiteral("commandPalette"));
    setAccessibleName(tr("Commands"));
    build();
    hide();
    window.installEventFilter(this);
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::list);
    connect(m_rows, &QAbstractItemView::clicked, this, &CommandPalette::choose);
}

void CommandPalette::build()
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(shadow + 1, shadow + 1, shadow + 1, shadow + 1);
    column->setSpacing(0);
    m_field->setObjectName(QStringLiteral("paletteField"));
    auto* top = new QVBoxLayout;
    top->setContentsMargins(8, 8, 8, 8);
    top->addWidget(m_field);
    column->addLayout(top);
    m_rows->setObjectName(QStringLiteral("paletteRows"));
    m_rows->setAccessibleName(tr("Commands and conversations"));
    m_rows->setModel(&m_model);
    m_rows->setItemDelegate(new PaletteDelegate{m_theme, m_rows});
    m_rows->setFrameShape(QFrame::NoFrame);
    m_rows->setUniformItemSizes(true);
    m_rows->setMouseTracking(true);
    m_rows->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // The field keeps the focus; its arrow keys move the selection.
    m_rows->setFocusPolicy(Qt::NoFocus);
    m_rows->viewport()->setAutoFillBackground(false);
    column->addWidget(m_rows);
    m_nothing->setObjectName(QStringLiteral("paletteNothing"));
    m_nothing->setText(tr("No action and no conversation has these words."));
    m_nothing->setContentsMargins(20, 8, 20, 8);
    column->addWidget(m_nothing);
    column->addSpacing(8);
}

void CommandPalette::setSearch(ConversationSearch search)
{
    m_model.setSearch(std::move(search));
}

void CommandPalette::open()
{
    if (isVisible()) {
        dismiss();
        return;
    }
    m_before = QApplication::focusWidget();
    m_field->clear();
    list({});
    show();
    raise();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::dismiss()
{
    if (isHidden()) {
        return;
    }
    hide();
    if (m_before) {
        m_before->setFocus(Qt::OtherFocusReason);
    }
}

void CommandPalette::list(const QString& words)
{
    m_model.setWords(words);
    m_rows->setCurrentIndex(m_model.index(0));
    m_rows->setVisible(m_model.rowCount() > 0);
    m_nothing->setVisible(m_model.rowCount() == 0);
    arrange();
}

void CommandPalette::arrange()
{
    const int rows{std::min(m_model.rowCount(), mostRows)};
    m_rows->setFixedHeight(rows * PaletteDelegate::rowHeight);
    const int wide{std::min(preferredWidth, m_window.width() - 32) + 2 * shadow};
    setGeometry(QRect{(m_window.width() - wide) / 2, 56, wide, 0});
    layout()->activate();
    resize(wide, sizeHint().height());
}

void CommandPalette::step(int rows)
{
    if (m_model.rowCount() == 0) {
        return;
    }
    const int row{std::clamp(m_rows->currentIndex().row() + rows, 0, m_model.rowCount() - 1)};
    m_rows->setCurrentIndex(m_model.index(row));
}

void CommandPalette::choose()
{
    const int row{m_rows->currentIndex().row()};
    const QString action{m_model.actionAt(row)};
    const ConversationId conversation{m_model.conversationAt(row)};
    if (action.isEmpty() && !conversation.isValid()) {
        return;
    }
    dismiss();
    if (conversation.isValid()) {
        emit conversationChosen(conversation);
    } else {
        m_actions.run(action);
    }
}

bool CommandPalette::handleKey(int key)
{
    switch (key) {
    case Qt::Key_Escape:
        dismiss();
        return true;
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_PageDown:
        step(mostRows - 1);
        return true;
    case Qt::Key_PageUp:
        step(1 - mostRows);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose();
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true; // the palette has one field; leaving it closes it
    default:
        return false;
    }
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        return handleKey(static_cast<QKeyEvent*>(event)->key());
    }
    if (watched == m_field && event->type() == QEvent::FocusOut) {
        const auto reason = static_cast<QFocusEvent*>(event)->reason();
        // Another window of the desktop in front is no choice against the palette.
        if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason) {
            hide();
        }
    }
    if (watched == &m_window && isVisible()) {
        if (event->type() == QEvent::Resize) {
            arrange();
        } else if (event->type() == QEvent::MouseButtonPress) {
            dismiss();
        }
    }
    return QFrame::eventFilter(watched, event);
}

void CommandPalette::paintEvent(QPaintEvent*)
{
    const Colours& colours{m_theme.colours()};
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QRectF body{QRectF{rect()}.adjusted(shadow, shadow, -shadow, -shadow)};
    for (int ring{shadow}; ring > 0; --ring) {
        QColor dark{Qt::black};
        dark.setAlphaF(colours.isDark ? 0.045F : 0.014F);
        painter.setBrush(dark);
        painter.drawRoundedRect(body.adjusted(-ring, -ring + 2, ring, ring - 1),
            Metrics::radius + ring, Metrics::radius + ring);
    }
    painter.setPen(colours.line);
    painter.setBrush(colours.panel);
    painter.drawRoundedRect(
        body.adjusted(0.5, 0.5, -0.5, -0.5), Metrics::radius + 2, Metrics::radius + 2);
}

} // namespace Textdesk
