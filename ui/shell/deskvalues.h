// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The plain values that pass between the window and the services behind it.
#pragma once

#include "app/base/ids.h"
#include "app/domain/label.h"
#include "ui/widgets/healthlist.h"

#include <QString>

#include <vector>

namespace Textdesk {

// One account as the rail and the sender chooser show it.
// Named for the desk: storage has a row of its own for an account.
struct DeskAccount final {
    AccountId id;
    QString name;
    Health health{Health::Idle};
    QString shortNote; // beside the name at the rail's foot: "412", "key due"
    QString note; // what is wrong and what to do; empty when all is well
    bool isPractice{false};
    int colour{0}; // of its line, an index into the label colours
    bool isRefused{false}; // the provider does not take its token
};

// The head of an open conversation.
struct ConversationCard final {
    ConversationId id;
    QString title;
    bool isNamed{false};
    QString subtitle; // number, line and what is known about the person
    QString number; // as it is spelled at home; what "copy" copies
    QString line; // the account it belongs to, where there are several; else empty
    int lineColour{-1}; // as DeskAccount::colour
    QString gap; // that newer texts may be missing, as a sentence; empty when all are here
    QString draft;
    int unread{0};
    QString hold; // machine word why its texts wait here; empty when they may go out
    QString blocked; // why nothing can be sent here, as a sentence; empty when it can
    QList<Label> labels;
    bool waiting{false}; // they wrote last and nobody answered
    qint64 snoozedMs{0}; // out of sight until then; 0 = in sight
};

struct InboxCounts final {
    int unreadConversations{0};
    int unreadMessages{0};
    int failed{0};
    int waiting{0};
    int snoozed{0};
};

// A number of the practice service that behaves in a known way.
struct PracticeTip final {
    QString number;
    QString behaviour; // "Is delivered after two seconds and replies"
};

} // namespace Textdesk
