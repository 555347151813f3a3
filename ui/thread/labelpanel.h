// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Below the head of a conversation: which labels hang there, and the labels themselves.
#pragma once

#include "app/domain/label.h"
#include "ui/widgets/surface.h"

class QAbstractButton;
class QHBoxLayout;
class QLineEdit;
class QVBoxLayout;

namespace Textdesk {

class Button;
class SwatchButton;
class TextLabel;

class LabelPanel final : public Surface {
    Q_OBJECT
public:
    explicit LabelPanel(const Theme& theme, QWidget* parent = nullptr);

    void present(const QList<Label>& all, const QList<Label>& hanging);
    void setProblem(const QString& sentence);
    void clearName();
    void focusFirst();

signals:
    // A new one hangs at once.
    void addWanted(const QString& name, int colour);
    void changeWanted(const Textdesk::Label& label);
    void removeWanted(Textdesk::LabelId id);
    void hangWanted(Textdesk::LabelId id, bool on);
    void closed();

private:
    void build();
    void sayTooLong();
    void addRow(const Label& label, bool hangs);
    void addQuestion(const Label& label, QHBoxLayout* line, QAbstractButton* remove);
    void wireLook(const Label& label, SwatchButton* colour, QLineEdit* name);
    QVBoxLayout* m_rows;
    SwatchButton* m_colour;
    QLineEdit* m_name;
    Button* m_add;
    TextLabel* m_problem;
    QList<QWidget*> m_labels;
};

} // namespace Textdesk
