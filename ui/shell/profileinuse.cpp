// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/profileinuse.h"

#include "ui/widgets/emptystate.h"

#include <QCloseEvent>
#include <QVBoxLayout>

namespace Textdesk {

ProfileInUse::ProfileInUse(const Theme& theme, QWidget* parent)
    : Surface{theme, Ground::Background, {}, parent}
    , m_message{new EmptyState{theme, QStringLiteral("profileInUseMessage"), this}}
{
    constexpr QSize comfortable{640, 400};
    setObjectName(QStringLiteral("profileInUse"));
    setWindowTitle(QStringLiteral("Textdesk"));
    resize(comfortable);
    connect(m_message, &EmptyState::actionTriggered, this, &ProfileInUse::tryAgain);
    auto* column = new QVBoxLayout{this};
    column->addWidget(m_message);
}

void ProfileInUse::tellCommand(const QString& program, qint64 pid)
{
    // A process number is a name, so it is never grouped into thousands.
    tell(tr("A Textdesk command is using this profile"),
        tr("The command %1 (process %2) is at work here. Nothing is lost: what it sends and "
           "receives will be in this window, which opens by itself as soon as the command has "
           "ended.")
            .arg(program, QString::number(pid)));
}

void ProfileInUse::tellSilent()
{
    tell(tr("Textdesk is already open"),
        tr("Another Textdesk is using this profile, but it does not answer. Nothing was changed. "
           "Look for its window and close it; this one opens by itself as soon as the profile is "
           "free."));
}

void ProfileInUse::tell(const QString& title, const QString& sentence)
{
    m_message->present(QStringLiteral("clock"), title, sentence, tr("Try again"));
}

void ProfileInUse::closeEvent(QCloseEvent* event)
{
    event->accept();
    emit givenUp();
}

} // namespace Textdesk
