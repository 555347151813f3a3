// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shortcutspage.h"

#include "ui/shell/keycap.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/card.h"
#include "ui/widgets/readingarea.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <array>

namespace Textdesk {

namespace {

constexpr std::array groups{ActionGroup::Conversations, ActionGroup::Writing, ActionGroup::Moving,
    ActionGroup::Notifications, ActionGroup::Program};

} // namespace

ShortcutsPage::ShortcutsPage(const Theme& theme, const ActionTable& actions, QWidget* parent)
    : Surface{theme, Ground::Background, {}, parent}
    , m_actions{actions}
    , m_scroll{new ReadingArea{QStringLiteral("shortcutsScroll"), tr("Keyboard shortcuts"), this}}
{
    setObjectName(QStringLiteral("shortcutsPage"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_scroll);
}

void ShortcutsPage::focusFirst()
{
    m_scroll->setFocus(Qt::OtherFocusReason);
}

void ShortcutsPage::showEvent(QShowEvent* event)
{
    Surface::showEvent(event);
    if (m_filled != m_actions.all().size()) {
        fill();
    }
}

void ShortcutsPage::fill()
{
    m_filled = m_actions.all().size();
    auto* body = new QWidget{m_scroll};
    auto* column = new QVBoxLayout{body};
    column->setContentsMargins(32, 24, 32, 32);
    column->setSpacing(16);
    auto* title = new TextLabel{theme(), Textdesk::Tone::Normal, Fonts::title(), body};
    title->setText(tr("Keyboard shortcuts"));
    column->addWidget(title);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(16);
    std::array<QVBoxLayout*, 2> sides{new QVBoxLayout, new QVBoxLayout};
    for (QVBoxLayout* side : sides) {
        side->setSpacing(16);
        columns->addLayout(side, 1);
    }
    size_t next{0};
    for (const ActionGroup group : groups) {
        if (QWidget * card{cardOf(group, body)}) {
            // The first two groups are the long ones.
            sides.at(next < 2 ? 0 : 1)->addWidget(card);
            ++next;
        }
    }
    for (QVBoxLayout* side : sides) {
        side->addStretch(1);
    }
    column->addLayout(columns);
    column->addStretch(1);
    body->setMaximumWidth(1000);
    m_scroll->setWidget(body);
    m_scroll->viewport()->setAutoFillBackground(false);
    body->setAutoFillBackground(false);
}

QWidget* ShortcutsPage::cardOf(ActionGroup group, QWidget* parent)
{
    Card* card{nullptr};
    for (const WindowAction& action : m_actions.all()) {
        if (action.group != group || action.keys.isEmpty() || action.text.isEmpty()) {
            continue;
        }
        if (card == nullptr) {
            card = new Card{theme(), {}, ActionTable::groupTitle(group), {}, parent};
        }
        auto* row = new QHBoxLayout;
        row->setSpacing(8);
        auto* text = new TextLabel{theme(), Textdesk::Tone::Normal, Fonts::base(), card};
        text->setText(action.text);
        text->setWordWrap(true);
        row->addWidget(text, 1);
        for (const QString& keys : action.keys) {
            row->addWidget(new KeyCap{theme(), ActionTable::keyText(keys), card});
        }
        card->body()->addLayout(row);
    }
    return card;
}

} // namespace Textdesk
