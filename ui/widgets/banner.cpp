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
        auto* act = new Button{
            theme, Button::Kind::Secondary, QStringLiteral("bannerAction"), action, this};
        connect(act, &QAbstractButton::clicked, this, &Banner::actionTriggered);
        row->addWidget(act, 0, Qt::AlignVCenter);
    }
    auto* close = new IconButton{theme, QStringLiteral("close"), QStringLiteral("bannerClose"),
        tr("Close this notice"), this};
    connect(close, &QAbstractButton::clicked, this, &Banner::dismissed);
    row->addWidget(close, 0, Qt::AlignTop);
}

void Banner::setWhat(const QString& what)
{
    m_what = what;
    m_words->setText(what);
    setAccessibleName(what);
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
    painter.fillRect(rect(), soft);
    painter.fillRect(0, height() - 1, width(), 1, colours.line);
    const QRect icon{
        QStyle::visualRect(layoutDirection(), rect(), {20, 12, Metrics::icon, Metrics::icon})};
    m_theme.icons().paint(painter, icon,
        m_level == Level::Information ? QStringLiteral("failed") : QStringLiteral("warning"), ink);
}

} // namespace Textdesk
