// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rings around what has the focus are for who works with the keys; who works with the mouse sees
// none. Qt turns them on for good with the first focus that a program gives for a shortcut.
#pragma once

#include <QObject>

class QWidget;

namespace Textdesk {

class KeyboardTrace final : public QObject {
    Q_OBJECT
public:
    // Watches all windows of the program.
    explicit KeyboardTrace(QObject& application);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void show(const QWidget& widget) const;
    bool m_byKeys{false};
};

} // namespace Textdesk
