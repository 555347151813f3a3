// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Filters side by side, wrapping when a language needs more room.
#pragma once

#include "ui/widgets/chip.h"

#include <QWidget>

#include <vector>

namespace Textdesk {

class ChipRow final : public QWidget {
    Q_OBJECT
public:
    explicit ChipRow(const Theme& theme, QWidget* parent = nullptr);
    // The first chip added is on.
    void add(const QString& key, const QString& label);
    void setCount(const QString& key, int count);
    void choose(const QString& key);
    [[nodiscard]] QString chosenKey() const;
    [[nodiscard]] Chip* chip(const QString& key) const;

signals:
    void chosen(const QString& key);

private:
    struct Entry {
        QString key;
        Chip* chip;
    };
    const Theme& m_theme;
    std::vector<Entry> m_entries;
};

} // namespace Textdesk
