// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the program's icon in one size, at build time: drawicon DRAWING.svg SIZE PICTURE.png.
#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

#include <cstdio>
#include <cstdlib>

int main(int argc, char** argv)
{
    const int edge{argc == 4 ? std::atoi(argv[2]) : 0};
    if (edge <= 0) {
        std::fputs("usage: drawicon DRAWING.svg SIZE PICTURE.png\n", stderr);
        return 2;
    }
    const QString picture{QString::fromLocal8Bit(argv[3])};
    QSvgRenderer drawing{QString::fromLocal8Bit(argv[1])};
    QImage image{edge, edge, QImage::Format_ARGB32_Premultiplied};
    image.fill(Qt::transparent);
    QPainter painter{&image};
    painter.setRenderHint(QPainter::Antialiasing);
    drawing.render(&painter, QRectF{0, 0, qreal(edge), qreal(edge)});
    painter.end();
    if (!drawing.isValid() || !QDir{}.mkpath(QFileInfo{picture}.path()) || !image.save(picture)) {
        std::fprintf(stderr, "drawicon: could not draw %s\n", argv[3]);
        return 1;
    }
    return 0;
}
