// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palettedelegate.h"

#include "ui/shell/palettemodel.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/painting.h"

#include <QPainter>

#include <algorithm>

namespace Textdesk {

PaletteDelegate::PaletteDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate{parent}
    , m_theme{theme}
{ }

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {200, rowHeight};
}

void PaletteDelegate::paintGround(QPainter& painter, const QRect& row, const QColor& colour)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(row, Metrics::radius, Metrics::radius);
}

void PaletteDelegate::paintKey(QPainter& painter, const QRectF& cap, const QString& key) const
{
    painter.setPen(m_theme.colours().line);
    painter.setBrush(m_theme.colours().panel);
    painter.drawRoundedRect(cap, 4, 4);
    painter.setFont(Fonts::small());
    painter.setPen(m_theme.colours().muted);
    painter.drawText(cap, Qt::AlignCenter, key);
}

void PaletteDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Colours& colours{m_theme.colours()};
    const QRect row{option.rect.adjusted(8, 1, -8, -1)};
    const auto place = [&](int x, int width) {
        return QStyle::visualRect(
            option.direction, row, {row.left() + x, row.top(), width, row.height()});
    };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool isChosen{option.state.testFlag(QStyle::State_Selected)};
    if (isChosen || option.state.testFlag(QStyle::State_MouseOver)) {
        paintGround(*painter, row, isChosen ? colours.accentSoft : colours.hover);
    }
    int end{row.width() - 12};
    const QString key{index.data(PaletteKeyRole).toString()};
    const QFontMetrics small{Fonts::small()};
    if (!key.isEmpty()) {
        const int wide{small.horizontalAdvance(key) + 16};
        paintKey(*painter, QRectF{place(end - wide, wide)}.adjusted(0.5, 9.5, -0.5, -9.5), key);
        end -= wide + 12;
    }
    const QString note{index.data(PaletteNoteRole).toString()};
    const int noteWidth{std::min(small.horizontalAdvance(note) + 2, row.width() / 3)};
    Painting::text(*painter, place(end - noteWidth, noteWidth), note, Fonts::small(), colours.muted,
        option.direction);
    end -= noteWidth + 12;
    int start{12};
    if (const QString icon{index.data(PaletteIconRole).toString()}; !icon.isEmpty()) {
        QRect spot{0, 0, Metrics::icon, Metrics::icon};
        spot.moveCenter(place(start, Metrics::icon).center());
        m_theme.icons().paint(*painter, spot, icon, colours.muted);
        start += Metrics::icon + 8;
    }
    Painting::text(*painter, place(start, end - start), index.data().toString(),
        isChosen ? Fonts::medium() : Fonts::base(), isChosen ? colours.accentInk : colours.text,
        option.direction);
    painter->restore();
}

} // namespace Textdesk
