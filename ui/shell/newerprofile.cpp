// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/newerprofile.h"

#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"

#include <QRegularExpression>
#include <QVBoxLayout>

namespace Textdesk {

NewerProfile::NewerProfile(const Theme& theme, const Error& error, const ProgramVersions& versions,
    Prompt& prompt, QWidget* parent)
    : Surface{theme, Ground::Background, {}, parent}
    , m_prompt{prompt}
{
    constexpr QSize comfortable{680, 460};
    setObjectName(QStringLiteral("newerProfile"));
    setWindowTitle(QStringLiteral("Textdesk"));
    resize(comfortable);
    auto* message = new EmptyState{theme, QStringLiteral("newerProfileMessage"), this};
    message->present(QStringLiteral("clock"), tr("A newer Textdesk was here"),
        sentence(error, versions), tr("&Open another profile…"));
    auto* close = new Button{theme, Button::Kind::Link, QStringLiteral("closeNewerProfile"),
        tr("&Close Textdesk"), this};
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(24, 16, 24, 24);
    column->setSpacing(8);
    column->addWidget(message, 1);
    column->addWidget(close, 0, Qt::AlignHCenter);
    connect(message, &EmptyState::actionTriggered, this, &NewerProfile::choose);
    connect(close, &QAbstractButton::clicked, this, &QWidget::close);
}

bool NewerProfile::isMeant(const Error& error)
{
    return error.detail().startsWith(QLatin1String{"newer-version"});
}

QString NewerProfile::sentence(const Error& error, const ProgramVersions& versions)
{
    static const QRegularExpression numbers{QStringLiteral("have (\\d+), know (\\d+)")};
    const QRegularExpressionMatch formats{numbers.match(error.detail())};
    // A later program that was only a command did not leave its version.
    const bool isNamed{!versions.there.isEmpty() && versions.there != versions.here};
    QStringList said;
    said << (isNamed
            ? tr("Your messages were last used by Textdesk %1, which keeps them in a way that this "
                 "Textdesk %2 does not know.")
                  .arg(versions.there, versions.here)
            : tr("Your messages were last used by a later version, which keeps them in a way that "
                 "this Textdesk %1 does not know (format %2; this one knows %3 and older).")
                  .arg(versions.here, formats.captured(1), formats.captured(2)));
    said << tr("Nothing was changed and nothing will be sent.");
    if (!versions.homepage.isEmpty()) {
        said << tr("Get the newer version from %1, install it and open it again.")
                    .arg(versions.homepage);
    } else {
        said << tr("Get the newer version from where you got this one, install it and open it "
                   "again.");
    }
    return said.join(u' ');
}

void NewerProfile::choose()
{
    FileWish wish;
    wish.title = tr("The folder of another profile");
    wish.isFolder = true;
    m_prompt.chooseFile(this, wish, [this](const QString& folder) {
        if (!folder.isEmpty()) {
            emit otherWanted(folder);
        }
    });
}

} // namespace Textdesk
