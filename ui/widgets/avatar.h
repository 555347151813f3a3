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

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QString m_initials;
};

} // namespace Textdesk
