// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What an empty place says: what will be here, and the action that fills it.
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QAbstractButton;

namespace Textdesk {

class TextLabel;
class Button;

class EmptyState final : public QWidget {
    Q_OBJECT
public:
    EmptyState(const Theme& theme, const QString& name, QWidget* parent = nullptr);
    // action may be empty.
    void present(
        const QString& icon, const QString& title, const QString& sentence, const QString& action);

signals:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QString m_icon;
    TextLabel* m_title;
    TextLabel* m_sentence;
    Button* m_action;
};

} // namespace Textdesk
