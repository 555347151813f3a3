// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include "ui/theme/metrics.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

#include <cmath>

namespace Textdesk {

QPixmap Icons::pixmap(
    const QString& name, const QColor& colour, int size, qreal devicePixelRatio) const
{
    const QString key{QStringLiteral("%1/%2/%3/%4")
                          .arg(name, colour.name(QColor::HexArgb))
                          .arg(size)
                          .arg(devicePixelRatio)};
    const auto known = m_cache.constFind(key);
    if (known != m_cache.cend()) {
        return *known;
    }
    QFile file{QStringLiteral(":/icons/%1.svg").arg(name)};
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QByteArray svg{file.readAll()};
    svg.replace("currentColor", colour.name(QColor::HexRgb).toLatin1());
    QSvgRenderer renderer{svg};
    const int edge{int(std::lround(size * devicePixelRatio))};
    QImage image{edge, edge, QImage::Format_ARGB32_Premultiplied};
    image.fill(Qt::transparent);
    QPainter painter{&image};
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter, QRectF{0, 0, qreal(edge), qreal(edge)});
    painter.end();
    QPixmap drawn{QPixmap::fromImage(std::move(image))};
    drawn.setDevicePixelRatio(devicePixelRatio);
    m_cache.insert(key, drawn);
    return drawn;
}

void Icons::paint(
    QPainter& painter, const QRect& rect, const QString& name, const QColor& colour) const
{
    painter.drawPixmap(
        rect.topLeft(), pixmap(name, colour, rect.width(), painter.device()->devicePixelRatioF()));
}

QIcon Icons::icon(const QString& name, const QColor& colour) const
{
    QIcon icon;
    for (const qreal ratio : {1.0, 2.0, 3.0}) {
        icon.addPixmap(pixmap(name, colour, Metrics::icon, ratio));
    }
    return icon;
}

QStringList Icons::names()
{
    QStringList names;
    const QStringList files{QDir{QStringLiteral(":/icons")}.entryList({QStringLiteral("*.svg")})};
    for (const QString& file : files) {
        names.append(file.chopped(4));
    }
    return names;
}

} // namespace Textdesk
