// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The points that zoomconnect.md leaves unknown, each as a switch, so that a client can be tried
// against every answer the real service may turn out to give. Sections in the comments are those of
// zoomconnect.md.
#pragma once

#include "app/base/result.h"

#include <QJsonObject>
#include <QString>

#include <chrono>

namespace Textdesk {

struct PracticeVariant final {
    enum class Dates { Epoch, Iso, IsoNoZone, Digits };
    enum class Parameters { Query, Form };
    enum class Checksum { Unencoded, FormEncoded, Absent };
    enum class Scalars { Json, Bare, Quoted }; // Json quotes text only, Quoted numbers too
    enum class Ids { String, Number };
    enum class Order { Newest, Oldest };
    enum class BadEntry { RejectsWhole, RejectsEntry };
    enum class Numbers { Plus, Digits };
    enum class RetryNonce { Fresh, Same };

    Dates dates{Dates::Epoch}; // 1.4, message fields
    Parameters webhookParameters{Parameters::Form}; // 9.1
    Checksum checksum{Checksum::Unencoded}; // 9.4
    Scalars scalars{Scalars::Json}; // 6.6, 3.5
    Ids ids{Ids::String}; // 1.5; Number makes new ids decimal and writes them bare
    int pageCap{0}; // 1.8: pages are cut to so many entries without a word; 0 = never
    Order order{Order::Newest}; // 6.1
    int authStatus{401}; // 1.2: 401 or 403
    bool toDayInclusive{true}; // 6.1
    BadEntry bulkBadEntry{BadEntry::RejectsEntry}; // 3.3
    bool deleteCancels{true}; // 6.3: deleting a scheduled text keeps it from going out
    int deleteStatus{204}; // 1.7: 200 or 204
    bool deletedInList{false}; // 6.1: whether a list without the filter shows deleted ones
    bool partialNumbers{false}; // 6.1: fromNumber and toNumber match parts
    Numbers numbers{Numbers::Plus}; // 6: fromNumber and toNumber with or without plus
    int dataFieldLimit{0}; // 1.9: longer ones are cut without a word; 0 = never
    int createStatus{200}; // 1.7: 200 or 201
    int requestsPerMinute{0}; // 1.9: more are answered 429 until the minute is over; 0 = no limit
    RetryNonce retryNonce{RetryNonce::Fresh}; // 9.1
    bool sentReports{true}; // 9.3: whether SENT is reported too
    bool replies{true}; // whether people answer at all; STOP and the double reply always come

    std::chrono::milliseconds sentDelay{600}; // from leaving to the SENT report
    std::chrono::milliseconds deliveredDelay{900}; // from then to the outcome
    std::chrono::milliseconds replyDelay{1500}; // from the delivery to the reply
};

// Every switch by its name, e.g. {"dates": "epoch", "pageCap": 0, ...}.
[[nodiscard]] QJsonObject variantToJson(const PracticeVariant& variant);
// Changes the named switches, or none at all: error Rejected, detail is the name that was wrong.
[[nodiscard]] Result<Done> applyToVariant(PracticeVariant& variant, const QJsonObject& changes);

} // namespace Textdesk
