// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/startupproblem.h"

#include "ui/widgets/emptystate.h"

#include <QDir>
#include <QVBoxLayout>

namespace Textdesk {

StartupProblem::StartupProblem(
    const Theme& theme, const Error& error, const QString& folder, QWidget* parent)
    : Surface{theme, Ground::Background, {}, parent}
{
    constexpr QSize comfortable{640, 400};
    setObjectName(QStringLiteral("startupProblem"));
    setWindowTitle(QStringLiteral("Textdesk"));
    resize(comfortable);
    auto* message = new EmptyState{theme, QStringLiteral("startupProblemMessage"), this};
    const Words said{words(error, QDir::toNativeSeparators(folder))};
    message->present(QStringLiteral("warning"), said.title, said.sentence, tr("Close Textdesk"));
    connect(message, &EmptyState::actionTriggered, this, &QWidget::close);
    auto* column = new QVBoxLayout{this};
    column->addWidget(message);
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
    if (word == QStringLiteral("newer-version")) {
        return {tr("A newer Textdesk was here"),
            tr("Your messages were last used by a newer version, which keeps them in a way this "
               "one does not know. "
               "Nothing was changed. Install the newer version and open it again.")};
    }
    if (word == QStringLiteral("damaged")) {
        return {tr("The message store is damaged"),
            tr("Textdesk cannot read its database. Nothing was changed and nothing will be sent. "
               "Make a copy of the "
               "folder %1 before anything else.")
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
