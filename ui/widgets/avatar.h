// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The round mark of a person in a header.
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace Textdesk {

class Avatar final : public QWidget {
    Q_OBJECT
public:
    explicit Avatar(const Theme& theme, QWidget* parent = nullptr);
    void present(const QString& name, bool isNamed);
    // The line's colour at its lower end, an index into the label colours; -1 for none.
    void setLine(int colour);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QString m_initials;
    int m_line{-1};
};

} // namespace Textdesk
