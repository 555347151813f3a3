// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/scrollpage.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/textlabel.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace Textdesk {

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
    auto* outer = new QVBoxLayout{page};
    outer->setContentsMargins(32, 24, 32, 32);
    outer->setSpacing(16);
    m_column->setSpacing(16);
    outer->addWidget(m_title);
    outer->addLayout(m_column);
    outer->addStretch(1);
    m_area->setWidget(page);
    auto* whole = new QVBoxLayout{this};
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_area);
    setTitle(title);
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
