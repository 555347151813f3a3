// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/markedlabel.h"

#include "ui/theme/fonts.h"

#include <QPainter>
#include <QStyle>

namespace Textdesk {

MarkedLabel::MarkedLabel(const Theme& theme, const QString& text, QWidget* parent)
    : QLabel{text, parent}
    , m_theme{theme}
{
    setTextFormat(Qt::PlainText);
    setFont(Fonts::medium());
}

void MarkedLabel::mark(const QString& searched)
{
    m_words = searched.simplified().split(u' ', Qt::SkipEmptyParts);
    update();
}

QStringList MarkedLabel::marked() const
{
    QStringList found;
    for (const Span& span : spans()) {
        found.append(text().mid(span.from, span.length));
    }
    return found;
}

std::vector<MarkedLabel::Span> MarkedLabel::spans() const
{
    std::vector<Span> found;
    for (const QString& word : m_words) {
        for (qsizetype at{text().indexOf(word, 0, Qt::CaseInsensitive)}; at >= 0;
             at = text().indexOf(word, at + word.size(), Qt::CaseInsensitive)) {
            found.push_back({at, word.size()});
        }
    }
    return found;
}

void MarkedLabel::paintEvent(QPaintEvent* event)
{
    {
        QPainter painter{this};
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.colours().warnSoft);
        const QFontMetrics metrics{font()};
        for (const Span& span : spans()) {
            const int start{metrics.horizontalAdvance(text().left(span.from))};
            const int wide{metrics.horizontalAdvance(text().mid(span.from, span.length))};
            const QRect place{
                start - 1, (height() - metrics.height()) / 2, wide + 2, metrics.height()};
            painter.drawRoundedRect(QStyle::visualRect(layoutDirection(), rect(), place), 3, 3);
        }
    }
    QLabel::paintEvent(event);
}

} // namespace Textdesk
