// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/scrollpage.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/textlabel.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace Textdesk {

namespace {

constexpr int edge{32};

} // namespace

ScrollPage::ScrollPage(
    const Theme& theme, const QString& name, const QString& title, QWidget* parent)
    : Surface{theme, Ground::Background, {}, parent}
    , m_title{new TextLabel{theme, Textdesk::Tone::Normal, Fonts::title(), this}}
    , m_area{new QScrollArea{this}}
    , m_column{new QVBoxLayout}
{
    setObjectName(name);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setFocusPolicy(Qt::NoFocus);
    auto* page = new QWidget{m_area};
    m_outer = new QVBoxLayout{page};
    m_outer->setContentsMargins(edge, 24, edge, 32);
    m_outer->setSpacing(16);
    m_column->setSpacing(16);
    m_outer->addWidget(m_title);
    m_outer->addLayout(m_column);
    m_outer->addStretch(1);
    m_area->setWidget(page);
    auto* whole = new QVBoxLayout{this};
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_area);
    setTitle(title);
}

// A layout asks how high its cards are at its own width; were it wider than they may be, lines that
// wrap would be counted too few, and fields and buttons squeezed for what is missing.
void ScrollPage::resizeEvent(QResizeEvent* event)
{
    Surface::resizeEvent(event);
    const int bar{m_area->verticalScrollBar()->sizeHint().width()};
    const int end{std::max(edge, width() - bar - edge - columnWidth)};
    const bool mirrored{layoutDirection() == Qt::RightToLeft};
    m_outer->setContentsMargins(mirrored ? end : edge, 24, mirrored ? edge : end, 32);
}

void ScrollPage::reveal(QWidget* widget)
{
    m_area->ensureWidgetVisible(widget);
}

void ScrollPage::setTitle(const QString& title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void ScrollPage::addToColumn(QWidget* widget)
{
    widget->setMaximumWidth(columnWidth);
    m_column->addWidget(widget);
}

} // namespace Textdesk
