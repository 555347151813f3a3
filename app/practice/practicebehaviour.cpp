// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/practice/practicebehaviour.h"

namespace Textdesk {

using namespace Qt::StringLiterals;

const std::vector<PracticeNumber>& practiceNumbers()
{
    using B = PracticeBehaviour;
    static const std::vector<PracticeNumber> numbers{
        {u"+27820000010"_s, B::Deliver, u"deliver"_s,
            u"Is delivered, and a friendly reply comes."_s},
        {u"+27820000011"_s, B::Fail, u"fail"_s, u"Is accepted, then fails."_s},
        {u"+27820000012"_s, B::FailOptOut, u"fail-optout"_s,
            u"Is accepted, then fails because the person opted out at the service."_s},
        {u"+27820000013"_s, B::ReplyStop, u"reply-stop"_s,
            u"Is delivered, and the reply is STOP."_s},
        {u"+27820000014"_s, B::StaySent, u"stay-sent"_s,
            u"Stays sent: no delivery report ever comes."_s},
        {u"+27820000015"_s, B::RecordThen500, u"record-then-500"_s,
            u"Is really sent, but the service answers with error 500."_s},
        {u"+27820000016"_s, B::RecordThenCut, u"record-then-cut"_s,
            u"Is really sent, but the connection is cut before the answer."_s},
        {u"+27820000017"_s, B::CutUnrecorded, u"cut"_s,
            u"Is not sent: the connection is cut and the service keeps no record."_s},
        {u"+27820000018"_s, B::RateLimitedWithWait, u"rate-limited-wait"_s,
            u"Is refused as too fast (429), with a wait of two seconds."_s},
        {u"+27820000019"_s, B::RateLimited, u"rate-limited"_s,
            u"Is refused as too fast (429), without saying how long to wait."_s},
        {u"+27820000020"_s, B::ErrorText, u"error-text"_s,
            u"Is refused: the answer is 200 with an error text in it."_s},
        {u"+27820000021"_s, B::HtmlPage, u"html"_s,
            u"Is not sent: a web page comes back, as from a hotel network's sign-in."_s},
        {u"+27820000022"_s, B::NoCredit, u"no-credit"_s, u"Is refused: no credit is left."_s},
        {u"+27820000023"_s, B::EarlyReport, u"early-report"_s,
            u"Is delivered so fast that the report comes before the answer; then a reply."_s},
        {u"+27820000024"_s, B::ReplyTwice, u"reply-twice"_s,
            u"Is delivered, and the same reply is announced twice."_s},
        {u"+27820000025"_s, B::SlowAnswer, u"slow"_s,
            u"Is sent, but the service takes three seconds to answer; then a reply."_s},
        {u"+27820000026"_s, B::TruncatedJson, u"truncated"_s,
            u"Is really sent, but only half of the answer arrives."_s},
        {u"+27820000027"_s, B::OddStatus, u"odd-status"_s,
            u"Ends in a status word that nobody has documented."_s},
        {u"+27820000028"_s, B::EmptyAnswer, u"empty-answer"_s,
            u"Is really sent, but the answer is empty."_s},
        {u"+27820000029"_s, B::FailRefunded, u"fail-refunded"_s,
            u"Is accepted, then fails and the credit is given back."_s},
        {u"+27820000030"_s, B::DeliverQuietly, u"deliver-quietly"_s,
            u"Is delivered; nobody replies."_s},
        {u"+27820000031"_s, B::LateSentReport, u"late-sent"_s,
            u"Is delivered; an old \"sent\" report comes in late."_s},
    };
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
