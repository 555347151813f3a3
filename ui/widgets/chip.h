// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One filter of a row of which exactly one is on.
#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace Textdesk {

class Chip final : public QAbstractButton {
    Q_OBJECT
public:
    Chip(const Theme& theme, const QString& name, const QString& label, QWidget* parent = nullptr);
    // 0 shows no number.
    void setCount(int count);
    [[nodiscard]] QString shownText() const;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    int m_count{0};
};

} // namespace Textdesk
