// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What people read about errors, states and times.
#include "tests/support/testregistry.h"
#include "ui/words/connectwords.h"
#include "ui/words/draftwords.h"
#include "ui/words/errorwords.h"
#include "ui/words/statewords.h"
#include "ui/words/timewords.h"

#include <QTest>

using namespace Textdesk;

class TestWords final : public QObject {
    Q_OBJECT
private slots:
    void everyErrorSaysWhatAndWhatIsSafe_data()
    {
        QTest::addColumn<int>("kind");
        for (int kind{int(ErrorKind::Cancelled)}; kind <= int(ErrorKind::Storage); ++kind) {
            QTest::newRow(qPrintable(errorKindName(ErrorKind(kind)))) << kind;
        }
    }
    void everyErrorSaysWhatAndWhatIsSafe()
    {
        QFETCH(int, kind);
        const Error error{ErrorKind(kind), QStringLiteral("detail-for-logs")};
        const Explanation words{describe(error)};
        QVERIFY(words.what.endsWith(u'.'));
        QVERIFY(words.safe.endsWith(u'.'));
        QVERIFY(ErrorKind(kind) == ErrorKind::Cancelled || words.next.endsWith(u'.'));
        QVERIFY(!words.sentence().contains(QLatin1String{"detail-for-logs"}));
        QVERIFY(!words.sentence().contains(QLatin1String{"  "}));
    }
    void aDoubtfulErrorNeverSaysThatNothingWasSent()
    {
        const Error cut{Error{ErrorKind::ServerFault}.withMayHaveHappened(true)};
        QVERIFY(describe(cut).safe.contains(QLatin1String{"may have"}));
        const Error refused{Error{ErrorKind::Rejected}.withMayHaveHappened(false)};
        QVERIFY(describe(refused).safe.contains(QLatin1String{"Nothing was sent"}));
    }
    void theProvidersWordsAreQuotedAndShort()
    {
        Error error{ErrorKind::Rejected};
        error.withProviderText(QStringLiteral("<b>bad</b>\n\n") + QString{500, u'x'});
        const QString what{describe(error).what};
        QVERIFY(what.contains(QStringLiteral("“<b>bad</b> xxx")));
        QVERIFY(what.size() < 220);
    }
    void slowDownNamesTheWait()
    {
        Error error{ErrorKind::RateLimited};
        error.withRetryAfter(std::chrono::seconds{61});
        QCOMPARE(describe(error).next, QStringLiteral("Textdesk tries again in 2 minute(s)."));
    }

    void everyReasonHasWords_data()
    {
        QTest::addColumn<QString>("reason");
        for (const char* reason : {"invalid-number", "empty-message", "opted-out", "no-credit",
                 "refused", "refunded", "not-found-at-provider", "unknown-outcome",
                 "account-paused", "rate-limited", "offline", "scheduled", "interrupted", "failed",
                 "account-removed", "unauthorized", "secret", "wrong-address", "unknown-outcomes",
                 "overdue", "cannot-receive", "data-field-too-long"}) {
            QTest::newRow(reason) << QString::fromLatin1(reason);
        }
    }
    void everyReasonHasWords()
    {
        QFETCH(QString, reason);
        const QString words{describeReason(reason, {})};
        QVERIFY(!words.isEmpty());
        QVERIFY2(words != reason, qPrintable(words));
    }
    void anUnknownReasonShowsTheProvidersWordsElseTheWord()
    {
        QCOMPARE(describeReason(QStringLiteral("weird"), QStringLiteral("Blocked by\ncarrier")),
            QStringLiteral("Blocked by carrier"));
        QCOMPARE(describeReason(QStringLiteral("weird"), {}), QStringLiteral("weird"));
        QCOMPARE(describeReason({}, {}), QString{});
    }
    void statesWithTheirReasons()
    {
        QCOMPARE(describeState(DeliveryState::Delivered, {}, {}), QStringLiteral("Delivered"));
        QCOMPARE(describeState(DeliveryState::Queued, {}, {}), QStringLiteral("Queued"));
        QCOMPARE(describeState(DeliveryState::Queued, QStringLiteral("offline"), {}),
            QStringLiteral("Waiting: no connection; it goes out by itself"));
        QCOMPARE(describeState(DeliveryState::Failed, QStringLiteral("opted-out"), {}),
            QStringLiteral("Not delivered: this person asked for no more texts"));
        QVERIFY(describeState(DeliveryState::Unknown, QStringLiteral("unknown-outcome"), {})
                    .startsWith(QLatin1String{"Perhaps sent: "}));
        QCOMPARE(describeState(DeliveryState::Received, {}, {}), QString{});
    }

    void whatIsWrongWithADraftNamesItsPlace()
    {
        const auto problem = [](const char* detail) {
            return describeDraft(Error{ErrorKind::Rejected, QString::fromLatin1(detail)});
        };
        for (const char* detail : {"empty-message", "too-long", "control-characters"}) {
            QVERIFY2(problem(detail) && !problem(detail)->isAboutNumber, detail);
        }
        for (const char* detail :
            {"cannot-receive", "invalid-number: empty", "invalid-number: not a number",
                "invalid-number: too short", "invalid-number: bad country",
                "invalid-number: impossible", "invalid-number: of another day"}) {
            QVERIFY2(problem(detail) && problem(detail)->isAboutNumber, detail);
            QVERIFY(problem(detail)->sentence.endsWith(u'.'));
        }
        QVERIFY(!problem("cannot-send"));
        QVERIFY(!describeDraft(Error{ErrorKind::Storage, QStringLiteral("too-long")}));
        // What a service refused is not what was typed here.
        QVERIFY(!describeDraft(
            Error{ErrorKind::Rejected, QStringLiteral("empty-message")}.withHttpStatus(400)));
    }
    void aRefusedAccountNamesItsField()
    {
        using Field = ConnectProblem::Field;
        const auto field = [](ErrorKind kind, const char* detail) {
            const ConnectProblem problem{
                describeConnecting(Error{kind, QString::fromLatin1(detail)})};
            return problem.sentence.endsWith(u'.') ? problem.field : Field(-1);
        };
        QCOMPARE(field(ErrorKind::Rejected, "name-taken"), Field::Name);
        QCOMPARE(field(ErrorKind::Rejected, "base-url: insecure"), Field::Address);
        QCOMPARE(field(ErrorKind::Rejected, "base-url: not a web address"), Field::Address);
        QCOMPARE(field(ErrorKind::Rejected, "email: not an address"), Field::Email);
        QCOMPARE(field(ErrorKind::Unauthorized, ""), Field::Token);
        QCOMPARE(field(ErrorKind::Offline, "refused"), Field::Address);
        QCOMPARE(describeConnecting(Error{ErrorKind::Offline}, true).field, Field::Form);
        QCOMPARE(field(ErrorKind::Protocol, "html"), Field::Address);
        for (const char* word : {"no-backend", "locked", "denied", "silent"}) {
            QCOMPARE(field(ErrorKind::SecretUnavailable, word), Field::Form);
        }
        QCOMPARE(field(ErrorKind::Timeout, ""), Field::Form);
        QCOMPARE(field(ErrorKind::ServerFault, ""), Field::Form);
    }

    void timesOfAList()
    {
        const QLocale english{QLocale::English, QLocale::UnitedKingdom};
        const QDateTime now{{2026, 3, 5}, {14, 33}};
        QCOMPARE(listTime(now.addSecs(-60), now, english), QStringLiteral("14:32"));
        QCOMPARE(listTime(now.addDays(-1), now, english), QStringLiteral("Yesterday"));
        QCOMPARE(listTime(now.addDays(-2), now, english), QStringLiteral("Tue"));
        QCOMPARE(listTime(now.addDays(-7), now, english), QStringLiteral("26/02/2026"));
        // A clock set back must not call a later day "yesterday".
        QCOMPARE(listTime(now.addDays(1), now, english), QStringLiteral("06/03/2026"));
        QCOMPARE(clockTime(now, QLocale::c()), QStringLiteral("14:33"));
        const QLocale american{QLocale::English, QLocale::UnitedStates};
        QVERIFY(clockTime(now, american).startsWith(QLatin1String{"2:33"}));
    }
    void namesOfDays()
    {
        const QLocale english{QLocale::English, QLocale::UnitedKingdom};
        const QDate today{2026, 3, 5};
        QCOMPARE(dayName(today, today, english), QStringLiteral("Today"));
        QCOMPARE(dayName(today.addDays(-1), today, english), QStringLiteral("Yesterday"));
        QCOMPARE(dayName(today.addDays(-3), today, english), QStringLiteral("Monday"));
        QVERIFY(dayName(today.addDays(-30), today, english).contains(QLatin1String{"February"}));
    }
};

TEXTDESK_TEST(tst_words, TestWords)
#include "tst_words.moc"
