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
    , m_care{new KeepingCare{theme, desk, this}}
{
    auto* card = new Card{theme, QStringLiteral("credentials"), {}, {}, this};
    card->body()->addWidget(m_panel);
    card->body()->addWidget(m_care);
    addToColumn(card);
    connect(m_panel, &KeepingPanel::mended, this, &KeepingPage::left);
    connect(m_panel, &KeepingPanel::putOff, this, &KeepingPage::left);
    connect(&m_desk, &KeepingDesk::changed, this, [this] {
        // A passphrase that is being typed is not taken away.
        if (isVisible() && m_panel->shown() != m_desk.state()) {
            refresh();
        }
    });
    refresh();
}

bool KeepingPage::isGood() const
{
    return m_panel->shown() == KeepingState::Good;
}

void KeepingPage::refresh()
{
    m_panel->present(m_desk.state());
    m_panel->setVisible(!isGood());
    m_care->setVisible(isGood());
    m_care->refresh();
}

void KeepingPage::focusFirst()
{
    if (isGood()) {
        m_care->focusFirst();
    } else {
        m_panel->focusFirst();
    }
}

void KeepingPage::showEvent(QShowEvent* event)
{
    ScrollPage::showEvent(event);
    refresh();
}

} // namespace Textdesk
