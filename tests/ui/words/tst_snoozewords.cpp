// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// "Later" at every time of the week.
#include "tests/support/testregistry.h"
#include "ui/words/inboxwords.h"
#include "ui/words/snoozewords.h"

#include <QTest>

using namespace Textdesk;

class TestSnoozeWords final : public QObject {
    Q_OBJECT
private:
    const QLocale m_locale{QLocale::English, QLocale::SouthAfrica}; // weeks begin on Sunday
    const QLocale m_british{QLocale::English, QLocale::UnitedKingdom}; // and here on Monday

private slots:
    void theChoicesAreStillToCome_data()
    {
        QTest::addColumn<QDateTime>("now");
        QTest::addColumn<QList<QDateTime>>("until");
        const QDate thursday{2026, 3, 5};
        const QTime eight{8, 0};
        const QDateTime friday{thursday.addDays(1), eight};
        const QDateTime monday{thursday.addDays(4), eight};
        QTest::newRow("noon") << QDateTime{thursday, {12, 0}}
                              << QList<QDateTime>{{thursday, {18, 0}}, friday, monday};
        QTest::newRow("too near to the evening")
            << QDateTime{thursday, {17, 30}} << QList<QDateTime>{friday, monday};
        QTest::newRow("night") << QDateTime{thursday, {23, 59}} << QList<QDateTime>{friday, monday};
        QTest::newRow("Sunday: tomorrow is next week")
            << QDateTime{thursday.addDays(3), {20, 0}} << QList<QDateTime>{monday};
        QTest::newRow("Monday") << QDateTime{thursday.addDays(4), {20, 0}}
                                << QList<QDateTime>{
                                       {thursday.addDays(5), eight}, {thursday.addDays(11), eight}};
    }
    void theChoicesAreStillToCome()
    {
        QFETCH(const QDateTime, now);
        QFETCH(const QList<QDateTime>, until);
        QList<QDateTime> offered;
        for (const SnoozeChoice& choice : snoozeChoices(now, m_british)) {
            offered.append(choice.until);
            QVERIFY(!choice.words.isEmpty());
        }
        QCOMPARE(offered, until);
    }
    void theWeekBeginsAsThePersonsDoes()
    {
        const auto choices = snoozeChoices({QDate{2026, 3, 5}, {12, 0}}, m_locale);
        QCOMPARE(int(choices.back().until.date().dayOfWeek()), int(m_locale.firstDayOfWeek()));
    }
    void whatWasNotTakenIsSaidInOneSentence()
    {
        for (const char* detail : {"empty-name", "name-too-long", "name-taken", "time-passed",
                 "still-queued", "too-late"}) {
            const auto words =
                describeInboxProblem(Error{ErrorKind::Rejected, QLatin1String{detail}});
            QVERIFY2(words && words->endsWith(u'.'), detail);
        }
        QVERIFY(!describeInboxProblem(Error{ErrorKind::Rejected, QStringLiteral("other")}));
        QVERIFY(!describeInboxProblem(Error{ErrorKind::Storage, QStringLiteral("too-late")}));
    }
};

TEXTDESK_TEST(tst_snoozewords, TestSnoozeWords)
#include "tst_snoozewords.moc"
