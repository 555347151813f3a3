// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thread/labelpanel.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/swatchbutton.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>

#include <algorithm>

namespace Textdesk {

LabelPanel::LabelPanel(const Theme& theme, QWidget* parent)
    : Surface{theme, Ground::Panel, Qt::BottomEdge, parent}
    , m_rows{new QVBoxLayout}
    , m_colour{new SwatchButton{theme, QStringLiteral("newLabelColour"), 0, this}}
    , m_name{new QLineEdit{this}}
    , m_add{new Button{
          theme, Button::Kind::Primary, QStringLiteral("addLabel"), tr("&Add label"), this}}
    , m_problem{new TextLabel{theme, Textdesk::Tone::Bad, Fonts::small(), this}}
{
    setObjectName(QStringLiteral("labelPanel"));
    m_name->setObjectName(QStringLiteral("newLabelName"));
    m_name->setAccessibleName(tr("Name of a new label"));
    m_name->setPlaceholderText(tr("A new label, for example Fees"));
    m_name->setMaxLength(int(longestLabel));
    m_name->setTextMargins(8, 0, 8, 0);
    m_problem->setObjectName(QStringLiteral("labelProblem"));
    m_problem->setWordWrap(true);
    build();
    const auto add = [this] { emit addWanted(m_name->text(), m_colour->colour()); };
    connect(m_name, &QLineEdit::returnPressed, this, add);
    connect(m_name, &QLineEdit::textEdited, this, [this] {
        if (m_name->text().size() < longestLabel) {
            setProblem({});
        }
    });
    connect(m_name, &QLineEdit::inputRejected, this, &LabelPanel::sayTooLong);
    connect(m_add, &QAbstractButton::clicked, this, add);
    setProblem({});
}

void LabelPanel::build()
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(20, 12, 16, 14);
    column->setSpacing(8);
    auto* top = new QHBoxLayout;
    auto* title = new TextLabel{theme(), Textdesk::Tone::Muted, Fonts::small(), this};
    title->setText(tr("Labels of this conversation"));
    top->addWidget(title, 1);
    auto* close = new IconButton{theme(), QStringLiteral("close"),
        QStringLiteral("closeLabelPanel"), tr("Close (Esc)"), this};
    connect(close, &QAbstractButton::clicked, this, &LabelPanel::closed);
    top->addWidget(close);
    column->addLayout(top);
    m_rows->setSpacing(2);
    column->addLayout(m_rows);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_colour);
    row->addWidget(m_name, 1);
    row->addWidget(m_add);
    column->addLayout(row);
    column->addWidget(m_problem);
    setTabOrder(m_add, close);
}

void LabelPanel::present(const QList<Label>& all, const QList<Label>& hanging)
{
    for (QWidget* row : m_labels) {
        m_rows->removeWidget(row);
        row->hide();
        row->deleteLater(); // one of its parts may have brought us here
    }
    m_labels.clear();
    for (const Label& label : all) {
        addRow(label, std::any_of(hanging.cbegin(), hanging.cend(), [&label](const Label& one) {
            return one.id == label.id;
        }));
    }
    // The next one looks different by itself.
    m_colour->setColour(int(all.size()) % labelColours);
}

void LabelPanel::addRow(const Label& label, bool hangs)
{
    const QString key{label.id.toString()};
    auto* row = new QWidget{this};
    auto* line = new QHBoxLayout{row};
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    auto* colour =
        new SwatchButton{theme(), QStringLiteral("labelColour_") + key, label.colour, row};
    auto* check = new QCheckBox{row};
    check->setObjectName(QStringLiteral("label_") + key);
    check->setAccessibleName(tr("%1 is on this conversation").arg(label.name));
    check->setChecked(hangs);
    auto* name = new QLineEdit{label.name, row};
    name->setObjectName(QStringLiteral("labelName_") + key);
    name->setAccessibleName(tr("Name of the label %1").arg(label.name));
    name->setMaxLength(int(longestLabel));
    name->setTextMargins(8, 0, 8, 0);
    auto* remove = new Button{theme(), Button::Kind::Link, QStringLiteral("removeLabel_") + key,
        tr("Delete label…"), row};
    remove->setAccessibleName(tr("Delete the label %1 everywhere").arg(label.name));
    for (QWidget* part : std::initializer_list<QWidget*>{check, colour}) {
        line->addWidget(part);
    }
    line->addWidget(name, 1);
    line->addWidget(remove);
    connect(check, &QCheckBox::toggled, this,
        [this, id = label.id](bool on) { emit hangWanted(id, on); });
    addQuestion(label, line, remove);
    wireLook(label, colour, name);
    m_rows->addWidget(row);
    row->show(); // at once, so that it can have the focus
    setTabOrder(check, colour);
    setTabOrder(colour, name);
    setTabOrder(name, remove);
    m_labels.append(row);
}

// It goes from every conversation and does not come back, so it is asked about, where the button
// stood; what keeps it is at the place of the button, for whoever presses twice.
void LabelPanel::addQuestion(const Label& label, QHBoxLayout* line, QAbstractButton* remove)
{
    QWidget* row{remove->parentWidget()};
    const QString key{label.id.toString()};
    auto* sentence = new TextLabel{theme(), Textdesk::Tone::Warn, Fonts::small(), row};
    sentence->setText(tr("From every conversation?"));
    auto* yes = new Button{
        theme(), Button::Kind::Link, QStringLiteral("removeLabelYes_") + key, tr("Delete"), row};
    yes->setAccessibleName(tr("Delete the label %1 from every conversation").arg(label.name));
    auto* no = new Button{
        theme(), Button::Kind::Link, QStringLiteral("removeLabelNo_") + key, tr("Keep"), row};
    no->setAccessibleName(tr("Keep the label %1").arg(label.name));
    const auto ask = [sentence, yes, no, remove](bool asks) {
        for (QWidget* part : std::initializer_list<QWidget*>{sentence, yes, no}) {
            part->setVisible(asks);
        }
        remove->setVisible(!asks);
        (asks ? no : remove)->setFocus(Qt::OtherFocusReason);
    };
    for (QWidget* part : std::initializer_list<QWidget*>{sentence, yes, no}) {
        line->addWidget(part);
        part->hide();
    }
    setTabOrder(remove, yes);
    setTabOrder(yes, no);
    setTabOrder(no, m_colour);
    connect(remove, &QAbstractButton::clicked, this, [ask] { ask(true); });
    connect(no, &QAbstractButton::clicked, this, [ask] { ask(false); });
    connect(yes, &QAbstractButton::clicked, this, [this, id = label.id] { emit removeWanted(id); });
}

void LabelPanel::wireLook(const Label& label, SwatchButton* colour, QLineEdit* name)
{
    connect(colour, &SwatchButton::chosen, this, [this, label](int chosen) {
        emit changeWanted({label.id, label.name, chosen});
    });
    connect(name, &QLineEdit::inputRejected, this, &LabelPanel::sayTooLong);
    connect(name, &QLineEdit::editingFinished, this, [this, name, label] {
        if (name->text() != label.name) {
            emit changeWanted({label.id, name->text(), label.colour});
        }
    });
}

void LabelPanel::setProblem(const QString& sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    m_name->setAccessibleDescription(sentence);
}

void LabelPanel::sayTooLong()
{
    setProblem(tr("A label has at most %1 characters; the rest was left out.")
                   .arg(locale().toString(longestLabel)));
}

void LabelPanel::clearName()
{
    m_name->clear();
}

void LabelPanel::focusFirst()
{
    const auto* row = m_labels.isEmpty() ? nullptr : m_labels.first();
    auto* check = row ? row->findChild<QCheckBox*>() : nullptr;
    (check ? static_cast<QWidget*>(check) : m_name)->setFocus(Qt::OtherFocusReason);
}

} // namespace Textdesk
