// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Trouble said in place: what happened, what is safe, and the one next step.
#pragma once

#include "ui/theme/theme.h"

#include <QFrame>

class QVBoxLayout;

namespace Textdesk {

class Button;
class TextLabel;

class Banner final : public QFrame {
    Q_OBJECT
public:
    enum class Level { Information, Warning, Problem };
    // action may be empty; then the banner can only be closed.
    Banner(const Theme& theme, Level level, const QString& what, const QString& safe,
        const QString& action, QWidget* parent = nullptr);
    // One more thing to do, before the first; once. Both then stand below the words.
    void addSecondAction(const QString& words);

    // A card of its own over other things, instead of a strip across the window.
    void setFloating(bool floating);
    [[nodiscard]] QString what() const { return m_what; }
    // News of what it tells, without taking the focus from its button.
    void setWhat(const QString& what);

signals:
    void actionTriggered();
    void secondTriggered();
    void dismissed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] Button* makeButton(const QString& name, const QString& words);
    void putActionsBelow(Button* second);
    const Theme& m_theme;
    Level m_level;
    bool m_floating{false};
    bool m_areActionsBelow{false};
    QString m_what;
    TextLabel* m_words;
    QVBoxLayout* m_column{nullptr};
    Button* m_act{nullptr};
};

} // namespace Textdesk
