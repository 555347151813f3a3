// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of the practice service share: its books, its switches and its notion of time.
#pragma once

#include "app/base/clock.h"
#include "app/practice/practicebehaviour.h"
#include "app/practice/practicedates.h"
#include "app/practice/practiceids.h"
#include "app/practice/practiceledger.h"
#include "app/practice/practiceoptions.h"

#include <QHash>

#include <map>

namespace Textdesk {

struct PracticeState final {
    struct Template final {
        QString name;
        QString data;
    };

    PracticeState(Clock& time, PracticeOptions chosen)
        : clock{time}
        , options{std::move(chosen)}
        , variant{options.variant}
        , dates{options.zoneMinutes}
    { }

    [[nodiscard]] double balance() const { return options.credits - ledger.spent(); }
    [[nodiscard]] PracticeBehaviour behaviourOf(const QString& number) const
    {
        const auto scripted = script.constFind(number);
        return scripted != script.cend() ? *scripted : practiceBehaviourOf(number);
    }

    Clock& clock;
    PracticeOptions options;
    PracticeVariant variant;
    bool isToppedUp{false}; // since the last text that was refused for want of credits
    PracticeDates dates;
    PracticeIds ids;
    PracticeLedger ledger;
    QHash<QString, PracticeBehaviour> script; // by E.164; stronger than the magic numbers
    std::map<qint64, Template> templates{
        {101,
            {QStringLiteral("Appointment"), QStringLiteral("Dear {name}, we see you on {date}.")}},
        {102, {QStringLiteral("Collection"), QStringLiteral("Your parcel is ready to collect.")}},
        {103, {QStringLiteral("Thanks"), QStringLiteral("Thank you, we will be in touch.")}}};
};

} // namespace Textdesk
