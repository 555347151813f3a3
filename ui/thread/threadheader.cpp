// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thread/threadheader.h"

#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/iconbutton.h"

#include <QHBoxLayout>

namespace Textdesk {

ThreadHeader::ThreadHeader(const Theme& theme, QWidget* parent)
    : Surface{theme, Ground::Panel, Qt::BottomEdge, parent}
    , m_avatar{new Avatar{theme, this}}
    , m_title{new ElidedLabel{theme, Tone::Normal, Fonts::heading(), this}}
    , m_subtitle{new ElidedLabel{theme, Tone::Muted, Fonts::small(), this}}
    , m_pills{new PillRow{theme, this}}
    , m_save{new Button{
          theme, Button::Kind::Link, QStringLiteral("saveContact"), tr("Save as &contact"), this}}
    , m_done{new IconButton{theme, QStringLiteral("check"), QStringLiteral("markDone"),
          tr("Nobody has to answer this: mark as done"), this}}
{
    setObjectName(QStringLiteral("threadHeader"));
    m_title->setObjectName(QStringLiteral("threadTitle"));
    setFixedHeight(Metrics::headerHeight);
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(20, 0, 16, 1);
    row->setSpacing(12);
    row->addWidget(m_avatar);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addStretch(1);
    auto* first = new QHBoxLayout;
    first->setSpacing(8);
    first->addWidget(m_title);
    first->addWidget(m_save);
    first->addWidget(m_pills, 1);
    first->addStretch(0);
    words->addLayout(first);
    words->addWidget(m_subtitle);
    words->addStretch(1);
    row->addLayout(words, 1);
    auto* actions = new QHBoxLayout;
    actions->setSpacing(4);
    const auto add = [&](const char* icon, const char* name, const QString& said) {
        auto* button = new IconButton{theme, QLatin1String{icon}, QLatin1String{name}, said, this};
        actions->addWidget(button);
        return button;
    };
    actions->addWidget(m_done);
    connect(add("clock", "snoozeConversation", tr("Snooze: out of sight until later")),
        &QAbstractButton::clicked, this, &ThreadHeader::snoozeRequested);
    connect(add("tag", "labelConversation", tr("Labels")), &QAbstractButton::clicked, this,
        &ThreadHeader::labelsRequested);
    auto* more = add("more", "moreOnConversation", tr("More about this conversation"));
    row->addLayout(actions);
    connect(more, &QAbstractButton::clicked, this, [this, more] {
        emit menuRequested(more->mapToGlobal(QPoint{0, more->height()}));
    });
    connect(m_save, &QAbstractButton::clicked, this, &ThreadHeader::peopleRequested);
    connect(m_done, &QAbstractButton::clicked, this, &ThreadHeader::doneRequested);
}

void ThreadHeader::present(const QString& title, bool isNamed, const QString& subtitle)
{
    m_name = title;
    m_beneath = subtitle;
    m_isNamed = isNamed;
    showWho();
}

void ThreadHeader::showWho()
{
    const bool isVeiled{m_contentHidden && !underMouse()};
    m_avatar->present(isVeiled ? QString{} : m_name, m_isNamed || isVeiled);
    m_title->setTone(isVeiled ? Tone::Muted : Tone::Normal);
    m_title->setText(isVeiled ? tr("Content hidden") : m_name);
    m_subtitle->setText(isVeiled ? tr("Rest the pointer here to see who it is.") : m_beneath);
    m_subtitle->setVisible(!m_subtitle->text().isEmpty());
    m_pills->setVisible(!isVeiled && m_hasPills);
    showSave();
}

// The name comes first; the menu saves a contact, too.
void ThreadHeader::showSave()
{
    constexpr int enough{440};
    m_save->setVisible(!m_isNamed && !(m_contentHidden && !underMouse()) && width() >= enough);
}

void ThreadHeader::resizeEvent(QResizeEvent* event)
{
    Surface::resizeEvent(event);
    showSave();
}

void ThreadHeader::setContentHidden(bool hidden)
{
    m_contentHidden = hidden;
    showWho();
}

void ThreadHeader::enterEvent(QEnterEvent* event)
{
    Surface::enterEvent(event);
    if (m_contentHidden) {
        showWho();
    }
}

void ThreadHeader::leaveEvent(QEvent* event)
{
    Surface::leaveEvent(event);
    if (m_contentHidden) {
        showWho();
    }
}

void ThreadHeader::setLine(int colour)
{
    m_avatar->setLine(colour);
}

void ThreadHeader::setMarks(std::vector<Pill> pills, bool waiting)
{
    m_hasPills = !pills.empty();
    m_pills->setPills(std::move(pills));
    showWho();
    m_done->setVisible(waiting);
}

} // namespace Textdesk
