// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A stored message as every screen and the command line see it.
#pragma once

#include "app/base/ids.h"
#include "app/domain/deliverystate.h"

#include <QString>

namespace Textdesk {

// The numbers are stored: never renumber.
enum class Direction { Out = 0, In = 1 };

struct Message final {
    MessageId id; // time-ordered, see storage/messageids.h
    AccountId account;
    ConversationId conversation;
    Direction direction{Direction::Out};
    DeliveryState state{DeliveryState::Draft};
    QString peer; // canonical Address
    QString text;
    QString
        reason; // machine word for a failure or wait, e.g. "invalid-number"; empty when all is well
    QString reasonText; // what the provider said, for people
    QString providerId;
    QString reference; // our 13-character client reference; empty for incoming
    QString dataField; // the person's own data, without the reference
    QString campaign;
    qint64 atMs{0}; // when written or received, ms since 1970 UTC
    qint64 dueMs{0}; // not before this time; 0 = at once; moves with retries
    qint64 scheduledMs{0}; // the time a person chose; 0 = at once
    qint64 stateMs{0}; // when the state last changed
    int parts{0};
    int attempts{0}; // requests made so far
    bool read{true};
    bool handedOver{
        false}; // the provider holds it until scheduledMs and may not be able to recall it
};

} // namespace Textdesk
