// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/upgrading.h"

#include "app/base/log.h"

namespace Textdesk {

namespace {

// What is over sooner needs no screen that flashes by.
constexpr std::chrono::milliseconds unseen{300};

} // namespace

Upgrading::Upgrading(const Theme& theme, Clock& clock, const QString& profile, QObject* parent)
    : QObject{parent}
    , m_clock{clock}
    , m_screen{theme}
    , m_upgrade{profile}
{
    connect(&m_screen, &UpgradeScreen::givenUp, this, [this] { end(true); });
}

void Upgrading::start()
{
    m_clock.after(unseen, this, [this] {
        if (!m_ended) {
            m_screen.show();
        }
    });
    m_upgrade.run()->then(this, [this](const Result<Done>& done) {
        if (!done) {
            qCWarning(logUi) << "the profile is not up to date:" << done.error().detail();
        }
        end(false);
    });
}

void Upgrading::end(bool givenUp)
{
    if (!m_ended) {
        m_ended = true;
        m_givenUp = givenUp;
        m_screen.hide();
        emit ended();
    }
}

} // namespace Textdesk
