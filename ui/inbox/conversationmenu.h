// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that can be done to one conversation, from the list and from its head.
#pragma once

#include "app/domain/label.h"

#include <QDateTime>
#include <QMenu>

namespace Textdesk {

struct MenuState final {
    bool hasUnread{false};
    bool waiting{false};
    bool isNamed{false};
    bool canDeleteAtProvider{false};
    int waitingTexts{0}; // which a delete has to take back first
    qint64 snoozedMs{0};
    QList<Label> labels; // all there are
    QList<Label> hanging;
    QDateTime now; // local
};

class ConversationMenu final : public QMenu {
    Q_OBJECT
public:
    explicit ConversationMenu(const MenuState& state, QWidget* parent = nullptr);

signals:
    void readWanted(bool read);
    void doneWanted(bool done);
    void snoozeWanted(qint64 untilMs); // 0: back now
    void ownTimeWanted();
    void labelWanted(Textdesk::LabelId label, bool on);
    void labelsWanted(); // to make and change them
    void peopleWanted();
    void copyWanted();
    void exportWanted();
    void deleteWanted(bool atProvider);

private:
    void addSnooze(const MenuState& state);
    void addLabels(const MenuState& state);
    void addDelete(const MenuState& state);
};

} // namespace Textdesk
