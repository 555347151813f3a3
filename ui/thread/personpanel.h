// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Below the head of a conversation: who is on this number, by name.
#pragma once

#include "app/base/ids.h"
#include "ui/widgets/surface.h"

#include <vector>

class QLineEdit;
class QVBoxLayout;

namespace Textdesk {

class Button;
class TextLabel;

class PersonPanel final : public Surface {
    Q_OBJECT
public:
    struct Person {
        ContactId id;
        QString name;
    };
    explicit PersonPanel(const Theme& theme, QWidget* parent = nullptr);

    // number is as it is spelled at home. What is being typed into the last field stays.
    void present(const std::vector<Person>& people, const QString& number);
    // Under the fields; empty takes it away.
    void setProblem(const QString& sentence);
    void clearName();
    void focusName();

signals:
    void saveWanted(const QString& name);
    void renameWanted(Textdesk::ContactId id, const QString& name);
    void removeWanted(Textdesk::ContactId id);
    void closed();

private:
    void build();
    void addRow(const Person& person);
    QVBoxLayout* m_rows;
    QLineEdit* m_name;
    Button* m_save;
    TextLabel* m_title;
    TextLabel* m_problem;
    std::vector<QWidget*> m_people;
};

} // namespace Textdesk
