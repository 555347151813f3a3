// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/trayicon.h"

#include <QFont>
#include <QImage>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QPixmap>
#include <QSvgRenderer>

#include <algorithm>

namespace Textdesk {

namespace {

// Panels are light or dark whatever our theme is, so the badge brings its own ground and edge.
const QColor badgeGround{0xd9, 0x2d, 0x20};
const QColor badgeInk{Qt::white};
constexpr int sizes[]{16, 22, 24, 32, 48, 64};

void grey(QImage& image)
{
    for (int y{0}; y < image.height(); ++y) {
        for (int x{0}; x < image.width(); ++x) {
            const QColor pixel{image.pixelColor(x, y)};
            const int level{qGray(pixel.rgb())};
            image.setPixelColor(x, y, QColor{level, level, level, pixel.alpha() * 3 / 4});
        }
    }
}

void paintBadge(QPainter& painter, int edge, const QString& count)
{
    QFont font;
    // On the smallest icons a number is at most "9+": hence as tall as can be.
    font.setPixelSize(std::max(8, edge * (count.size() > 2 ? 36 : 46) / 100));
    font.setBold(true);
    const QFontMetrics metrics{font};
    const int tall{std::max(9, edge * 56 / 100)};
    const int wide{std::min(edge,
        std::max(
            tall, metrics.horizontalAdvance(count) + edge * (count.size() > 2 ? 10 : 20) / 100))};
    const QRectF place{QRectF(edge - wide, edge - tall, wide, tall)};
    QPainterPath hole;
    hole.addRoundedRect(place.adjusted(-1, -1, 1, 1), tall / 2.0 + 1, tall / 2.0 + 1);
    painter.setCompositionMode(QPainter::CompositionMode_Clear);
    painter.fillPath(hole, Qt::black);
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    painter.setPen(Qt::NoPen);
    painter.setBrush(badgeGround);
    painter.drawRoundedRect(place, tall / 2.0, tall / 2.0);
    painter.setPen(badgeInk);
    painter.setFont(font);
    painter.drawText(place, Qt::AlignCenter, count);
}

QPixmap draw(int edge, int unread, bool silent)
{
    QImage image{edge, edge, QImage::Format_ARGB32_Premultiplied};
    image.fill(Qt::transparent);
    QPainter painter{&image};
    painter.setRenderHint(QPainter::Antialiasing);
    QSvgRenderer picture{edge < 32 ? QStringLiteral(":/brand/textdesk-small.svg")
                                   : QStringLiteral(":/brand/textdesk.svg")};
    picture.render(&painter, QRectF(0, 0, edge, edge));
    if (silent) {
        painter.end();
        grey(image);
        painter.begin(&image);
        painter.setRenderHint(QPainter::Antialiasing);
    }
    if (unread > 0) {
        paintBadge(
            painter, edge, edge < 22 && unread > 9 ? QStringLiteral("9+") : trayCount(unread));
    }
    painter.end();
    return QPixmap::fromImage(std::move(image));
}

} // namespace

QString trayCount(int unread)
{
    return unread > 99 ? QStringLiteral("99+") : QLocale{}.toString(unread);
}

QIcon trayIcon(int unread, bool silent)
{
    QIcon icon;
    for (const int edge : sizes) {
        icon.addPixmap(draw(edge, unread, silent));
    }
    return icon;
}

} // namespace Textdesk
