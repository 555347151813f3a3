// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/erasepanel.h"

#include "ui/settings/markedlabel.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/button.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

namespace Textdesk {

ErasePanel::ErasePanel(const Theme& theme, Erasure& erasure, Prompt& prompt,
    std::function<QString()> region, QWidget* parent)
    : Panel{parent}
    , m_theme{theme}
    , m_erasure{erasure}
    , m_prompt{prompt}
    , m_region{std::move(region)}
    , m_title{new MarkedLabel{theme, tr("Erase a person"), this}}
    , m_number{new QLineEdit{this}}
    , m_look{new Button{theme, Button::Kind::Secondary, QStringLiteral("eraseLook"),
          tr("Show what would go"), this}}
    , m_told{new TextLabel{theme, Tone::Normal, Fonts::base(), this}}
    , m_optOutToo{new QCheckBox{tr("Forget also that they asked not to be texted"), this}}
    , m_erase{new Button{
          theme, Button::Kind::Primary, QStringLiteral("erasePerson"), tr("Erase…"), this}}
{
    setObjectName(QStringLiteral("erasePanel"));
    m_number->setObjectName(QStringLiteral("eraseNumber"));
    m_number->setAccessibleName(tr("Number of the person to erase"));
    m_number->setPlaceholderText(tr("Number, in any spelling"));
    m_number->setTextMargins(8, 0, 8, 0);
    m_told->setObjectName(QStringLiteral("eraseTold"));
    m_told->setWordWrap(true);
    m_optOutToo->setObjectName(QStringLiteral("eraseOptOut"));
    m_optOutToo->setAccessibleName(m_optOutToo->text());
    build();
    connect(m_look, &QAbstractButton::clicked, this, &ErasePanel::look);
    connect(m_number, &QLineEdit::returnPressed, this, &ErasePanel::look);
    connect(m_number, &QLineEdit::textEdited, this, [this] { tell({}, false); });
    connect(m_erase, &QAbstractButton::clicked, this, &ErasePanel::askFirst);
    tell({}, false);
}

void ErasePanel::build()
{
    auto* sentence = new TextLabel{m_theme, Tone::Muted, Fonts::preview(), this};
    sentence->setText(
        tr("Every text, conversation and contact of a number leaves every file of this "
           "profile: the search, the log and the backups too. The provider keeps its "
           "own copies."));
    sentence->setWordWrap(true);
    auto* line = new QHBoxLayout;
    line->addWidget(m_number, 1);
    line->addWidget(m_look);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 4, 0, 4);
    column->setSpacing(2);
    column->addWidget(m_title);
    column->addWidget(sentence);
    column->addSpacing(4);
    column->addLayout(line);
    column->addSpacing(4);
    column->addWidget(m_told);
    column->addWidget(m_optOutToo);
    column->addWidget(m_erase, 0, Qt::AlignLeft);
}

void ErasePanel::look()
{
    m_erasure.preview(m_number->text(), m_region())
        ->then(this, [this](const Result<ErasePreview>& preview) { show(preview); });
}

void ErasePanel::show(const Result<ErasePreview>& preview)
{
    if (!preview) {
        tell(preview.error().kind() == ErrorKind::Rejected
                ? tr("This is not a number. Nothing was changed.")
                : tr("The messages cannot be read just now. Nothing was changed."),
            true);
        return;
    }
    m_found = *preview;
    if (m_found.isEmpty()) {
        tell(tr("Nothing of this number is kept here."), false);
        return;
    }
    tell(summary(), false);
    m_optOutToo->setChecked(false);
    m_optOutToo->setVisible(m_found.optedOut);
    m_erase->show();
}

QString ErasePanel::summary() const
{
    QString words{tr("%n message(s) would go", nullptr, int(m_found.messages))};
    if (!m_found.names.isEmpty()) {
        //: After "12 messages would go"; %1 is a contact's name.
        words += tr(", and the contact %1").arg(m_found.names.join(QStringLiteral(", ")));
    }
    words += u'.';
    if (m_found.peers.size() > 1) {
        words += u' ' + tr("Numbers: %1.").arg(m_found.peers.join(QStringLiteral(", ")));
    }
    if (m_found.waiting > 0) {
        words +=
            u' ' + tr("%n text(s) that wait would not be sent.", nullptr, int(m_found.waiting));
    }
    if (m_found.optedOut) {
        words += u' '
            + tr("They asked not to be texted: their number stays in that list alone, so that "
                 "nobody "
                 "texts them again.");
    }
    return words;
}

void ErasePanel::askFirst()
{
    Question question;
    question.title = tr("Erase this person for good?");
    question.text = summary() + u' '
        + tr("Backups made before are deleted and a new one is made. This cannot be undone.");
    question.yes = tr("Erase");
    question.no = tr("Keep everything");
    question.isDangerous = true;
    m_prompt.ask(this, question, [this](bool yes) {
        if (yes) {
            erase();
        }
    });
}

void ErasePanel::erase()
{
    const bool optOutToo{m_optOutToo->isVisible() && m_optOutToo->isChecked()};
    tell(tr("Erasing…"), false);
    m_number->setEnabled(false);
    m_erasure.erase(m_found, optOutToo)->then(this, [this](const Result<qint64>& erased) {
        m_number->setEnabled(true);
        if (erased) {
            m_number->clear();
            tell(tr("Erased: %n message(s), and no file of this profile holds them any more.",
                     nullptr, int(*erased)),
                false);
            return;
        }
        const QString& why{erased.error().detail()};
        tell(why == QStringLiteral("still-sending")
                ? tr("A text to them is on its way just now. Nothing was erased; try again in a "
                     "minute.")
                : why == QStringLiteral("copies-left")
                ? tr(
                    "Their messages are gone, but a backup could not be deleted. Delete the folder "
                    "“backups” of the profile by hand.")
                : tr("Not everything could be erased. Nothing else was changed; try again."),
            true);
    });
}

void ErasePanel::tell(const QString& words, bool isTrouble)
{
    m_told->setTone(isTrouble ? Tone::Bad : Tone::Normal);
    m_told->setText(words);
    m_told->setVisible(!words.isEmpty());
    m_optOutToo->hide();
    m_erase->hide();
}

bool ErasePanel::narrow(const QString& searched)
{
    const bool found{matches(
        m_title->text() + tr(" delete forget privacy GDPR POPIA right contact number opt-out"),
        searched)};
    setVisible(found);
    m_title->mark(searched);
    return found;
}

} // namespace Textdesk
