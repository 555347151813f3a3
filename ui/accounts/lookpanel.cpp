// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/lookpanel.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/swatchbutton.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace Textdesk {

LookPanel::LookPanel(const Theme& theme, const QString& key, QWidget* parent)
    : QWidget{parent}
    , m_colour{new SwatchButton{theme, QStringLiteral("lookColour_") + key, 0, this}}
    , m_name{new QLineEdit{this}}
    , m_save{new Button{
          theme, Button::Kind::Primary, QStringLiteral("lookSave_") + key, tr("Save"), this}}
    , m_cancel{new Button{
          theme, Button::Kind::Secondary, QStringLiteral("lookCancel_") + key, tr("Cancel"), this}}
    , m_problem{new TextLabel{theme, Tone::Bad, Fonts::small(), this}}
{
    m_name->setObjectName(QStringLiteral("lookName_") + key);
    m_name->setAccessibleName(tr("Name of the account"));
    m_name->setTextMargins(8, 0, 8, 0);
    m_problem->setObjectName(QStringLiteral("lookProblem_") + key);
    m_problem->setWordWrap(true);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 4, 0, 8);
    column->setSpacing(4);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_colour);
    row->addWidget(m_name, 1);
    row->addWidget(m_save);
    row->addWidget(m_cancel);
    column->addLayout(row);
    column->addWidget(m_problem);
    const auto save = [this] { emit saved(m_name->text(), m_colour->colour()); };
    connect(m_save, &QAbstractButton::clicked, this, save);
    connect(m_name, &QLineEdit::returnPressed, this, save);
    connect(m_name, &QLineEdit::textEdited, this, [this] { setProblem({}); });
    connect(m_cancel, &QAbstractButton::clicked, this, &LookPanel::closed);
    setProblem({});
}

void LookPanel::present(const QString& name, int colour)
{
    m_name->setText(name);
    m_colour->setColour(colour);
    setProblem({});
}

void LookPanel::setProblem(const QString& sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    m_name->setAccessibleDescription(sentence);
}

std::vector<QWidget*> LookPanel::tabStops() const
{
    return {m_colour, m_name, m_save, m_cancel};
}

void LookPanel::focusFirst()
{
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

void LookPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        emit closed();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace Textdesk
