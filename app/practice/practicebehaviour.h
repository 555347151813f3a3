// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the practice service does with a text to one number; tests, the command line and the
// program's page all choose from these.
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace Textdesk {

enum class PracticeBehaviour {
    Deliver,
    DeliverQuietly,
    Fail,
    FailOptOut,
    FailRefunded,
    ReplyStop,
    StaySent,
    RecordThen500,
    RecordThenCut,
    CutUnrecorded,
    RateLimitedWithWait,
    RateLimited,
    ErrorText,
    HtmlPage,
    NoCredit,
    EarlyReport,
    ReplyTwice,
    SlowAnswer,
    TruncatedJson,
    OddStatus,
    EmptyAnswer,
    LateSentReport
};

// One magic number: which one, what happens, and a sentence for people.
struct PracticeNumber final {
    QString number; // E.164
    PracticeBehaviour behaviour{PracticeBehaviour::Deliver};
    QString word; // stable, for the script over HTTP and for translations of the sentence
    QString explanation; // English
};

// Every magic number, in the order a page shows them. Any other number is delivered and replies.
[[nodiscard]] const std::vector<PracticeNumber>& practiceNumbers();
// Deliver for a number that is not magic.
[[nodiscard]] PracticeBehaviour practiceBehaviourOf(const QString& number);
[[nodiscard]] std::optional<PracticeBehaviour> practiceBehaviourFromWord(const QString& word);

// True when a create is answered so without being carried out and without an answer that is the
// service's own.
[[nodiscard]] bool leavesNoRecord(PracticeBehaviour behaviour);
// True when the person written to answers after the delivery.
[[nodiscard]] bool repliesAfterDelivery(PracticeBehaviour behaviour);

} // namespace Textdesk
