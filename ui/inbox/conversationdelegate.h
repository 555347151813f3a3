// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Paints one conversation: who, when, the newest words, and what waits there.
#pragma once

#include "app/base/clock.h"
#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace Textdesk {

class ConversationDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    ConversationDelegate(const Theme& theme, const Clock& clock, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
        const QModelIndex& index) override;
    // The second line: "You: ...", "Draft: ...", or why it was not delivered.
    [[nodiscard]] static QString previewOf(const QModelIndex& index);
    // What was written is shown for the row under the pointer only.
    void setContentHidden(bool hidden) { m_contentHidden = hidden; }

private:
    [[nodiscard]] int paintPills(QPainter& painter, const QStyleOptionViewItem& option,
        const QModelIndex& index, int titleWidth) const;
    [[nodiscard]] bool isHidden(const QStyleOptionViewItem& option) const;
    void paintGround(QPainter& painter, const QStyleOptionViewItem& option) const;
    void paintHead(
        QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintPreview(
        QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    const Theme& m_theme;
    const Clock& m_clock;
    bool m_contentHidden{false};
};

} // namespace Textdesk
