// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/messaging/outcome.h"

#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(Textdesk::ErrorKind)
Q_DECLARE_METATYPE(Textdesk::DeliveryState)
Q_DECLARE_METATYPE(Textdesk::AccountVerdict)

namespace {

constexpr ErrorKind allKinds[]{ErrorKind::Cancelled, ErrorKind::Offline, ErrorKind::Timeout,
    ErrorKind::Unauthorized, ErrorKind::Rejected, ErrorKind::NotFound, ErrorKind::RateLimited,
    ErrorKind::ServerFault, ErrorKind::Protocol, ErrorKind::SecretUnavailable, ErrorKind::Storage};

} // namespace

class TestOutcome final : public QObject {
    Q_OBJECT
private slots:
    void anAcceptedTextHasItsId()
    {
        const SendOutcome outcome{outcomeOf(SendReceipt{QStringLiteral("id-7")}, false)};
        QCOMPARE(outcome.state, DeliveryState::Accepted);
        QCOMPARE(outcome.providerId, QStringLiteral("id-7"));
        QCOMPARE(outcome.account, AccountVerdict::Fine);
        QVERIFY(outcome.reason.isEmpty());
    }

    void aTextThatTheProviderHoldsIsScheduled()
    {
        QCOMPARE(outcomeOf(SendReceipt{}, true).state, DeliveryState::Scheduled);
    }

    void perhapsSentIsUnknownWhateverTheKind_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        for (const ErrorKind kind : allKinds) {
            QTest::newRow(qPrintable(errorKindName(kind))) << kind;
        }
    }

    void perhapsSentIsUnknownWhateverTheKind()
    {
        QFETCH(ErrorKind, kind);
        Error error{kind};
        error.withMayHaveHappened(true);
        for (const bool handedOver : {false, true}) {
            const SendOutcome outcome{outcomeOf(fail(error), handedOver)};
            QCOMPARE(outcome.state, DeliveryState::Unknown);
            QCOMPARE(outcome.account, AccountVerdict::Doubtful);
            QVERIFY(!outcome.reason.isEmpty());
        }
    }

    void certainlyNotSent_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<DeliveryState>("state");
        QTest::addColumn<AccountVerdict>("account");
        QTest::addColumn<QString>("reason");
        const auto row = [](ErrorKind kind, DeliveryState state, AccountVerdict verdict,
                             const char* reason) {
            QTest::newRow(qPrintable(errorKindName(kind)))
                << kind << state << verdict << QString::fromLatin1(reason);
        };
        using S = DeliveryState;
        using V = AccountVerdict;
        // A cancelled request may have left before it was told to stop.
        row(ErrorKind::Cancelled, S::Unknown, V::Doubtful, "unknown-outcome");
        row(ErrorKind::Offline, S::Queued, V::WaitABit, "offline");
        row(ErrorKind::Timeout, S::Queued, V::WaitABit, "offline");
        row(ErrorKind::ServerFault, S::Queued, V::WaitABit, "offline");
        row(ErrorKind::Storage, S::Queued, V::WaitABit, "offline");
        row(ErrorKind::RateLimited, S::Queued, V::WaitABit, "rate-limited");
        row(ErrorKind::Unauthorized, S::Queued, V::Refused, "unauthorized");
        row(ErrorKind::SecretUnavailable, S::Queued, V::Refused, "secret");
        row(ErrorKind::NotFound, S::Queued, V::Refused, "wrong-address");
        row(ErrorKind::Rejected, S::Failed, V::Fine, "refused");
        row(ErrorKind::Protocol, S::Failed, V::Fine, "refused");
    }

    void certainlyNotSent()
    {
        QFETCH(ErrorKind, kind);
        QFETCH(DeliveryState, state);
        QFETCH(AccountVerdict, account);
        QFETCH(QString, reason);
        const SendOutcome outcome{outcomeOf(fail(kind), false)};
        QCOMPARE(outcome.state, state);
        QCOMPARE(outcome.account, account);
        QCOMPARE(outcome.reason, reason);
    }

    void noCreditPausesUnderItsOwnName()
    {
        const SendOutcome outcome{
            outcomeOf(fail(ErrorKind::Unauthorized, QStringLiteral("no-credit")), false)};
        QCOMPARE(outcome.state, DeliveryState::Queued);
        QCOMPARE(outcome.account, AccountVerdict::Refused);
        QCOMPARE(outcome.reason, QStringLiteral("no-credit"));
    }

    void whatTheServiceAsksAndSaysIsKept()
    {
        Error error{ErrorKind::RateLimited};
        error.withRetryAfter(30s).withProviderText(QStringLiteral("Slow down"));
        const SendOutcome outcome{outcomeOf(fail(error), false)};
        QCOMPARE(outcome.retryAfter, std::optional{30s});
        QCOMPARE(outcome.reasonText, QStringLiteral("Slow down"));
        QCOMPARE(
            outcomeOf(fail(ErrorKind::Rejected, QStringLiteral("invalid-number")), false).reason,
            QStringLiteral("invalid-number"));
    }
};

TEXTDESK_TEST(tst_outcome, TestOutcome)
#include "tst_outcome.moc"
