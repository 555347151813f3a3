// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/upgradescreen.h"

#include "ui/widgets/emptystate.h"
#include "ui/widgets/spinner.h"

#include <QCloseEvent>
#include <QVBoxLayout>

namespace Textdesk {

UpgradeScreen::UpgradeScreen(const Theme& theme, QWidget* parent)
    : Surface{theme, Ground::Background, {}, parent}
{
    constexpr QSize comfortable{640, 400};
    setObjectName(QStringLiteral("upgradeScreen"));
    setWindowTitle(QStringLiteral("Textdesk"));
    resize(comfortable);
    auto* message = new EmptyState{theme, QStringLiteral("upgradeMessage"), this};
    message->present(QStringLiteral("clock"), tr("Bringing your texts up to date"),
        tr("This version of Textdesk keeps them in a new way. It happens once and takes a moment; "
           "a copy of how they were is kept for a month. If you close this window, nothing is "
           "lost: it begins anew the next time."),
        {});
    auto* spinner = new Spinner{theme, tr("Your texts are being brought up to date"), this};
    auto* column = new QVBoxLayout{this};
    column->addStretch(2);
    column->addWidget(message);
    column->addWidget(spinner, 0, Qt::AlignHCenter);
    column->addStretch(3);
}

void UpgradeScreen::closeEvent(QCloseEvent* event)
{
    event->accept();
    emit givenUp();
}

} // namespace Textdesk
