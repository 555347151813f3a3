// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What an account at a provider can do, as small interfaces; a facet a provider lacks is a null
// pointer.
#pragma once

#include "app/base/call.h"
#include "app/domain/inboundevent.h"
#include "app/providers/inboundrules.h"
#include "app/providers/outgoing.h"

#include <QDate>

#include <optional>
#include <vector>

namespace Textdesk {

struct Balance final {
    double amount{0};
    QString unit; // "credits" or an ISO 4217 code
};

class ProofFacet {
public:
    virtual ~ProofFacet() = default;
    // A harmless call that shows that the credentials work; Unauthorized when they do not.
    [[nodiscard]] virtual Call<Done>* prove() = 0;
};

class BalanceFacet {
public:
    virtual ~BalanceFacet() = default;
    [[nodiscard]] virtual Call<Balance>* balance() = 0;
};

class SendingFacet {
public:
    virtual ~SendingFacet() = default;
    // One create request; never repeated. See Error::mayHaveHappened().
    [[nodiscard]] virtual Call<SendReceipt>* send(const OutgoingText& text) = 0;
    // True if the provider can hold a text until OutgoingText::sendAtMs.
    [[nodiscard]] virtual bool canSchedule() const = 0;
    // 0 when there is no bulk call; else how many texts one call may carry.
    [[nodiscard]] virtual int bulkLimit() const = 0;
    // One request for many; messagesPerMinute 0 = no throttle at the provider. The outer error
    // means the whole request.
    [[nodiscard]] virtual Call<BulkReceipts>* sendBulk(
        const std::vector<OutgoingText>& texts, int messagesPerMinute) = 0;
    // How many send() calls may be under way at once without waiting for a connection; may change
    // with what the service turns out to speak (HTTP/1.1 connection pools carry six).
    [[nodiscard]] virtual int parallelRequests() const { return 6; }
    // Longest dataField the provider keeps, in characters; 0 when it keeps none.
    [[nodiscard]] virtual int dataFieldLimit() const = 0;
};

struct HistoryQuery final {
    int page{1};
    int pageSize{100};
    std::optional<bool> incoming; // unset: both directions
    QString status; // provider's word; empty: any
    std::optional<QDate> sentFrom, sentTo, receivedFrom, receivedTo; // days in the provider's zone
    QString fromNumber, toNumber, text, campaign, dataField, repliesToProviderId;
    std::optional<bool> deleted, read;
};

struct HistoryPage final {
    std::vector<InboundEvent> events;
    std::vector<QString> providerIds; // of every row of the page, readable or not
    int page{1};
    qint64 totalElements{-1}; // -1: the provider did not say
    int totalPages{-1};
    int unreadable{0}; // rows that could not be understood; never stops the others
};

class HistoryFacet {
public:
    virtual ~HistoryFacet() = default;
    [[nodiscard]] virtual Call<HistoryPage>* page(const HistoryQuery& query) = 0;
    [[nodiscard]] virtual Call<InboundEvent>* one(const QString& providerId) = 0;
    [[nodiscard]] virtual Call<Done>* remove(const QString& providerId) = 0;
    [[nodiscard]] virtual Call<Done>* setRead(const QString& providerId, bool read) = 0;
};

class InboundFacet {
public:
    virtual ~InboundFacet() = default;
    // Immutable, for the listener thread. Which purposes there are: "replies", "reports".
    [[nodiscard]] virtual std::shared_ptr<const InboundRules> rules() const = 0;
};

} // namespace Textdesk
