// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Our line icons, drawn from SVG in any colour, sharp at any scale.
#pragma once

#include <QColor>
#include <QHash>
#include <QIcon>
#include <QPixmap>
#include <QString>

class QPainter;

namespace Textdesk {

class Icons final {
public:
    // name is the file's, e.g. "double-check"; an unknown name gives an empty pixmap.
    [[nodiscard]] QPixmap pixmap(
        const QString& name, const QColor& colour, int size, qreal devicePixelRatio) const;
    void paint(
        QPainter& painter, const QRect& rect, const QString& name, const QColor& colour) const;
    // For menus and actions; holds 1x, 2x and 3x.
    [[nodiscard]] QIcon icon(const QString& name, const QColor& colour) const;
    [[nodiscard]] static QStringList names();

private:
    mutable QHash<QString, QPixmap> m_cache;
};

} // namespace Textdesk
