// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The column at the window's start: where one is and where one can go; icons only when the window
// is narrow.
#pragma once

#include "ui/widgets/navigationitem.h"
#include "ui/widgets/surface.h"

#include <vector>

class QVBoxLayout;

namespace Textdesk {

class NavigationRail final : public Surface {
    Q_OBJECT
public:
    explicit NavigationRail(const Theme& theme, QWidget* parent = nullptr);

    // A place that stays selected once chosen; atFoot puts it below the gap.
    NavigationItem* addPlace(
        const QString& key, const QString& icon, const QString& label, bool atFoot = false);
    // Something to do from anywhere; never selected.
    NavigationItem* addVerb(
        const QString& key, const QString& icon, const QString& label, bool atFoot = false);
    void setFoot(QWidget* foot);
    // Selects without emitting chosen().
    void select(const QString& key);
    void setCollapsed(bool collapsed);
    [[nodiscard]] bool isCollapsed() const { return m_collapsed; }
    [[nodiscard]] NavigationItem* item(const QString& key) const;
    // The places that can be seen now, top to bottom.
    [[nodiscard]] QStringList visiblePlaces() const;
    // All there are, in that order: Ctrl+1, Ctrl+2, ... A number keeps its place whatever is
    // hidden.
    [[nodiscard]] QStringList places() const;

signals:
    void chosen(const QString& key);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Entry {
        QString key;
        NavigationItem* item;
        bool isPlace;
        bool isAtFoot{false};
    };
    NavigationItem* add(const QString& key, const QString& icon, const QString& label);
    std::vector<Entry> m_entries;
    QVBoxLayout* m_top;
    QVBoxLayout* m_bottom;
    QWidget* m_foot{nullptr};
    bool m_collapsed{false};
    bool m_isSelecting{false}; // by the window, not by a person
};

} // namespace Textdesk
