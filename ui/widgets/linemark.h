// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which of several lines something belongs to: a dot in its colour and its name.
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace Textdesk {

class ElidedLabel;

class LineMark final : public QWidget {
    Q_OBJECT
public:
    explicit LineMark(const Theme& theme, QWidget* parent = nullptr);
    // colour is an index into the label colours; an empty name hides the mark. spoken is the whole
    // sentence: tooltip and accessible name.
    void present(const QString& name, int colour, const QString& spoken);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    ElidedLabel* m_name;
    int m_colour{0};
};

} // namespace Textdesk
