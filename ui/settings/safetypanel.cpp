// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/safetypanel.h"

#include "ui/settings/markedlabel.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/button.h"
#include "ui/words/timewords.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace Textdesk {

SafetyPanel::SafetyPanel(const Theme& theme, ProfileCare& care, const Clock& clock, QWidget* parent)
    : Panel{parent}
    , m_care{care}
    , m_clock{clock}
    , m_title{new MarkedLabel{theme, tr("Backups and checks"), this}}
    , m_dates{new TextLabel{theme, Tone::Muted, Fonts::preview(), this}}
    , m_told{new TextLabel{theme, Tone::Muted, Fonts::base(), this}}
    , m_check{new Button{
          theme, Button::Kind::Secondary, QStringLiteral("checkNow"), tr("Check now"), this}}
    , m_backUp{new Button{
          theme, Button::Kind::Secondary, QStringLiteral("backUpNow"), tr("Back up now"), this}}
{
    setObjectName(QStringLiteral("safetyPanel"));
    m_dates->setObjectName(QStringLiteral("safetyDates"));
    m_dates->setWordWrap(true);
    m_told->setObjectName(QStringLiteral("safetyTold"));
    m_told->setWordWrap(true);
    m_told->hide();
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_backUp);
    buttons->addWidget(m_check);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 4, 0, 4);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_dates);
    column->addLayout(buttons);
    column->addWidget(m_told);
    connect(m_check, &QAbstractButton::clicked, this, &SafetyPanel::check);
    connect(m_backUp, &QAbstractButton::clicked, this, &SafetyPanel::backUp);
    connect(&m_care, &ProfileCare::cared, this, &SafetyPanel::refresh);
    refresh();
}

void SafetyPanel::refresh()
{
    const CareDates dates{m_care.dates()};
    const auto when = [this](qint64 ms) {
        return dayAndTime(
            QDateTime::fromMSecsSinceEpoch(ms), m_clock.now().toLocalTime(), locale());
    };
    const QString backup{dates.backedUpMs > 0
            ? tr("Last backup: %1; %n are kept, beside your messages.", nullptr, dates.backups)
                  .arg(when(dates.backedUpMs))
            : tr("There is no backup yet; one is made every day.")};
    const QString checked{dates.checkedMs > 0
            ? tr("Last whole check: %1, all is well.").arg(when(dates.checkedMs))
            : tr("The store is checked once a week.")};
    m_dates->setText(backup + u' ' + checked);
}

void SafetyPanel::check()
{
    tell(tr("Checking…"), false);
    m_check->setEnabled(false);
    m_care.check(CheckDepth::Whole)->then(this, [this](const Result<QStringList>& found) {
        m_check->setEnabled(true);
        const bool well{found && found->isEmpty()};
        tell(well ? tr("All is well.")
                : !found
                ? tr("The check could not be made just now. Nothing was changed.")
                : tr(
                    "Some of the store is damaged. Close Textdesk and open it again to repair it."),
            !well);
        refresh();
    });
}

void SafetyPanel::backUp()
{
    tell(tr("Backing up…"), false);
    m_backUp->setEnabled(false);
    m_care.backUp()->then(this, [this](const Result<BackupFile>& made) {
        m_backUp->setEnabled(true);
        tell(made ? tr("The backup was made.")
                : made.error().detail() == QStringLiteral("no-room")
                ? tr(
                    "There is no room for a backup. Your messages and older backups are safe; free "
                    "some room.")
                : tr("The backup could not be written. Your messages and older backups are safe."),
            !made);
        refresh();
    });
}

void SafetyPanel::tell(const QString& words, bool isTrouble)
{
    m_told->setTone(isTrouble ? Tone::Bad : Tone::Muted);
    m_told->setText(words);
    m_told->show();
}

bool SafetyPanel::narrow(const QString& searched)
{
    const bool found{
        matches(m_title->text() + tr(" copy safety restore integrity damaged repair"), searched)};
    setVisible(found);
    m_title->mark(searched);
    return found;
}

} // namespace Textdesk
