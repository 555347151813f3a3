// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A square button that is only an icon; its words are the tooltip and the accessible name.
#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace Textdesk {

class IconButton final : public QAbstractButton {
    Q_OBJECT
public:
    IconButton(const Theme& theme, const QString& icon, const QString& name, const QString& words,
        QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QString m_icon;
};

} // namespace Textdesk
