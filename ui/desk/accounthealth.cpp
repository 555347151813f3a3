// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/accounthealth.h"

#include "ui/desk/pausewords.h"

#include <QCoreApplication>
#include <QLocale>

namespace Textdesk {

namespace {

struct HealthWords final {
    Q_DECLARE_TR_FUNCTIONS(HealthWords)
};

} // namespace

AccountHealth healthOf(const Account& account, const HealthFacts& facts)
{
    if (!account.secretProblem.isEmpty()) {
        return {Health::Trouble, HealthWords::tr("no token"),
            wordsForSecretProblem(account.secretProblem)};
    }
    if (!account.row.paused.isEmpty()) {
        return {Health::Trouble, HealthWords::tr("paused"),
            wordsForPause(account.row.paused, account.row.name).sentence()};
    }
    if (!facts.isReached) {
        return {Health::Attention, HealthWords::tr("no contact"),
            HealthWords::tr("The provider could not be reached just now. Textdesk keeps trying; "
                            "nothing is lost.")};
    }
    if (facts.isKeyDue) {
        return {Health::Attention, HealthWords::tr("key due"),
            HealthWords::tr("This account works, but its token is old: it is time to replace it.")};
    }
    if (account.balance) {
        const QString left{QLocale{}.toString(account.balance->amount, 'f', 0)};
        return {
            Health::Good, left, HealthWords::tr("This account works. Credits left: %1.").arg(left)};
    }
    return {Health::Good, {}, HealthWords::tr("This account works.")};
}

} // namespace Textdesk
