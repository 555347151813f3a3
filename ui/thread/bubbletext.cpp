// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thread/bubbletext.h"

#include <QPainter>
#include <QTextLayout>
#include <QTextOption>

#include <algorithm>
#include <cmath>

namespace Textdesk {

namespace {

constexpr qreal linePitch{20};

} // namespace

QString BubbleText::drawable(const QString& text)
{
    QString shown;
    shown.reserve(text.size());
    for (qsizetype i{0}; i < text.size(); ++i) {
        const QChar c{text.at(i)};
        if (c == u'\r' && i + 1 < text.size() && text.at(i + 1) == u'\n') {
            continue;
        }
        if (c == u'\n' || c == u'\r' || c == QChar::ParagraphSeparator) {
            shown += QChar{QChar::LineSeparator};
        } else if (c == u'\t') {
            shown += u' ';
        } else if (c < u' ') {
            shown += QChar{char16_t(0x2400 + c.unicode())}; // a picture of the control character
        } else if (c == QChar{0x7f}) {
            shown += QChar{0x2421};
        } else {
            shown += c;
        }
    }
    return shown;
}

BubbleText::BubbleText(
    const QString& text, const QFont& font, int maximumWidth, Qt::Alignment alignment)
    : m_text{drawable(text)}
    , m_font{font}
    , m_alignment{alignment}
{
    m_size = layOut(std::max(1, maximumWidth), [](QTextLayout&) {});
}

template <typename F> QSize BubbleText::layOut(int width, F&& eachLayout) const
{
    QTextLayout layout{m_text, m_font};
    QTextOption option{m_alignment};
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(Qt::LayoutDirectionAuto);
    layout.setTextOption(option);
    layout.beginLayout();
    qreal y{0};
    qreal widest{0};
    for (QTextLine line{layout.createLine()}; line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        const qreal pitch{std::max(linePitch, line.height())};
        line.setPosition({0, y + (pitch - line.height()) / 2});
        y += pitch;
        widest = std::max(widest, line.naturalTextWidth());
    }
    layout.endLayout();
    eachLayout(layout);
    return {int(std::ceil(widest)), int(std::ceil(std::max(y, linePitch)))};
}

void BubbleText::paint(QPainter& painter, const QPointF& topLeft, const QColor& colour,
    const QList<MarkedWord>& marks, const QColor& ground, const QColor& ink) const
{
    QList<QTextLayout::FormatRange> formats;
    for (const MarkedWord& mark : marks) {
        QTextLayout::FormatRange range;
        range.start = mark.start;
        range.length = mark.length;
        range.format.setBackground(ground);
        range.format.setForeground(ink);
        formats.append(range);
    }
    painter.setPen(colour);
    // One pixel more than measured: the same lines must come out, whatever was rounded.
    (void)layOut(
        m_size.width() + 1, [&](QTextLayout& layout) { layout.draw(&painter, topLeft, formats); });
}

} // namespace Textdesk
