// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/accounthealth.h"

#include "ui/desk/pausewords.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

namespace Textdesk {

namespace {

struct HealthWords final {
    Q_DECLARE_TR_FUNCTIONS(HealthWords)
};

QString shortOfSecret(const QString& problem)
{
    static const QHash<QString, QString> words{
        {QStringLiteral("locked"), HealthWords::tr("keychain locked")},
        {QStringLiteral("vault-locked"), HealthWords::tr("vault locked")},
        {QStringLiteral("vault-damaged"), HealthWords::tr("vault damaged")},
        {QStringLiteral("no-backend"), HealthWords::tr("no keychain")},
        {QStringLiteral("denied"), HealthWords::tr("keychain refused")},
        {QStringLiteral("silent"), HealthWords::tr("keychain silent")}};
    return words.value(problem, HealthWords::tr("no token"));
}

QString shortOfPause(const QString& reason)
{
    static const QHash<QString, QString> words{
        {QStringLiteral("unauthorized"), HealthWords::tr("refused")},
        {QStringLiteral("no-credit"), HealthWords::tr("no credit")},
        {QStringLiteral("unknown-outcomes"), HealthWords::tr("unclear outcomes")},
        {QStringLiteral("wrong-address"), HealthWords::tr("wrong address")}};
    return words.value(reason, HealthWords::tr("paused"));
}

// Without what its button says: the card has buttons of its own.
QString noteOfPause(const QString& reason, const QString& account, bool isPractice = false)
{
    const Explanation words{wordsForPause(reason, account, isPractice)};
    return words.what + u' ' + words.safe;
}

// The account is not paused: only the questions for new texts went wrong.
AccountHealth ofProblem(const Error& problem, const QString& account)
{
    switch (problem.kind()) {
    case ErrorKind::Unauthorized: {
        const bool isCredit{problem.detail() == QLatin1String{"no-credit"}};
        const QString reason{isCredit ? QStringLiteral("no-credit") : refusedReason()};
        return {Health::Trouble, shortOfPause(reason), noteOfPause(reason, account), !isCredit};
    }
    case ErrorKind::Offline:
        return {Health::Attention, HealthWords::tr("no network"),
            HealthWords::tr("The provider cannot be reached from this computer: the network may be "
                            "down. Textdesk keeps trying; what you send waits here.")};
    case ErrorKind::Timeout:
        return {Health::Attention, HealthWords::tr("no answer"),
            HealthWords::tr("The provider did not answer in time. Textdesk keeps trying; nothing "
                            "is lost.")};
    case ErrorKind::RateLimited:
        return {Health::Attention, HealthWords::tr("slowed down"),
            HealthWords::tr("The provider asks for fewer questions. Textdesk waits and goes on by "
                            "itself; nothing is lost.")};
    default:
        return {Health::Attention, HealthWords::tr("server trouble"),
            HealthWords::tr("The provider has trouble on its side or does not answer as it should. "
                            "Textdesk keeps trying; nothing is lost.")};
    }
}

} // namespace

const QString& refusedReason()
{
    static const QString reason{QStringLiteral("unauthorized")};
    return reason;
}

AccountHealth healthOf(const Account& account, const HealthFacts& facts)
{
    if (!account.secretProblem.isEmpty()) {
        return {Health::Trouble, shortOfSecret(account.secretProblem),
            wordsForSecretProblem(account.secretProblem)};
    }
    if (!account.row.paused.isEmpty()) {
        const bool isWanted{account.row.paused == QLatin1String{"person"}};
        return {isWanted ? Health::Attention : Health::Trouble, shortOfPause(account.row.paused),
            noteOfPause(account.row.paused, account.row.name, account.row.practice),
            account.row.paused == QLatin1String{"unauthorized"}};
    }
    if (facts.problem) {
        return ofProblem(*facts.problem, account.row.name);
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
