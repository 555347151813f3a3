// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What people see of an account: its name and the colour of its line, to be changed in place.
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

#include <vector>

class QLineEdit;

namespace Textdesk {

class Button;
class SwatchButton;
class TextLabel;

class LookPanel final : public QWidget {
    Q_OBJECT
public:
    // key makes the object names of one panel differ from another's.
    LookPanel(const Theme& theme, const QString& key, QWidget* parent = nullptr);
    void present(const QString& name, int colour);
    // Why it was not kept, as a sentence; empty takes the last one away.
    void setProblem(const QString& sentence);
    // In the order of the Tab key.
    [[nodiscard]] std::vector<QWidget*> tabStops() const;
    void focusFirst();

signals:
    void saved(const QString& name, int colour);
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    SwatchButton* m_colour;
    QLineEdit* m_name;
    Button* m_save;
    Button* m_cancel;
    TextLabel* m_problem;
};

} // namespace Textdesk
