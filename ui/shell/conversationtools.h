// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The panels below the head of a conversation, one open at a time: people, labels, snooze.
#pragma once

#include "app/base/clock.h"
#include "ui/shell/desk.h"

#include <QWidget>

namespace Textdesk {

class LabelPanel;
class PersonPanel;
class SnoozePanel;

class ConversationTools final : public QWidget {
    Q_OBJECT
public:
    enum class Tool { None, People, Labels, Snooze, OwnTime };

    ConversationTools(const Theme& theme, Clock& clock, Desk& desk, QWidget* parent = nullptr);

    // Of that conversation; another one closes what was open.
    void setConversation(ConversationId id);
    // Opens it with the focus in it; the one that is open closes.
    void show(Tool tool);
    [[nodiscard]] bool isOpen() const { return m_tool != Tool::None; }
    // Names, labels or the card changed.
    void refresh();

signals:
    void failed(const Textdesk::Error& error);
    void snoozed(Textdesk::ConversationId id, qint64 untilMs);
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void wirePeople();
    void wireLabels();
    void wireSnooze();
    void close();
    // What is wrong is said in the panel where it can be mended.
    template <typename T, typename P>
    void settle(Call<T>* call, P* panel, std::function<void()> then);
    Desk& m_desk;
    Clock& m_clock;
    ConversationId m_conversation;
    Tool m_tool{Tool::None};
    PersonPanel* m_people;
    LabelPanel* m_labels;
    SnoozePanel* m_snooze;
};

} // namespace Textdesk
