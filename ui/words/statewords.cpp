// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/statewords.h"

#include <QCoreApplication>

#include <array>

namespace Textdesk {

namespace {

struct StateWords final {
    Q_DECLARE_TR_FUNCTIONS(StateWords)
};

struct ReasonWord final {
    QLatin1String word;
    const char* words{nullptr};
};

constexpr std::array reasons{
    ReasonWord{QLatin1String{"invalid-number"},
        QT_TRANSLATE_NOOP("StateWords", "the number cannot receive texts; check it")},
    ReasonWord{
        QLatin1String{"empty-message"}, QT_TRANSLATE_NOOP("StateWords", "the text is empty")},
    ReasonWord{QLatin1String{"opted-out"},
        QT_TRANSLATE_NOOP("StateWords", "this person asked for no more texts")},
    ReasonWord{QLatin1String{"no-credit"},
        QT_TRANSLATE_NOOP("StateWords", "the account has no credit left; top it up")},
    ReasonWord{QLatin1String{"failed"},
        QT_TRANSLATE_NOOP("StateWords", "the network could not deliver it")},
    ReasonWord{QLatin1String{"account-removed"},
        QT_TRANSLATE_NOOP("StateWords", "its account was removed before it went out")},
    ReasonWord{QLatin1String{"unauthorized"},
        QT_TRANSLATE_NOOP("StateWords", "the service refuses the account’s e-mail or token")},
    ReasonWord{QLatin1String{"secret"},
        QT_TRANSLATE_NOOP("StateWords", "the token cannot be read from the keychain")},
    ReasonWord{QLatin1String{"wrong-address"},
        QT_TRANSLATE_NOOP("StateWords", "the service is not at the account’s address")},
    ReasonWord{QLatin1String{"unknown-outcomes"},
        QT_TRANSLATE_NOOP("StateWords", "several texts in a row got no clear answer")},
    ReasonWord{QLatin1String{"moved-profile"},
        QT_TRANSLATE_NOOP("StateWords", "this profile was copied here; sending waits for you")},
    ReasonWord{QLatin1String{"restored"},
        QT_TRANSLATE_NOOP("StateWords", "restored; perhaps it was sent already")},
    ReasonWord{QLatin1String{"overdue"},
        QT_TRANSLATE_NOOP("StateWords", "its time passed while Textdesk was closed")},
    ReasonWord{QLatin1String{"cannot-receive"},
        QT_TRANSLATE_NOOP("StateWords", "this number cannot get texts")},
    ReasonWord{QLatin1String{"data-field-too-long"},
        QT_TRANSLATE_NOOP("StateWords", "its data field is too long")},
    ReasonWord{QLatin1String{"refused"}, QT_TRANSLATE_NOOP("StateWords", "the service refused it")},
    ReasonWord{QLatin1String{"refunded"},
        QT_TRANSLATE_NOOP("StateWords", "the service gave the credit back")},
    ReasonWord{QLatin1String{"not-found-at-provider"},
        QT_TRANSLATE_NOOP(
            "StateWords", "not found at the provider; you decide whether to send again")},
    ReasonWord{QLatin1String{"unknown-outcome"},
        QT_TRANSLATE_NOOP("StateWords", "no clear answer; never sent again by itself")},
    ReasonWord{
        QLatin1String{"account-paused"}, QT_TRANSLATE_NOOP("StateWords", "the account is paused")},
    ReasonWord{QLatin1String{"rate-limited"},
        QT_TRANSLATE_NOOP("StateWords", "the service asks us to slow down")},
    ReasonWord{QLatin1String{"offline"},
        QT_TRANSLATE_NOOP("StateWords", "no connection; it goes out by itself")},
    ReasonWord{QLatin1String{"held-back"},
        QT_TRANSLATE_NOOP("StateWords", "the service does not answer; it goes out by itself")},
    ReasonWord{QLatin1String{"secret-locked"},
        QT_TRANSLATE_NOOP("StateWords", "the keychain is locked; unlock it to send this")},
    ReasonWord{QLatin1String{"secret-vault-locked"},
        QT_TRANSLATE_NOOP("StateWords", "type your passphrase to send this")},
    ReasonWord{QLatin1String{"secret-no-backend"},
        QT_TRANSLATE_NOOP("StateWords", "no keychain is running; see Accounts")},
    ReasonWord{QLatin1String{"secret-denied"},
        QT_TRANSLATE_NOOP("StateWords", "the keychain refused Textdesk; allow it to send this")},
    ReasonWord{QLatin1String{"secret-not-found"},
        QT_TRANSLATE_NOOP("StateWords", "the account has no token; connect it again")},
    ReasonWord{QLatin1String{"disk-full"},
        QT_TRANSLATE_NOOP("StateWords", "the disk is full; free some room to send this")},
    ReasonWord{QLatin1String{"cannot-write"},
        QT_TRANSLATE_NOOP("StateWords", "the message file cannot be written; check the disk")},
    ReasonWord{QLatin1String{"store-damaged"},
        QT_TRANSLATE_NOOP("StateWords", "the store is damaged; close Textdesk to repair it")},
    ReasonWord{QLatin1String{"scheduled"}, QT_TRANSLATE_NOOP("StateWords", "waits for its time")},
    ReasonWord{QLatin1String{"interrupted"},
        QT_TRANSLATE_NOOP(
            "StateWords", "Textdesk was closed while sending; never sent again by itself")},
};

} // namespace

QString describeReason(const QString& reason, const QString& reasonText)
{
    for (const ReasonWord& known : reasons) {
        if (reason == known.word) {
            const QString words{StateWords::tr(known.words)};
            const bool isVague{known.word == QLatin1String{"refused"}};
            return isVague && !reasonText.isEmpty() ? reasonText.simplified() : words;
        }
    }
    return reasonText.isEmpty() ? reason : reasonText.simplified();
}

QString describeState(DeliveryState state, const QString& reason)
{
    switch (state) {
    case DeliveryState::Draft:
        return StateWords::tr("Draft");
    case DeliveryState::Scheduled:
        return StateWords::tr("Scheduled at the provider");
    case DeliveryState::Queued:
        return reason == QLatin1String{"scheduled"} ? StateWords::tr("Scheduled")
            : reason == QLatin1String{"overdue"}    ? StateWords::tr("Not sent yet")
            : reason.isEmpty()                      ? StateWords::tr("Queued")
                                                    : StateWords::tr("Waiting");
    case DeliveryState::Submitting:
        return StateWords::tr("Sending…");
    case DeliveryState::Accepted:
        return StateWords::tr("Accepted");
    case DeliveryState::Sent:
        return StateWords::tr("Sent");
    case DeliveryState::Delivered:
        return StateWords::tr("Delivered");
    case DeliveryState::Failed:
        return StateWords::tr("Not delivered");
    case DeliveryState::Unknown:
        return StateWords::tr("Perhaps sent");
    case DeliveryState::Received:
        break;
    }
    return {};
}

QString describeState(DeliveryState state, const QString& reason, const QString& reasonText)
{
    const QString words{describeState(state, reason)};
    const bool isSettled{state == DeliveryState::Delivered || reason == QLatin1String{"scheduled"}};
    const QString why{isSettled ? QString{} : describeReason(reason, reasonText)};
    //: A state and why, e.g. "Not delivered: this person asked for no more texts".
    return why.isEmpty() || words.isEmpty() ? words : StateWords::tr("%1: %2").arg(words, why);
}

bool isTrouble(DeliveryState state)
{
    return state == DeliveryState::Failed || state == DeliveryState::Unknown;
}

} // namespace Textdesk
