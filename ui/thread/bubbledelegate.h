// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Paints one row of a thread: a bubble with its meta line, or a day mark.
#pragma once

#include "app/base/clock.h"
#include "ui/theme/theme.h"
#include "ui/thread/metaline.h"

#include <QCache>
#include <QStyledItemDelegate>

namespace Textdesk {

struct ActPlace final {
    OfferedAct offered;
    QRect place; // where a click does it
};

struct BubbleShape final {
    QRect bubble;
    QRect meta;
    std::vector<ActPlace> acts; // at the end of the meta line
    // Empty when the act is not offered.
    [[nodiscard]] QRect placeOf(MessageAct act) const;
};

class BubbleDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    BubbleDelegate(const Theme& theme, const Clock& clock, QObject* parent = nullptr);

    // The room of a row; heights of another width are measured anew.
    void setRowWidth(int width) { m_rowWidth = width; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
        const QModelIndex& index) override;
    [[nodiscard]] BubbleShape shapeOf(const QModelIndex& index, const QRect& row) const;
    // The words of a search; empty marks nothing.
    void setMarkedWords(const QString& words) { m_marked = words; }
    // Bars instead of words, but where the pointer or the keyboard rests.
    void setContentHidden(bool hidden) { m_contentHidden = hidden; }
    // Why what waits here does not go out, as a machine word; empty when it may.
    void setHold(const QString& reason) { m_hold = reason; }
    [[nodiscard]] MetaLine lineOf(const QModelIndex& index) const;
    // How many texts were really laid out to learn heights: a figure for tests and benches.
    [[nodiscard]] int measured() const { return m_measured; }

private:
    [[nodiscard]] QSize textSize(const QModelIndex& index) const;
    [[nodiscard]] int textRoom() const;
    [[nodiscard]] Qt::LayoutDirection direction() const; // of the view, the parent
    void paintBubble(
        QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintMeta(
        QPainter& painter, const QModelIndex& index, const BubbleShape& shape, bool isOut) const;
    void paintAct(QPainter& painter, const ActPlace& act, bool atRight) const;
    void paintVeil(QPainter& painter, const QRect& bubble, const QColor& ink) const;
    void paintMark(QPainter& painter, const QRect& row, const QModelIndex& index) const;

    const Theme& m_theme;
    const Clock& m_clock;
    QLocale m_locale;
    QString m_marked;
    QString m_hold;
    bool m_contentHidden{false};
    int m_rowWidth{400};
    mutable QCache<QString, QSize> m_sizes{4000};
    mutable int m_measured{0};
};

} // namespace Textdesk
