// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/conversationtools.h"

#include "ui/inbox/inboxdesk.h"
#include "ui/thread/labelpanel.h"
#include "ui/thread/personpanel.h"
#include "ui/thread/snoozepanel.h"
#include "ui/words/inboxwords.h"

#include <QKeyEvent>
#include <QVBoxLayout>

namespace Textdesk {

ConversationTools::ConversationTools(const Theme& theme, Clock& clock, Desk& desk, QWidget* parent)
    : QWidget{parent}
    , m_desk{desk}
    , m_clock{clock}
    , m_people{new PersonPanel{theme, this}}
    , m_labels{new LabelPanel{theme, this}}
    , m_snooze{new SnoozePanel{theme, this}}
{
    setObjectName(QStringLiteral("conversationTools"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (QWidget* panel : std::initializer_list<QWidget*>{m_people, m_labels, m_snooze}) {
        column->addWidget(panel);
        panel->hide();
    }
    wirePeople();
    wireLabels();
    wireSnooze();
    connect(&desk.inbox(), &InboxDesk::labelsChanged, this, &ConversationTools::refresh);
    hide();
}

template <typename T, typename P>
void ConversationTools::settle(Call<T>* call, P* panel, std::function<void()> then)
{
    call->then(this, [this, panel, then = std::move(then)](const Result<T>& result) {
        if (result) {
            panel->setProblem({});
            then();
        } else if (const auto sentence = describeInboxProblem(result.error())) {
            panel->setProblem(*sentence);
        } else {
            emit failed(result.error());
        }
        refresh();
    });
}

void ConversationTools::wirePeople()
{
    InboxDesk& inbox{m_desk.inbox()};
    connect(m_people, &PersonPanel::saveWanted, this, [this, &inbox](const QString& name) {
        settle(inbox.savePerson(m_conversation, name), m_people, [this] {
            m_people->clearName();
            close();
        });
    });
    connect(m_people, &PersonPanel::renameWanted, this,
        [this, &inbox](ContactId id, const QString& name) {
            settle(inbox.renamePerson(id, name), m_people, [] {});
        });
    connect(m_people, &PersonPanel::removeWanted, this, [this, &inbox](ContactId id) {
        settle(inbox.removePerson(id), m_people, [this] { m_people->focusName(); });
    });
    connect(m_people, &PersonPanel::closed, this, &ConversationTools::close);
}

void ConversationTools::wireLabels()
{
    InboxDesk& inbox{m_desk.inbox()};
    connect(
        m_labels, &LabelPanel::addWanted, this, [this, &inbox](const QString& name, int colour) {
            auto* added = inbox.addLabel(name, colour);
            const ConversationId id{m_conversation};
            added->then(this, [this, &inbox, id](const Result<LabelId>& label) {
                if (label) {
                    settle(
                        inbox.hang(id, *label, true), m_labels, [this] { m_labels->clearName(); });
                }
            });
            settle(added, m_labels, [] {});
        });
    connect(m_labels, &LabelPanel::changeWanted, this,
        [this, &inbox](const Label& label) { settle(inbox.changeLabel(label), m_labels, [] {}); });
    connect(m_labels, &LabelPanel::removeWanted, this, [this, &inbox](LabelId id) {
        settle(inbox.removeLabel(id), m_labels, [this] { m_labels->focusFirst(); });
    });
    connect(m_labels, &LabelPanel::hangWanted, this, [this, &inbox](LabelId label, bool on) {
        inbox.hang(m_conversation, label, on)->then(this, [this](const Result<Done>& hung) {
            if (!hung) {
                emit failed(hung.error());
            }
        });
    });
    connect(m_labels, &LabelPanel::closed, this, &ConversationTools::close);
}

void ConversationTools::wireSnooze()
{
    connect(m_snooze, &SnoozePanel::chosen, this, [this](qint64 untilMs) {
        settle(m_desk.inbox().snooze(m_conversation, untilMs), m_snooze,
            [this, id = m_conversation, untilMs] {
                close();
                emit snoozed(id, untilMs);
            });
    });
    connect(m_snooze, &SnoozePanel::closed, this, &ConversationTools::close);
}

void ConversationTools::setConversation(ConversationId id)
{
    if (id != m_conversation) {
        m_conversation = id;
        m_people->clearName();
        m_tool = Tool::None;
        hide();
    }
}

void ConversationTools::show(Tool tool)
{
    const bool wasOpen{m_tool == tool};
    m_tool = tool;
    if (wasOpen || tool == Tool::None || !m_conversation.isValid()) {
        close();
        return;
    }
    m_people->setVisible(tool == Tool::People);
    m_labels->setVisible(tool == Tool::Labels);
    m_snooze->setVisible(tool == Tool::Snooze || tool == Tool::OwnTime);
    m_people->setProblem({});
    m_labels->setProblem({});
    m_snooze->setProblem({});
    refresh();
    QWidget::show();
    switch (tool) {
    case Tool::People:
        m_people->focusName();
        break;
    case Tool::Labels:
        m_labels->focusFirst();
        break;
    case Tool::Snooze:
        m_snooze->present(m_clock.now().toLocalTime());
        m_snooze->focusFirst();
        break;
    case Tool::OwnTime:
        m_snooze->present(m_clock.now().toLocalTime());
        m_snooze->focusOwnTime();
        break;
    case Tool::None:
        break;
    }
}

void ConversationTools::refresh()
{
    const ConversationCard card{m_desk.card(m_conversation)};
    if (m_tool == Tool::People) {
        std::vector<PersonPanel::Person> people;
        for (const DeskPerson& person : m_desk.inbox().peopleOf(m_conversation)) {
            people.push_back({person.id, person.name});
        }
        m_people->present(people, card.number);
    } else if (m_tool == Tool::Labels) {
        m_labels->present(m_desk.inbox().labels(), card.labels);
    }
}

void ConversationTools::close()
{
    m_tool = Tool::None;
    hide();
    emit closed();
}

void ConversationTools::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && isOpen()) {
        close();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace Textdesk
