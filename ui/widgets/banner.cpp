// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/banner.h"

#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>

namespace Textdesk {

Banner::Banner(const Theme& theme, Level level, const QString& what, const QString& safe,
    const QString& action, QWidget* parent)
    : QFrame{parent}
    , m_theme{theme}
    , m_level{level}
    , m_what{what}
    , m_words{new TextLabel{theme, Tone::Normal, Fonts::medium(), this}}
{
    setObjectName(QStringLiteral("banner"));
    setAccessibleName(what);
    setAccessibleDescription(safe);
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(52, 10, 12, 10);
    row->setSpacing(12);
    auto* words = new QVBoxLayout;
    m_column = words;
    words->setSpacing(2);
    m_words->setText(what);
    m_words->setWordWrap(true);
    words->addWidget(m_words);
    if (!safe.isEmpty()) {
        auto* second = new TextLabel{theme, Tone::Muted, Fonts::preview(), this};
        second->setText(safe);
        second->setWordWrap(true);
        words->addWidget(second);
    }
    row->addLayout(words, 1);
    if (!action.isEmpty()) {
        m_act = makeButton(QStringLiteral("bannerAction"), action);
        row->addWidget(m_act, 0, Qt::AlignVCenter);
        connect(m_act, &QAbstractButton::clicked, this, &Banner::actionTriggered);
    }
    auto* close = new IconButton{theme, QStringLiteral("close"), QStringLiteral("bannerClose"),
        tr("Close this notice"), this};
    close->setFocusPolicy(Qt::TabFocus);
    connect(close, &QAbstractButton::clicked, this, &Banner::dismissed);
    row->addWidget(close, 0, Qt::AlignTop);
}

// Reached by Tab; a click leaves the focus where the person was, because the button soon goes.
Button* Banner::makeButton(const QString& name, const QString& words)
{
    auto* button = new Button{m_theme, Button::Kind::Secondary, name, words, this};
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void Banner::addSecondAction(const QString& words)
{
    auto* second = makeButton(QStringLiteral("bannerSecond"), words);
    connect(second, &QAbstractButton::clicked, this, &Banner::secondTriggered);
    putActionsBelow(second);
}

// Under the words, for which there is no room beside buttons; second may be null.
void Banner::putActionsBelow(Button* second)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->setContentsMargins(0, 6, 0, 2);
    if (second) {
        row->addWidget(second);
    }
    if (m_act) {
        layout()->removeWidget(m_act);
        row->addWidget(m_act);
    }
    if (second && m_act) {
        setTabOrder(second, m_act);
    }
    row->addStretch(1);
    m_column->addLayout(row);
    m_areActionsBelow = true;
}

void Banner::setWhat(const QString& what)
{
    m_what = what;
    m_words->setText(what);
    setAccessibleName(what);
}

void Banner::setFloating(bool floating)
{
    m_floating = floating;
    if (floating && m_act && !m_areActionsBelow) {
        putActionsBelow(nullptr);
    }
    update();
}

void Banner::paintEvent(QPaintEvent*)
{
    const Colours& colours{m_theme.colours()};
    QPainter painter{this};
    const QColor soft{m_level == Level::Information ? colours.accentSoft
            : m_level == Level::Warning             ? colours.warnSoft
                                                    : colours.badSoft};
    const QColor ink{m_level == Level::Information ? colours.accentInk
            : m_level == Level::Warning            ? colours.warn
                                                   : colours.bad};
    if (m_floating) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(colours.line);
        painter.setBrush(colours.background);
        painter.drawRoundedRect(QRectF{rect()}.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10);
        painter.setBrush(soft);
        painter.drawRoundedRect(QRectF{rect()}.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10);
    } else {
        painter.fillRect(rect(), soft);
        painter.fillRect(0, height() - 1, width(), 1, colours.line);
    }
    const QRect icon{
        QStyle::visualRect(layoutDirection(), rect(), {20, 12, Metrics::icon, Metrics::icon})};
    m_theme.icons().paint(painter, icon,
        m_level == Level::Information ? QStringLiteral("failed") : QStringLiteral("warning"), ink);
}

} // namespace Textdesk
