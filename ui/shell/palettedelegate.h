// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Paints one row of the command palette: what it does, where it belongs, its key.
#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace Textdesk {

class PaletteDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    static constexpr int rowHeight{40};
    PaletteDelegate(const Theme& theme, QObject* parent = nullptr);
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    static void paintGround(QPainter& painter, const QRect& row, const QColor& colour);
    void paintKey(QPainter& painter, const QRectF& cap, const QString& key) const;
    const Theme& m_theme;
};

} // namespace Textdesk
