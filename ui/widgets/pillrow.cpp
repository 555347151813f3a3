// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pillrow.h"

#include "ui/theme/fonts.h"
#include "ui/theme/labelcolours.h"
#include "ui/widgets/painting.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace Textdesk {

namespace {

constexpr int gap{4};
constexpr int longest{120};
constexpr int shortest{34}; // a letter and the dots
constexpr int dot{8};

int wantedWidth(const QString& text)
{
    return std::min(longest, Painting::pillWidth(text));
}

} // namespace

PillRow::PillRow(const Theme& theme, QWidget* parent)
    : QWidget{parent}
    , m_theme{theme}
{
    setObjectName(QStringLiteral("pillRow"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void PillRow::setPills(std::vector<Pill> pills)
{
    m_pills = std::move(pills);
    QStringList names;
    for (const Pill& pill : m_pills) {
        names.append(pill.text);
    }
    setAccessibleName(names.join(QStringLiteral(", ")));
    setVisible(!m_pills.empty());
    updateGeometry();
    update();
}

QSize PillRow::sizeHint() const
{
    int width{0};
    for (const Pill& pill : m_pills) {
        width += wantedWidth(pill.text) + gap;
    }
    return {std::max(0, width - gap), height};
}

int PillRow::paint(QPainter& painter, const QRect& rect, const std::vector<Pill>& pills,
    const Colours& colours, Qt::LayoutDirection direction)
{
    const QFontMetrics metrics{Fonts::smallStrong()};
    int x{0};
    for (const Pill& pill : pills) {
        const int room{rect.width() - x};
        const LabelColour ink{labelColour(colours, pill.colour)};
        const int wide{std::min(wantedWidth(pill.text), room)};
        if (wide >= std::min(shortest, wantedWidth(pill.text))) {
            Painting::pill(painter,
                QStyle::visualRect(direction, rect, {rect.left() + x, rect.top(), wide, height}),
                metrics.elidedText(pill.text, Qt::ElideRight, wide - 12), ink.fill, ink.ink);
            x += wide + gap;
        } else if (room >= dot) {
            painter.save();
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(Qt::NoPen);
            painter.setBrush(ink.ink);
            painter.drawEllipse(QStyle::visualRect(
                direction, rect, {rect.left() + x, rect.top() + (height - dot) / 2, dot, dot}));
            painter.restore();
            x += dot + gap;
        }
    }
    return std::max(0, x - gap);
}

void PillRow::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    paint(painter, rect(), m_pills, m_theme.colours(), layoutDirection());
}

} // namespace Textdesk
