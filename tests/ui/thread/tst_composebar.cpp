// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The compose bar: what a text costs in words, one way to send, and reasons when there is none.
#include "tests/support/testregistry.h"
#include "ui/thread/composebar.h"
#include "ui/thread/composeedit.h"
#include "ui/thread/segmentmeter.h"
#include "ui/widgets/button.h"
#include "ui/words/language.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace Textdesk;

class TestComposeBar final : public QObject {
    Q_OBJECT
private:
    Language m_language{*qApp, QLocale::c()};
    Theme m_theme{*qApp};

private slots:
    void meterSentences()
    {
        const MeterWords plain{meterWordsFor(QStringLiteral("Hello"))};
        QCOMPARE(plain.count, QStringLiteral("5 characters"));
        QCOMPARE(plain.parts, QStringLiteral("1 part"));
        QVERIFY(plain.left.isEmpty() && plain.warning.isEmpty() && plain.offer.isEmpty());
        QCOMPARE(meterWordsFor(QStringLiteral("x")).count, QStringLiteral("1 character"));
        QCOMPARE(meterWordsFor(QString{161, u'a'}).parts, QStringLiteral("2 parts"));
        QCOMPARE(meterWordsFor(QString{161, u'a'}).left, QStringLiteral("145 left"));
        QVERIFY(meterWordsFor({}).parts.isEmpty());
        QCOMPARE(meterWordsFor(QStringLiteral("👩‍👩‍👧‍👦")).count,
            QStringLiteral("1 character"));
    }
    // The editor's undo would bring the words for one person into the box of another.
    void undoStaysWithinOnePersonsText()
    {
        ComposeBar bar{m_theme};
        bar.begin({});
        QTest::keyClicks(&bar.edit(), QStringLiteral("for Thandi"));
        bar.edit().selectAll();
        QTest::keyClick(&bar.edit(), Qt::Key_Delete);
        bar.edit().undo();
        QCOMPARE(bar.text(), QStringLiteral("for Thandi"));
        bar.edit().redo();
        QVERIFY(bar.text().isEmpty());
        bar.begin({}); // another conversation, whose box is as empty
        bar.edit().undo();
        QVERIFY(bar.text().isEmpty());
        bar.edit().redo();
        QVERIFY(bar.text().isEmpty());
    }
    void theWholeFrameIsTheField()
    {
        ComposeBar bar{m_theme};
        bar.resize(600, bar.sizeHint().height());
        bar.show();
        QVERIFY(QTest::qWaitForWindowActive(&bar));
        bar.edit().clearFocus();
        const QRect edit{bar.edit().geometry()};
        QTest::mouseClick(&bar, Qt::LeftButton, {}, edit.topLeft() - QPoint{8, 6});
        QVERIFY(bar.edit().hasFocus());
        bar.edit().clearFocus();
        QTest::mouseClick(&bar, Qt::LeftButton, {}, edit.topLeft() - QPoint{15, 0}); // beside it
        QVERIFY(!bar.edit().hasFocus());
    }
    void theCostlyCharacterIsNamedWithItsReplacement()
    {
        const MeterWords dash{meterWordsFor(QStringLiteral("17:30 – 18:00"))};
        QCOMPARE(
            dash.warning, QStringLiteral("“–” (en dash) makes this Unicode: 70 a part, not 160."));
        QCOMPARE(dash.offer, QStringLiteral("Use “-”"));
        const MeterWords two{meterWordsFor(QStringLiteral("– и"))};
        QVERIFY(two.warning.contains(QLatin1String{"and 1 more"}));
        QCOMPARE(meterWordsFor(QStringLiteral("и")).offer, QString{});
        const MeterWords longer{meterWordsFor(QStringLiteral("–") + QString{100, u'a'})};
        QVERIFY(longer.warning.contains(QLatin1String{"67 a part, not 153"}));
        QCOMPARE(longer.offer, QStringLiteral("Use “-”: 2 parts → 1"));
    }
    void eachCostlyCharacterHasItsNameItsPlaceAndItsPrice()
    {
        const QString text{QStringLiteral("Fee – R50… for 🙂") + QString{60, u'a'}};
        const auto each = costlyWordsFor(text);
        QCOMPARE(each.size(), 3U);
        QCOMPARE(each[0].words, QStringLiteral("“–” (en dash), character 5: use “-”"));
        QVERIFY(each[1].words.startsWith(QStringLiteral("“…” (three dots in one), character 10")));
        QVERIFY(
            each[2].words.startsWith(QStringLiteral("“🙂” (emoji or symbol), character 16")));
        QVERIFY(!each[2].isReplaceable);
        QCOMPARE(each[0].after, QString{text}.replace(u'–', u'-')); // that one alone
        const auto one = costlyWordsFor(QStringLiteral("–") + QString{100, u'a'});
        QVERIFY(one[0].words.endsWith(QStringLiteral("use “-”: 2 parts → 1")));
        QVERIFY(costlyWordsFor(QStringLiteral("plain")).empty());
        QCOMPARE(costlyWordsFor(QString{200, u'и'}).size(), 30U); // a menu, not a book
        QCOMPARE(meterWordsFor(QStringLiteral("a\u200bb")).offer, QStringLiteral("Leave it out"));
    }
    void eachOneIsReplacedByItself()
    {
        ComposeBar bar{m_theme};
        bar.edit().setPlainText(QStringLiteral("a – b — c"));
        auto* each = bar.findChild<Button*>(QStringLiteral("eachCostly"));
        QVERIFY(!each->isHidden());
        each->click();
        auto* menu = bar.findChild<QMenu*>(QStringLiteral("costlyMenu"));
        QVERIFY(menu != nullptr);
        QCOMPARE(menu->actions().size(), 3);
        QCOMPARE(menu->actions().constFirst()->text(), partMeaning());
        menu->actions().at(2)->trigger();
        QVERIFY(bar.text().startsWith(QStringLiteral("a – b -")));
        bar.edit().undo();
        QCOMPARE(bar.text(), QStringLiteral("a – b — c"));
        bar.edit().setPlainText(QStringLiteral("a – b"));
        QVERIFY(each->isHidden()); // the offer beside it says all
    }
    void aQuestionGoesWithTheNextChange()
    {
        ComposeBar bar{m_theme};
        QSignalSpy yes{&bar, &ComposeBar::questionAccepted};
        auto* answer = bar.findChild<Button*>(QStringLiteral("useReplacement"));
        bar.edit().setPlainText(QStringLiteral("Hello"));
        bar.setQuestion(QStringLiteral("Again?"), QStringLiteral("Send it again"));
        QCOMPARE(answer->accessibleName(), QStringLiteral("Send it again"));
        answer->click();
        QCOMPARE(yes.count(), 1);
        QVERIFY(answer->isHidden());
        bar.setQuestion(QStringLiteral("Again?"), QStringLiteral("Send it again"));
        QTest::keyClicks(&bar.edit(), QStringLiteral("!"));
        QVERIFY(answer->isHidden());
        QCOMPARE(yes.count(), 1);
    }
    void theOfferReplacesAndCanBeUndone()
    {
        ComposeBar bar{m_theme};
        bar.edit().setPlainText(QStringLiteral("17:30 – 18:00"));
        auto* offer = bar.findChild<Button*>(QStringLiteral("useReplacement"));
        QVERIFY(!offer->isHidden());
        offer->click();
        QCOMPARE(bar.text(), QStringLiteral("17:30 - 18:00"));
        QVERIFY(offer->isHidden());
        bar.edit().undo();
        QCOMPARE(bar.text(), QStringLiteral("17:30 – 18:00"));
    }
    void returnSendsAndShiftReturnDoesNot()
    {
        ComposeBar bar{m_theme};
        QSignalSpy sent{&bar, &ComposeBar::sendRequested};
        QTest::keyClick(&bar.edit(), Qt::Key_Return);
        QTest::keyClicks(&bar.edit(), QStringLiteral("  "));
        QTest::keyClick(&bar.edit(), Qt::Key_Return);
        QCOMPARE(sent.count(), 0); // nothing but spaces
        bar.edit().clear();
        QTest::keyClicks(&bar.edit(), QStringLiteral("one"));
        QTest::keyClick(&bar.edit(), Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(&bar.edit(), QStringLiteral("two"));
        QCOMPARE(sent.count(), 0);
        QTest::keyClick(&bar.edit(), Qt::Key_Return);
        QCOMPARE(sent.value(0).value(0).toString(), QStringLiteral("one\ntwo"));
    }
    void onePressSendsOnce()
    {
        ComposeBar bar{m_theme};
        QSignalSpy sent{&bar, &ComposeBar::sendRequested};
        connect(&bar, &ComposeBar::sendRequested, &bar, [&bar] { bar.setBusy(true); });
        bar.edit().setPlainText(QStringLiteral("Hello"));
        QTest::keyClick(&bar.edit(), Qt::Key_Return);
        QTest::keyClick(&bar.edit(), Qt::Key_Return);
        bar.findChild<Button*>(QStringLiteral("sendButton"))->click();
        QCOMPARE(sent.count(), 1);
        QCOMPARE(bar.text(), QStringLiteral("Hello")); // until it is stored
    }
    void aBlockedBarSaysWhy()
    {
        ComposeBar bar{m_theme};
        QSignalSpy sent{&bar, &ComposeBar::sendRequested};
        bar.edit().setPlainText(QStringLiteral("Hello"));
        bar.setBlocked(QStringLiteral("This person asked for no more texts."));
        QVERIFY(!bar.findChild<Button*>(QStringLiteral("sendButton"))->isEnabled());
        QCOMPARE(bar.edit().accessibleDescription(),
            QStringLiteral("This person asked for no more texts."));
        QTest::keyClick(&bar.edit(), Qt::Key_Return);
        QCOMPARE(sent.count(), 0);
        bar.setBlocked({});
        QTest::keyClick(&bar.edit(), Qt::Key_Return);
        QCOMPARE(sent.count(), 1);
    }
    void draftsAreTheTypistsOnly()
    {
        ComposeBar bar{m_theme};
        QSignalSpy draft{&bar, &ComposeBar::draftChanged};
        bar.setText(QStringLiteral("stored before"));
        QCOMPARE(draft.count(), 0);
        QTest::keyClicks(&bar.edit(), QStringLiteral("!"));
        QCOMPARE(draft.count(), 1);
        QCOMPARE(draft.at(0).at(0).toString(), QStringLiteral("stored before!"));
    }
    void growsToSixLines()
    {
        ComposeBar bar{m_theme};
        bar.resize(700, 200);
        bar.show();
        QVERIFY(QTest::qWaitForWindowExposed(&bar));
        const int two{bar.edit().height()};
        bar.edit().setPlainText(QStringLiteral("a\nb\nc\nd"));
        QVERIFY(bar.edit().height() > two);
        bar.edit().setPlainText(QStringLiteral("a\nb\nc\nd\ne\nf"));
        const int six{bar.edit().height()};
        bar.edit().setPlainText(QStringLiteral("a\n").repeated(40));
        QCOMPARE(bar.edit().height(), six);
        bar.edit().clear();
        QCOMPARE(bar.edit().height(), two);
    }
    void pastesWordsOnly()
    {
        ComposeBar bar{m_theme};
        auto* mime = new QMimeData;
        mime->setHtml(QStringLiteral("<h1>Big</h1>"));
        mime->setText(QStringLiteral("<h1>Big</h1>"));
        QGuiApplication::clipboard()->setMimeData(mime);
        bar.edit().paste();
        QCOMPARE(bar.text(), QStringLiteral("<h1>Big</h1>"));
    }
};

TEXTDESK_TEST(tst_composebar, TestComposeBar)
#include "tst_composebar.moc"
