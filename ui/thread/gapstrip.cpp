// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thread/gapstrip.h"

#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/spinner.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPainter>

namespace Textdesk {

GapStrip::GapStrip(const Theme& theme, QWidget* parent)
    : Surface{theme, Ground::Background, {}, parent}
    , m_words{new TextLabel{theme, Textdesk::Tone::Warn, Fonts::small(), this}}
    , m_fetch{new Button{
          theme, Button::Kind::Link, QStringLiteral("fetchMissing"), tr("Ask for them now"), this}}
    , m_spinner{new Spinner{theme, tr("Asking the provider"), this}}
{
    setObjectName(QStringLiteral("gapStrip"));
    m_words->setObjectName(QStringLiteral("gapWords"));
    m_words->setWordWrap(true);
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(Metrics::threadMargin + 12, 6, Metrics::threadMargin + 12, 14);
    row->setSpacing(12);
    row->addWidget(m_words, 1);
    row->addWidget(m_spinner);
    row->addWidget(m_fetch);
    connect(m_fetch, &QAbstractButton::clicked, this, &GapStrip::fetchWanted);
    present({});
}

void GapStrip::present(const QString& sentence)
{
    m_words->setText(sentence);
    m_fetch->setAccessibleDescription(sentence);
    setVisible(!sentence.isEmpty());
    setBusy(false);
}

void GapStrip::setBusy(bool busy)
{
    m_spinner->setVisible(busy);
    m_fetch->setEnabled(!busy);
}

void GapStrip::paintEvent(QPaintEvent* event)
{
    Surface::paintEvent(event);
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().colours().warnSoft);
    painter.drawRoundedRect(rect().adjusted(Metrics::threadMargin, 0, -Metrics::threadMargin, -8),
        Metrics::radius, Metrics::radius);
}

} // namespace Textdesk
