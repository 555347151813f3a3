// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How a practice service is started; what may change while it runs is in PracticeVariant.
#pragma once

#include "app/base/secrettext.h"
#include "app/practice/practicevariant.h"

#include <QString>

namespace Textdesk {

struct PracticeOptions final {
    QString email{QStringLiteral("practice@textdesk.example")};
    SecretText token; // empty: a new one each start
    SecretText webhookKey; // empty: a new one each start
    QString ownNumber{QStringLiteral("+27820000001")}; // the account's line, E.164
    QString ledgerFile; // JSON lines; empty: forgotten when the service ends
    double credits{1000}; // before anything was sent; one part costs one credit
    int zoneMinutes{120}; // zoomconnect.md 1.4: the service thinks in UTC+2
    int webhookAttempts{6}; // the first one included
    std::chrono::milliseconds webhookFirstWait{1000}; // doubles after each failure
    std::chrono::milliseconds webhookLongestWait{60000};
    PracticeVariant variant;
};

} // namespace Textdesk
