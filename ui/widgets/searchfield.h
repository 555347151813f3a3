// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A line to search in, with its icon at the start and at the end the key that leads to it, or what
// empties it.
#pragma once

#include "ui/theme/theme.h"

#include <QLineEdit>

namespace Textdesk {

class IconButton;

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
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void keepRoom();
    const Theme& m_theme;
    QString m_keyHint;
    IconButton* m_clear;
};

} // namespace Textdesk
