// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A line to search in, with its icon at the start and the key that leads to it at the end.
#pragma once

#include "ui/theme/theme.h"

#include <QLineEdit>

namespace Textdesk {

class SearchField final : public QLineEdit {
    Q_OBJECT
public:
    SearchField(const Theme& theme, const QString& placeholder, const QString& keyHint,
        QWidget* parent = nullptr);

signals:
    // Down or Return: the person wants to walk through what was found.
    void walkRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void keepRoom();
    const Theme& m_theme;
    QString m_keyHint;
};

} // namespace Textdesk
