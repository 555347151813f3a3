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
    ProfileRescue* rescue, QWidget* parent)
    : Surface{theme, Ground::Background, {}, parent}
    , m_error{error}
    , m_folder{QDir::toNativeSeparators(folder)}
    , m_rescue{rescue}
    , m_message{new EmptyState{theme, QStringLiteral("startupProblemMessage"), this}}
    , m_progress{new QProgressBar{this}}
    , m_backup{new Button{
          theme, Button::Kind::Secondary, QStringLiteral("restoreBackup"), {}, this}}
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
    connect(m_message, &EmptyState::actionTriggered, this, &StartupProblem::act);
    connect(m_backup, &QAbstractButton::clicked, this, &StartupProblem::restore);
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

void StartupProblem::finish(const Result<SalvageReport>& report, bool fromBackup)
{
    m_busy = false;
    m_progress->setRange(0, 100);
    m_progress->hide();
    m_close->show();
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
    QString sentence;
    if (error.detail() == QStringLiteral("unreadable")) {
        sentence = hasBackup
            ? tr("Not one text in the damaged file can be read. Nothing was changed. The backup "
                 "below is whole.")
            : tr("Not one text in the damaged file can be read, and there is no backup. Nothing "
                 "was changed. Keep the folder %1 and ask for help before you remove it.")
                  .arg(m_folder);
    } else if (error.detail() == QStringLiteral("disk-full")) {
        sentence =
            tr("There is not enough room for the repaired copy beside the damaged one. Nothing "
               "was changed. Free some room, then try again.");
    } else {
        sentence = tr("The repair could not be finished. Nothing was changed. Close other programs "
                      "that use the folder %1, then try again.")
                       .arg(m_folder);
    }
    m_act = isGone() ? Act::Restore : Act::Salvage;
    m_message->present(QStringLiteral("warning"), tr("The repair did not work"), sentence,
        error.detail() == QStringLiteral("unreadable") ? QString{} : tr("Try again"));
    offer(false, !isGone());
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

StartupProblem::Words StartupProblem::words(const Error& error, const QString& folder)
{
    const QString word{error.detail().section(QStringLiteral(": "), 0, 0)};
    if (word == QStringLiteral("in-use")) {
        return {tr("Textdesk is already open"),
            tr("Another window or command is using this profile. Nothing was changed. Look for the "
               "open window, "
               "or wait until the command has ended.")};
    }
    if (word == QStringLiteral("damaged")) {
        return {tr("The message store is damaged"),
            tr("Textdesk cannot read all of its database in %1. Nothing was changed and nothing "
               "will be sent. The repair saves what can be read and keeps the damaged file.")
                .arg(folder)};
    }
    if (word == QStringLiteral("store-gone")) {
        return {tr("The message store is gone"),
            tr("There is no textdesk.db with messages in %1 any more, but Textdesk has a backup of "
               "it. Nothing was changed and nothing will be sent. If you have moved the file, "
               "close Textdesk and put it back; else the backup takes its place.")
                .arg(folder)};
    }
    if (word == QStringLiteral("disk-full")) {
        return {tr("The disk is full"),
            tr("There is no room left to store messages. Nothing was lost and nothing will be "
               "sent. Free some room, "
               "then open Textdesk again.")};
    }
    if (word == QStringLiteral("read-only")) {
        return {tr("The profile cannot be written"),
            tr("Textdesk may not write in %1, so it cannot keep what you send. Nothing was "
               "changed. Check the "
               "folder's permissions.")
                .arg(folder)};
    }
    return {tr("The profile cannot be opened"),
        tr("Textdesk cannot use the folder %1. Nothing was changed. Check that it exists and "
           "belongs to you.")
            .arg(folder)};
}

} // namespace Textdesk
