// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thread/personpanel.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace Textdesk {

PersonPanel::PersonPanel(const Theme& theme, QWidget* parent)
    : Surface{theme, Ground::Panel, Qt::BottomEdge, parent}
    , m_rows{new QVBoxLayout}
    , m_name{new QLineEdit{this}}
    , m_save{new Button{
          theme, Button::Kind::Primary, QStringLiteral("savePerson"), tr("Save &name"), this}}
    , m_title{new TextLabel{theme, Textdesk::Tone::Muted, Fonts::small(), this}}
    , m_problem{new TextLabel{theme, Textdesk::Tone::Bad, Fonts::small(), this}}
{
    setObjectName(QStringLiteral("personPanel"));
    m_name->setObjectName(QStringLiteral("personName"));
    m_name->setAccessibleName(tr("Name of a person on this number"));
    m_name->setTextMargins(8, 0, 8, 0);
    m_problem->setObjectName(QStringLiteral("personProblem"));
    m_problem->setWordWrap(true);
    build();
    const auto save = [this] { emit saveWanted(m_name->text()); };
    connect(m_name, &QLineEdit::returnPressed, this, save);
    connect(m_name, &QLineEdit::textEdited, this, [this] { setProblem({}); });
    connect(m_save, &QAbstractButton::clicked, this, save);
    setProblem({});
}

void PersonPanel::build()
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(20, 12, 16, 14);
    column->setSpacing(8);
    auto* top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    auto* close = new IconButton{theme(), QStringLiteral("close"),
        QStringLiteral("closePersonPanel"), tr("Close (Esc)"), this};
    connect(close, &QAbstractButton::clicked, this, &PersonPanel::closed);
    top->addWidget(close);
    column->addLayout(top);
    m_rows->setSpacing(6);
    column->addLayout(m_rows);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_name, 1);
    row->addWidget(m_save);
    column->addLayout(row);
    column->addWidget(m_problem);
    setTabOrder(m_save, close); // leaving comes last
}

void PersonPanel::present(const std::vector<Person>& people, const QString& number)
{
    for (QWidget* row : m_people) {
        m_rows->removeWidget(row);
        row->hide();
        row->deleteLater(); // one of its buttons may have brought us here
    }
    m_people.clear();
    for (const Person& person : people) {
        addRow(person);
    }
    m_title->setText(
        people.empty() ? tr("Save %1 as a contact").arg(number) : tr("People on %1").arg(number));
    m_name->setPlaceholderText(people.empty() ? tr("Name, for example Thandi Mokoena")
                                              : tr("Another person on this number"));
}

void PersonPanel::addRow(const Person& person)
{
    auto* row = new QWidget{this};
    auto* line = new QHBoxLayout{row};
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    auto* name = new QLineEdit{person.name, row};
    name->setObjectName(QStringLiteral("person_") + person.id.toString());
    name->setAccessibleName(tr("Name of %1").arg(person.name));
    name->setTextMargins(8, 0, 8, 0);
    auto* remove = new Button{theme(), Button::Kind::Link,
        QStringLiteral("removePerson_") + person.id.toString(), tr("Remove"), row};
    remove->setAccessibleName(tr("Remove %1").arg(person.name));
    line->addWidget(name, 1);
    line->addWidget(remove);
    connect(name, &QLineEdit::editingFinished, this, [this, name, person] {
        if (name->text() != person.name) {
            emit renameWanted(person.id, name->text());
        }
    });
    connect(
        remove, &QAbstractButton::clicked, this, [this, id = person.id] { emit removeWanted(id); });
    m_rows->addWidget(row);
    row->show();
    setTabOrder(name, remove);
    setTabOrder(remove, m_name);
    m_people.push_back(row);
}

void PersonPanel::setProblem(const QString& sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    m_name->setAccessibleDescription(sentence);
}

void PersonPanel::clearName()
{
    m_name->clear();
}

void PersonPanel::focusName()
{
    m_name->setFocus(Qt::OtherFocusReason);
}

} // namespace Textdesk
