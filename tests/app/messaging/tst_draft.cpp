// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/messaging/draft.h"

#include "app/messaging/draftchecks.h"
#include "app/messaging/reference.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Textdesk;
using namespace Qt::StringLiterals;

class TestDraft final : public QObject {
    Q_OBJECT

    static Draft to(const QString& number, const QString& text = QStringLiteral("Hello"))
    {
        Draft draft;
        draft.to = number;
        draft.text = text;
        return draft;
    }

private slots:
    void textsThatMayGo_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("one letter") << QStringLiteral("a");
        QTest::newRow("1,600 characters") << QString{1600, u'a'};
        QTest::newRow("the longest") << QString{longestText, u'a'};
        QTest::newRow("emoji") << QStringLiteral("\U0001F600\U0001F468\u200D\U0001F469");
        QTest::newRow("right to left")
            << QStringLiteral("\u0634\u0643\u0631\u0627 \u05E9\u05DC\u05D5\u05DD");
        QTest::newRow("markup") << QStringLiteral(
            "<b>bold</b> <img src=\"x\" onerror=alert(1)> {{name}} %1");
        QTest::newRow("lines and tabs") << QStringLiteral("a\r\nb\tc\n");
        QTest::newRow("direction marks") << QStringLiteral("\u202Eabc\u202C");
    }

    void textsThatMayGo()
    {
        QFETCH(QString, text);
        const auto checked = checkDraft(to(QStringLiteral("+27820000100"), text), {});
        QVERIFY2(checked, checked ? "" : qPrintable(checked.error().detail()));
    }

    void textsThatMayNot_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("reason");
        const QString empty{QStringLiteral("empty-message")};
        const QString control{QStringLiteral("control-characters")};
        QTest::newRow("empty") << QString{} << empty;
        QTest::newRow("spaces") << QStringLiteral("   ") << empty;
        QTest::newRow("lines only") << QStringLiteral("\r\n\t\n") << empty;
        QTest::newRow("no-break spaces") << QStringLiteral("\u00A0\u2003") << empty;
        QTest::newRow("NUL") << (QStringLiteral("a") + QChar{0} + u'b') << control;
        QTest::newRow("bell") << QStringLiteral("a\u0007") << control;
        QTest::newRow("escape") << QStringLiteral("\u001B[31mred") << control;
        QTest::newRow("delete") << QStringLiteral("a\u007F") << control;
        QTest::newRow("one too long")
            << QString{longestText + 1, u'a'} << QStringLiteral("too-long");
    }

    void textsThatMayNot()
    {
        QFETCH(QString, text);
        QFETCH(QString, reason);
        const auto checked = checkDraft(to(QStringLiteral("+27820000100"), text), {});
        QVERIFY(!checked);
        QCOMPARE(checked.error().kind(), ErrorKind::Rejected);
        QCOMPARE(checked.error().detail(), reason);
    }

    void anySpellingIsTheSamePerson_data()
    {
        QTest::addColumn<QString>("number");
        for (const char* number : {"+27820000100", "0820000100", "082 000 0100", "(082) 000-0100",
                 "+27 82 000 0100", "0027820000100", " 0820000100 "}) {
            QTest::newRow(number) << QString::fromLatin1(number);
        }
    }

    void anySpellingIsTheSamePerson()
    {
        QFETCH(QString, number);
        const auto checked = checkDraft(to(number), QStringLiteral("ZA"));
        QVERIFY(checked);
        QCOMPARE(checked->canonical(), QStringLiteral("+27820000100"));
    }

    void manyAreCheckedAsEachByItself()
    {
        const QStringList spellings{QStringLiteral("+27820000100"), QStringLiteral("082 000 0101"),
            QStringLiteral("12"), QStringLiteral("00 1 555 0100 100"), QStringLiteral("nobody"),
            QStringLiteral("+1 555 555 0100"), QStringLiteral("31234")};
        for (const int count : {0, 1, 499, 1000, 5003}) {
            std::vector<Draft> drafts;
            for (int i{0}; i < count; ++i) {
                drafts.push_back(
                    to(spellings.at(i % spellings.size()), i % 11 == 3 ? QString{} : u"Hello"_s));
            }
            const auto checked =
                checkDrafts(drafts, [](const Draft&) { return QStringLiteral("ZA"); });
            QCOMPARE(int(checked.size()), count);
            for (size_t i{0}; i < drafts.size(); ++i) {
                const auto alone = checkDraft(drafts[i], QStringLiteral("ZA"));
                QCOMPARE(checked[i].has_value(), alone.has_value());
                QCOMPARE(checked[i] ? checked[i]->canonical() : checked[i].error().detail(),
                    alone ? alone->canonical() : alone.error().detail());
            }
        }
    }

    void aShortCodeStaysAsItIs()
    {
        const auto checked = checkDraft(to(QStringLiteral("31234")), QStringLiteral("ZA"));
        QVERIFY(checked);
        QCOMPARE(checked->canonical(), QStringLiteral("31234"));
    }

    void numbersThatAreNone_data()
    {
        QTest::addColumn<QString>("number");
        for (const char* number : {"", "   ", "12", "+", "+999999999999999999", "++27820000100",
                 "0820000100;drop", "tel:", "a@b.example", "Clinic"}) {
            QTest::newRow(number) << QString::fromLatin1(number);
        }
    }

    void numbersThatAreNone()
    {
        QFETCH(QString, number);
        const auto checked = checkDraft(to(number), QStringLiteral("ZA"));
        QVERIFY(!checked);
        QCOMPARE(checked.error().kind(), ErrorKind::Rejected);
        QVERIFY2(checked.error().detail().startsWith(QStringLiteral("invalid-number: "))
                || checked.error().detail() == QStringLiteral("cannot-receive"),
            qPrintable(checked.error().detail()));
    }

    void aNationalNumberNeedsARegion()
    {
        QVERIFY(!checkDraft(to(QStringLiteral("0820000100")), {}));
    }

    void thePersonsOwnDataHasALimit()
    {
        Draft draft{to(QStringLiteral("+27820000100"))};
        draft.dataField = QString{longestPersonalData, u'x'};
        QVERIFY(checkDraft(draft, {}));
        draft.dataField += u'x';
        const auto checked = checkDraft(draft, {});
        QVERIFY(!checked);
        QCOMPARE(checked.error().detail(), QStringLiteral("data-field-too-long"));
    }

    void noErrorQuotesTheTextOrTheNumber()
    {
        for (const QString& number :
            {QStringLiteral("0820000100999999"), QStringLiteral("+2782")}) {
            const auto checked =
                checkDraft(to(number, QStringLiteral("private")), QStringLiteral("ZA"));
            QVERIFY(!checked);
            QVERIFY(!checked.error().detail().contains(QStringLiteral("2782")));
            QVERIFY(!checked.error().detail().contains(QStringLiteral("0820")));
        }
    }
};

TEXTDESK_TEST(tst_draft, TestDraft)
#include "tst_draft.moc"
