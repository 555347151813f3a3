// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Trouble said in place: what happened, what is safe, and the one next step.
#pragma once

#include "ui/theme/theme.h"

#include <QFrame>

namespace Textdesk {

class TextLabel;

class Banner final : public QFrame {
    Q_OBJECT
public:
    enum class Level { Information, Warning, Problem };
    // action may be empty; then the banner can only be closed.
    Banner(const Theme& theme, Level level, const QString& what, const QString& safe,
        const QString& action, QWidget* parent = nullptr);

    [[nodiscard]] QString what() const { return m_what; }
    // News of what it tells, without taking the focus from its button.
    void setWhat(const QString& what);

signals:
    void actionTriggered();
    void dismissed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    Level m_level;
    QString m_what;
    TextLabel* m_words;
};

} // namespace Textdesk
