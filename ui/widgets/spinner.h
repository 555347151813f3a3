// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A small turning arc: something is being asked, and the window lives.
#pragma once

#include "ui/theme/theme.h"

#include <QTimer>
#include <QWidget>

namespace Textdesk {

class Spinner final : public QWidget {
    Q_OBJECT
public:
    // words are for those who cannot see it turn.
    Spinner(const Theme& theme, const QString& words, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    const Theme& m_theme;
    QTimer m_beat; // runs while it can be seen, so that an idle window costs nothing
    int m_turn{0};
};

} // namespace Textdesk
