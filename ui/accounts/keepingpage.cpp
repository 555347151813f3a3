// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/keepingpage.h"

#include "ui/widgets/card.h"

#include <QVBoxLayout>

namespace Textdesk {

KeepingPage::KeepingPage(const Theme& theme, KeepingDesk& desk, QWidget* parent)
    : ScrollPage{theme, QStringLiteral("keepingPage"), tr("Where your tokens are kept"), parent}
    , m_desk{desk}
    , m_panel{new KeepingPanel{theme, desk, this}}
{
    auto* card = new Card{theme, QStringLiteral("credentials"), {}, {}, this};
    card->body()->addWidget(m_panel);
    addToColumn(card);
    connect(m_panel, &KeepingPanel::mended, this, &KeepingPage::left);
    connect(m_panel, &KeepingPanel::putOff, this, &KeepingPage::left);
    connect(&m_desk, &KeepingDesk::changed, this, [this] {
        // A passphrase that is being typed is not taken away.
        if (isVisible() && m_panel->shown() != m_desk.state()) {
            m_panel->present(m_desk.state());
        }
    });
}

void KeepingPage::showEvent(QShowEvent* event)
{
    ScrollPage::showEvent(event);
    m_panel->present(m_desk.state());
}

} // namespace Textdesk
