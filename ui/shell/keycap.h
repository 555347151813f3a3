// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A key combination, drawn as the keys of a keyboard.
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace Textdesk {

class KeyCap final : public QWidget {
    Q_OBJECT
public:
    KeyCap(const Theme& theme, const QString& words, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QString m_words;
};

} // namespace Textdesk
