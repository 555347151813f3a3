// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/startupproblem.h"

#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"

#include <QCloseEvent>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QProgressBar>
#include <QVBoxLayout>

namespace Textdesk {

StartupProblem::StartupProblem(const Theme& theme, const Error& error, const QString& folder,
    const Help& help, QWidget* parent)
    : Surface{theme, Ground::Background, {}, parent}
    , m_error{error}
    , m_folder{QDir::toNativeSeparators(folder)}
    , m_rescue{help.rescue}
    , m_prompt{help.prompt}
    , m_message{new EmptyState{theme, QStringLiteral("startupProblemMessage"), this}}
    , m_progress{new QProgressBar{this}}
    , m_backup{new Button{
          theme, Button::Kind::Secondary, QStringLiteral("restoreBackup"), {}, this}}
    , m_anew{new Button{theme, Button::Kind::Link, QStringLiteral("beginAnew"),
          tr("Begin without your old messages…"), this}}
    , m_close{new Button{theme, Button::Kind::Link, QStringLiteral("closeStartupProblem"),
          tr("Close Textdesk"), this}}
{
    constexpr QSize comfortable{680, 460};
    setObjectName(QStringLiteral("startupProblem"));
    setWindowTitle(QStringLiteral("Textdesk"));
    resize(comfortable);
    build();
    const Words said{words(m_error, m_folder)};
    m_act = m_rescue == nullptr ? Act::Close
        : isGone()              ? Act::Restore
        : isDamage()            ? Act::Salvage
                                : Act::Open;
    m_message->present(QStringLiteral("warning"), said.title, said.sentence,
        m_act == Act::Close         ? tr("Close Textdesk")
            : m_act == Act::Restore ? backupLabel()
            : m_act == Act::Salvage ? tr("Repair my messages")
                                    : tr("Try again"));
    m_close->setVisible(m_act != Act::Close);
    offer(isDamage(), isDamage());
    m_anew->setVisible(m_prompt != nullptr && isGone());
    connect(m_message, &EmptyState::actionTriggered, this, &StartupProblem::act);
    connect(m_backup, &QAbstractButton::clicked, this, &StartupProblem::restore);
    connect(m_anew, &QAbstractButton::clicked, this, &StartupProblem::askForAnew);
    connect(m_close, &QAbstractButton::clicked, this, &QWidget::close);
    if (m_rescue != nullptr) {
        connect(m_rescue, &ProfileRescue::progressed, m_progress, &QProgressBar::setValue);
    }
}

bool StartupProblem::isDamage() const
{
    return m_error.detail() == QStringLiteral("damaged");
}

bool StartupProblem::isGone() const
{
    return m_error.detail().startsWith(QStringLiteral("store-gone"));
}

QString StartupProblem::backupLabel() const
{
    const std::vector<BackupFile> backups{m_rescue->backups()};
    if (backups.empty()) {
        return tr("Try again");
    }
    const QDateTime made{QDateTime::fromMSecsSinceEpoch(backups.front().madeMs)};
    return tr("Use the backup of %1").arg(locale().toString(made.date(), QLocale::LongFormat));
}

void StartupProblem::build()
{
    m_progress->setObjectName(QStringLiteral("rescueProgress"));
    m_progress->setAccessibleName(tr("How far the repair is"));
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(320, 8);
    m_progress->hide();
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(24, 16, 24, 24);
    column->setSpacing(8);
    column->addWidget(m_message, 1);
    column->addWidget(m_progress, 0, Qt::AlignHCenter);
    column->addWidget(m_backup, 0, Qt::AlignHCenter);
    column->addWidget(m_anew, 0, Qt::AlignHCenter);
    column->addWidget(m_close, 0, Qt::AlignHCenter);
}

void StartupProblem::offer(bool repair, bool backup)
{
    const std::vector<BackupFile> backups{
        m_rescue != nullptr && backup ? m_rescue->backups() : std::vector<BackupFile>{}};
    m_backup->setVisible(!backups.empty());
    if (!backups.empty()) {
        m_backup->setLabel(backupLabel());
    }
    if (!repair && !backups.empty()) {
        m_backup->setFocus();
    }
}

void StartupProblem::act()
{
    switch (m_act) {
    case Act::Salvage:
        salvage();
        return;
    case Act::Restore:
        restore();
        return;
    case Act::Open:
        emit openAgain();
        return;
    case Act::Close:
        close();
        return;
    }
}

void StartupProblem::begin(const QString& title, const QString& sentence)
{
    m_busy = true;
    m_backup->hide();
    m_anew->hide();
    m_close->hide();
    m_progress->setValue(0);
    m_progress->show();
    m_message->present(QStringLiteral("clock"), title, sentence, {});
}

void StartupProblem::salvage()
{
    begin(tr("Repairing your messages"),
        tr("Everything that can be read is copied into a new store. The damaged file is kept. This "
           "can take a few minutes; please leave the window open."));
    m_rescue->salvage()->then(
        this, [this](const Result<SalvageReport>& report) { finish(report, false); });
}

void StartupProblem::restore()
{
    const std::vector<BackupFile> backups{m_rescue->backups()};
    if (backups.empty()) {
        tellFailed(Error{ErrorKind::Storage, QStringLiteral("cannot-open")});
        return;
    }
    begin(tr("Putting the backup in place"),
        isGone() ? tr("The backup itself stays where it is.")
                 : tr("The damaged file is kept beside it."));
    m_progress->setRange(0, 0);
    m_rescue->restore(backups.front().file)
        ->then(this, [this](const Result<SalvageReport>& report) { finish(report, true); });
}

void StartupProblem::endOfWork()
{
    m_busy = false;
    m_progress->setRange(0, 100);
    m_progress->hide();
    m_close->show();
    // A question that began the work may have left the keys with a button that is hidden now.
    m_message->findChild<Button*>()->setFocus();
}

void StartupProblem::finish(const Result<SalvageReport>& report, bool fromBackup)
{
    endOfWork();
    if (report) {
        tellRescued(*report, fromBackup);
    } else {
        tellFailed(report.error());
    }
}

void StartupProblem::tellRescued(const SalvageReport& report, bool fromBackup)
{
    const auto count = [this](qint64 number) { return locale().toString(number); };
    QString sentence{fromBackup ? tr("The backup is in place. Messages: %1, conversations: %2. "
                                     "What came in since is asked for "
                                     "at the provider again.")
                                      .arg(count(report.messages), count(report.conversations))
                                : tr("Messages saved: %1, conversations: %2.")
                                      .arg(count(report.messages), count(report.conversations))};
    if (report.gaps > 0) {
        sentence += u' '
            + tr("%n place(s) of the file could not be read; what stood there is lost here.",
                nullptr, report.gaps);
    }
    if (!report.keptFile.isEmpty() && !isGone()) {
        sentence +=
            u' ' + tr("The damaged file is kept as %1.").arg(QFileInfo{report.keptFile}.fileName());
    }
    sentence +=
        u' ' + tr("Sending is off until you say so, because some texts may have gone out already.");
    m_act = Act::Open;
    m_message->present(
        QStringLiteral("check"), tr("Your messages are back"), sentence, tr("Open Textdesk"));
}

void StartupProblem::tellFailed(const Error& error)
{
    const bool hasBackup{!m_rescue->backups().empty()};
    const bool isHopeless{error.detail() == QStringLiteral("unreadable")};
    m_act = isGone() ? Act::Restore : Act::Salvage;
    m_message->present(QStringLiteral("warning"), tr("The repair did not work"),
        failure(error, hasBackup, m_folder), isHopeless ? QString{} : tr("Try again"));
    offer(false, !isGone());
    m_anew->setVisible(m_prompt != nullptr && (isGone() || isHopeless));
}

void StartupProblem::askForAnew()
{
    Question question;
    question.title = tr("Begin without your old messages?");
    question.text = tr("Textdesk starts empty. Nothing is deleted: the old store and its backups "
                       "move into a folder named after today's date, in %1. Accounts must be "
                       "connected again. Who asked for no more texts stays closed, as far as the "
                       "backups know.")
                        .arg(m_folder);
    question.yes = tr("Begin anew");
    question.no = tr("Go back");
    question.isDangerous = true;
    m_prompt->ask(this, question, [this](bool yes) {
        if (yes) {
            beginAnew();
        }
    });
}

void StartupProblem::beginAnew()
{
    begin(tr("Making room for a new store"), tr("The old one is kept."));
    m_progress->setRange(0, 0);
    m_rescue->beginAnew()->then(this, [this](const Result<SalvageReport>& report) {
        endOfWork();
        if (!report) {
            tellFailed(report.error());
            return;
        }
        m_act = Act::Open;
        m_message->present(QStringLiteral("check"), tr("Ready to begin anew"),
            tr("What was left of the old store is kept in the folder %1 of your profile. Textdesk "
               "opens empty; connect your account first.")
                .arg(QFileInfo{report->keptFile}.fileName()),
            tr("Open Textdesk"));
    });
}

void StartupProblem::closeEvent(QCloseEvent* event)
{
    // Cut off, it would have to begin again.
    if (m_busy) {
        event->ignore();
        return;
    }
    Surface::closeEvent(event);
}

} // namespace Textdesk
