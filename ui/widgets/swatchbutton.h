// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A dot in one of the label colours; a press offers the others.
#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace Textdesk {

class SwatchButton final : public QAbstractButton {
    Q_OBJECT
public:
    SwatchButton(const Theme& theme, const QString& name, int colour, QWidget* parent = nullptr);
    [[nodiscard]] int colour() const { return m_colour; }
    void setColour(int colour);
    [[nodiscard]] QSize sizeHint() const override { return {32, 32}; }

signals:
    // By the person.
    void chosen(int colour);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void open();
    const Theme& m_theme;
    int m_colour{0};
};

} // namespace Textdesk
