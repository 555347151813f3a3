// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/practice/practicebehaviour.h"

#include <array>

namespace Textdesk {

namespace {

using B = PracticeBehaviour;

struct Row final {
    QStringView number;
    B behaviour{};
    QStringView word;
    QStringView sentence;
};

constexpr std::array rows{
    Row{u"+27820000010", B::Deliver, u"deliver", u"Is delivered, and a friendly reply comes."},
    Row{u"+27820000011", B::Fail, u"fail", u"Is accepted, then fails."},
    Row{u"+27820000012", B::FailOptOut, u"fail-optout",
        u"Is accepted, then fails because the person opted out at the service."},
    Row{u"+27820000013", B::ReplyStop, u"reply-stop", u"Is delivered, and the reply is STOP."},
    Row{u"+27820000014", B::StaySent, u"stay-sent", u"Stays sent: no delivery report ever comes."},
    Row{u"+27820000015", B::RecordThen500, u"record-then-500",
        u"Is really sent, but the service answers with error 500."},
    Row{u"+27820000016", B::RecordThenCut, u"record-then-cut",
        u"Is really sent, but the connection is cut before the answer."},
    Row{u"+27820000017", B::CutUnrecorded, u"cut",
        u"Is not sent: the connection is cut and the service keeps no record."},
    Row{u"+27820000018", B::RateLimitedWithWait, u"rate-limited-wait",
        u"Is refused as too fast (429), with a wait of two seconds."},
    Row{u"+27820000019", B::RateLimited, u"rate-limited",
        u"Is refused as too fast (429), without saying how long to wait."},
    Row{u"+27820000020", B::ErrorText, u"error-text",
        u"Is refused: the answer is 200 with an error text in it."},
    Row{u"+27820000021", B::HtmlPage, u"html",
        u"Is not sent: a web page comes back, as from a hotel network's sign-in."},
    Row{u"+27820000022", B::NoCredit, u"no-credit",
        u"Is refused as if no credit were left: the account waits until it is topped up."},
    Row{u"+27820000023", B::EarlyReport, u"early-report",
        u"Is delivered so fast that the report comes before the answer; then a reply."},
    Row{u"+27820000024", B::ReplyTwice, u"reply-twice",
        u"Is delivered, and the same reply is announced twice."},
    Row{u"+27820000025", B::SlowAnswer, u"slow",
        u"Is sent, but the service takes three seconds to answer; then a reply."},
    Row{u"+27820000026", B::TruncatedJson, u"truncated",
        u"Is really sent, but only half of the answer arrives."},
    Row{u"+27820000027", B::OddStatus, u"odd-status",
        u"Ends in a status word that nobody has documented."},
    Row{u"+27820000028", B::EmptyAnswer, u"empty-answer",
        u"Is really sent, but the answer is empty."},
    Row{u"+27820000029", B::FailRefunded, u"fail-refunded",
        u"Is accepted, then fails and the credit is given back."},
    Row{u"+27820000030", B::DeliverQuietly, u"deliver-quietly", u"Is delivered; nobody replies."},
    Row{u"+27820000031", B::LateSentReport, u"late-sent",
        u"Is delivered; an old \"sent\" report comes in late."},
};

} // namespace

const std::vector<PracticeNumber>& practiceNumbers()
{
    static const std::vector<PracticeNumber> numbers{[] {
        std::vector<PracticeNumber> all;
        all.reserve(rows.size());
        for (const Row& row : rows) {
            all.push_back({row.number.toString(), row.behaviour, row.word.toString(),
                row.sentence.toString()});
        }
        return all;
    }()};
    return numbers;
}

PracticeBehaviour practiceBehaviourOf(const QString& number)
{
    for (const PracticeNumber& magic : practiceNumbers()) {
        if (magic.number == number) {
            return magic.behaviour;
        }
    }
    return PracticeBehaviour::Deliver;
}

std::optional<PracticeBehaviour> practiceBehaviourFromWord(const QString& word)
{
    for (const PracticeNumber& magic : practiceNumbers()) {
        if (magic.word == word) {
            return magic.behaviour;
        }
    }
    return std::nullopt;
}

bool leavesNoRecord(PracticeBehaviour behaviour)
{
    switch (behaviour) {
    case PracticeBehaviour::CutUnrecorded:
    case PracticeBehaviour::RateLimitedWithWait:
    case PracticeBehaviour::RateLimited:
    case PracticeBehaviour::HtmlPage:
        return true;
    default:
        return false;
    }
}

bool repliesAfterDelivery(PracticeBehaviour behaviour)
{
    switch (behaviour) {
    case PracticeBehaviour::Deliver:
    case PracticeBehaviour::ReplyStop:
    case PracticeBehaviour::EarlyReport:
    case PracticeBehaviour::ReplyTwice:
    case PracticeBehaviour::SlowAnswer:
        return true;
    default:
        return false;
    }
}

} // namespace Textdesk
