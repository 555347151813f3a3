// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done to a conversation: from its head, from the list, by keys.
#include "tests/support/manualclock.h"
#include "tests/support/testregistry.h"
#include "tests/support/ui/fakedesk.h"
#include "tests/support/ui/sampleinbox.h"
#include "tests/support/ui/scriptedprompt.h"
#include "tests/support/ui/widgetwalk.h"
#include "ui/inbox/conversationlist.h"
#include "ui/inbox/conversationmenu.h"
#include "ui/shell/inboxacts.h"
#include "ui/shell/inboxpage.h"
#include "ui/thread/composebar.h"
#include "ui/thread/composeedit.h"
#include "ui/thread/newconversation.h"
#include "ui/thread/snoozepanel.h"
#include "ui/thread/threadview.h"
#include "ui/widgets/button.h"
#include "ui/widgets/pillrow.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include <memory>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestInboxActs final : public QObject {
    Q_OBJECT
private:
    static constexpr auto undo = "inboxNotices";
    Theme m_theme{*qApp};
    ManualClock m_clock{QDateTime::fromMSecsSinceEpoch(drawingNowMs())};
    std::unique_ptr<FakeDesk> m_desk;
    std::unique_ptr<ScriptedPrompt> m_prompt;
    std::unique_ptr<InboxPage> m_page;

    template <typename T> T& part(const char* name) const
    {
        T* found{m_page->findChild<T*>(QLatin1String{name})};
        Q_ASSERT(found != nullptr);
        return *found;
    }
    void click(const char* name) { part<QAbstractButton>(name).click(); }
    ComposeEdit& text() const { return part<ComposeEdit>("composeEdit"); }
    QAction* menuAction(const QString& words)
    {
        auto* menu = m_page->findChild<ConversationMenu*>();
        for (QAction* act : menu ? menu->findChildren<QAction*>() : QList<QAction*>{}) {
            if (act->text().remove(u'&') == words) {
                return act;
            }
        }
        return nullptr;
    }
    bool did(const QString& verb) { return m_desk->log().contains(verb); }

private slots:
    void init()
    {
        m_desk = std::make_unique<FakeDesk>(true);
        m_prompt = std::make_unique<ScriptedPrompt>();
        m_page = std::make_unique<InboxPage>(m_theme, m_clock, *m_desk, *m_prompt);
        m_page->resize(1100, 800);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    void cleanup()
    {
        m_page.reset();
        m_desk.reset();
    }

    void anUnknownNumberGetsAName()
    {
        m_page->openConversation(ConversationId{3});
        auto& save = part<QAbstractButton>("saveContact");
        QVERIFY(save.isVisible());
        save.click();
        auto& name = part<QLineEdit>("personName");
        QVERIFY(name.hasFocus());
        QVERIFY(part<QLabel>("personProblem").isHidden());
        m_desk->inbox().failNext(Error{ErrorKind::Rejected, QStringLiteral("empty-name")});
        QTest::keyClick(&name, Qt::Key_Return);
        QTRY_VERIFY(part<QLabel>("personProblem").isVisible());
        QTest::keyClicks(&name, QStringLiteral("Sipho Mokoena"));
        QVERIFY(part<QLabel>("personProblem").isHidden());
        QTest::keyClick(&name, Qt::Key_Return);
        QTRY_VERIFY(did(QStringLiteral("person 3 Sipho Mokoena")));
        QTRY_VERIFY(text().hasFocus());
        emit m_desk->cardChanged(ConversationId{3});
        QVERIFY(save.isHidden());
    }

    void whatCouldNotBeDoneIsForgottenWithTheNextAct()
    {
        m_page->openConversation(ConversationId{3});
        m_desk->inbox().failNext(Error{ErrorKind::Rejected, QStringLiteral("still-queued")});
        auto& notices = part<BannerArea>(undo);
        auto* acts = m_page->findChild<InboxActs*>();
        acts->deleteConversation(ConversationId{3}, false);
        QTRY_VERIFY(notices.banner(QStringLiteral("inbox-problem")) != nullptr);
        acts->setDone(ConversationId{3}, true);
        QTRY_VERIFY(notices.banner(QStringLiteral("inbox-problem")) == nullptr);
    }

    void tabLeadsFromTheSearchOverTheChipsToTheList()
    {
        m_page->focusSearch();
        QStringList met;
        for (int i{0}; i < 6; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            met << QApplication::focusWidget()->objectName();
        }
        const auto list = met.indexOf(QStringLiteral("conversationList"));
        QVERIFY2(met.first().startsWith(QStringLiteral("chip_")), qPrintable(met.join(u' ')));
        QVERIFY2(list > 0 && list < 6, qPrintable(met.join(u' ')));
    }

    void whatMayBeMissingIsSaidAndAskedFor()
    {
        m_page->openConversation(ConversationId{1});
        auto& strip = part<QWidget>("gapStrip");
        QVERIFY(strip.isHidden());
        m_desk->setGap(QStringLiteral("Texts between 14:02 and 14:32 may be missing here."));
        QVERIFY(strip.isVisible());
        QVERIFY(part<QLabel>("gapWords").text().contains(QStringLiteral("14:02")));
        m_desk->failNext(Error{ErrorKind::Offline});
        click("fetchMissing");
        QTRY_VERIFY(did(QStringLiteral("fetch 1")));
        QTRY_VERIFY(part<QAbstractButton>("fetchMissing").isEnabled());
        QVERIFY(strip.isVisible());
        click("fetchMissing");
        QTRY_VERIFY(strip.isHidden());
        m_page->startNew();
        m_desk->setGap(QStringLiteral("Texts may be missing."));
        QVERIFY(strip.isHidden());
    }

    void amongSeveralLinesTheOneThatSendsIsSaid()
    {
        m_page->openConversation(ConversationId{1});
        auto& mark = part<QWidget>("lineMark");
        QVERIFY(mark.isHidden());
        m_desk->setLine(QStringLiteral("School office"), 2);
        QVERIFY(mark.isVisible());
        QVERIFY(mark.accessibleName().contains(QStringLiteral("School office")));
        QVERIFY(part<QAbstractButton>("sendButton")
                    .accessibleDescription()
                    .contains(QStringLiteral("School office")));
        m_page->startNew(); // there it is chosen
        QVERIFY(mark.isHidden());
    }

    void severalPeopleAreChangedAndRemoved()
    {
        (void)m_desk->inbox().savePerson(ConversationId{3}, QStringLiteral("Thandi"));
        (void)m_desk->inbox().savePerson(ConversationId{3}, QStringLiteral("Sipho"));
        m_page->openConversation(ConversationId{3});
        m_page->showTool(ConversationTools::Tool::People);
        auto& first = part<QLineEdit>("person_1");
        QCOMPARE(first.text(), QStringLiteral("Thandi"));
        first.setFocus();
        first.setText(QStringLiteral("Thandi M."));
        QTest::keyClick(&first, Qt::Key_Return);
        QVERIFY(did(QStringLiteral("rename person 1 Thandi M.")));
        QTRY_VERIFY(!part<QWidget>("personPanel").findChildren<QLineEdit*>().isEmpty());
        click("removePerson_2");
        QVERIFY(did(QStringLiteral("remove person 2")));
        QCOMPARE(namelessWidgets(*m_page), QStringList{});
        QTest::keyClick(&part<QLineEdit>("personName"), Qt::Key_Escape);
        QVERIFY(!part<QWidget>("conversationTools").isVisible());
    }

    void aNewLabelHangsAtOnce()
    {
        m_page->openConversation(ConversationId{1});
        click("labelConversation");
        auto& name = part<QLineEdit>("newLabelName");
        QVERIFY(name.hasFocus());
        QTest::keyClicks(&name, QStringLiteral("Fees"));
        QTest::keyClick(&name, Qt::Key_Return);
        QTRY_VERIFY(did(QStringLiteral("hang 1 on 1: 1")));
        QVERIFY(did(QStringLiteral("label Fees 0")));
        QTRY_VERIFY(m_page->findChild<QCheckBox*>(QStringLiteral("label_1")) != nullptr);
        emit m_desk->cardChanged(ConversationId{1});
        QTRY_COMPARE(part<PillRow>("pillRow").accessibleName(), QStringLiteral("Fees"));
        QTRY_VERIFY(part<QCheckBox>("label_1").isChecked());
        part<QCheckBox>("label_1").click();
        QVERIFY(did(QStringLiteral("hang 1 on 1: 0")));
        QCOMPARE(namelessWidgets(*m_page), QStringList{});
        click("closeLabelPanel");
        QVERIFY(!part<QWidget>("labelPanel").isVisible());
    }

    void aSnoozeIsOnePress()
    {
        m_page->openConversation(ConversationId{1});
        click("snoozeConversation");
        QVERIFY(part<QAbstractButton>("snooze_0").hasFocus());
        click("snooze_1");
        const QDateTime tomorrow{m_clock.now().toLocalTime().date().addDays(1), QTime{8, 0}};
        QVERIFY(did(QStringLiteral("snooze 1 %1").arg(tomorrow.toMSecsSinceEpoch())));
        QTRY_VERIFY(!part<QWidget>("snoozePanel").isVisible());
        click("snoozeConversation");
        m_desk->inbox().failNext(Error{ErrorKind::Rejected, QStringLiteral("time-passed")});
        click("snoozeOwn");
        QTRY_VERIFY(part<QLabel>("snoozeProblem").text().contains(QStringLiteral("has passed")));
    }

    void anotherConversationClosesThePanel()
    {
        m_page->openConversation(ConversationId{1});
        click("labelConversation");
        m_page->openConversation(ConversationId{2});
        QVERIFY(!part<QWidget>("conversationTools").isVisible());
    }

    void theMenuDoesEverything()
    {
        m_desk->inbox().setDeletesAtProvider(true);
        for (const auto& [words, verb] : std::initializer_list<std::pair<const char*, const char*>>{
                 {"Mark as read", "read 2"}, {"Here only", "delete conversation 2 0"},
                 {"Here and at the provider", "delete conversation 2 1"},
                 {"Waiting for me", "done 2 0"}}) {
            m_page->acts().showMenu(ConversationId{2}, {10, 10});
            QAction* act{menuAction(QLatin1String{words})};
            QVERIFY2(act != nullptr, words);
            act->trigger();
            QVERIFY2(did(QLatin1String{verb}), words);
            delete m_page->findChild<ConversationMenu*>();
        }
        m_page->acts().showMenu(ConversationId{2}, {10, 10});
        for (const char* words : {"Copy the number", "Another time…", "Edit labels…"}) {
            QVERIFY2(menuAction(QString::fromUtf8(words)) != nullptr, words);
        }
        delete m_page->findChild<ConversationMenu*>();
    }

    void aDeleteIsUndoneFromItsNotice()
    {
        m_page->openConversation(ConversationId{1});
        auto& thread = part<ThreadView>("threadView");
        thread.setFocus();
        thread.showMessage(MessageId{102});
        QTest::keyClick(&thread, Qt::Key_Delete);
        QVERIFY(did(QStringLiteral("delete 102 of 1 0")));
        auto& notices = part<BannerArea>(undo);
        QTRY_COMPARE(notices.count(), 1);
        QVERIFY(m_page->acts().canUndo());
        notices.findChild<QAbstractButton*>(QStringLiteral("bannerAction"))->click();
        QVERIFY(did(QStringLiteral("undo delete")));
        QCOMPARE(notices.count(), 0);
        // Where the provider can delete, too, the key asks.
        m_desk->inbox().setDeletesAtProvider(true);
        emit m_desk->cardChanged(ConversationId{1});
        m_desk->log().clear();
        QTest::keyClick(&thread, Qt::Key_Delete);
        auto* menu = thread.findChild<QMenu*>(QStringLiteral("deleteMenu"));
        QVERIFY(menu != nullptr && m_desk->log().isEmpty());
        menu->actions().at(1)->trigger();
        QVERIFY(did(QStringLiteral("delete 102 of 1 1")));
        QTRY_COMPARE(notices.count(), 1);
        emit m_desk->inbox().undoEnded();
        QCOMPARE(notices.count(), 0);
        delete menu;
    }

    void whatWaitsIsTakenBackBeforeItsConversationGoes()
    {
        m_desk->setWaiting({MessageId{105}, MessageId{106}});
        m_page->acts().showMenu(ConversationId{1}, {10, 10});
        QAction* act{menuAction(QStringLiteral("Take back 2 waiting text(s) and delete"))};
        QVERIFY(act != nullptr);
        act->trigger();
        QTRY_VERIFY(did(QStringLiteral("delete conversation 1 0")));
        QVERIFY(did(QStringLiteral("undo 105")));
        QVERIFY(m_desk->log().indexOf(QStringLiteral("undo 106"))
            < m_desk->log().indexOf(QStringLiteral("delete conversation 1 0")));
        // One that has just gone out stops the delete, and nothing is lost.
        m_desk->log().clear();
        m_desk->setWaiting({MessageId{107}});
        m_desk->failNext(Error{ErrorKind::Rejected, QStringLiteral("still-queued")});
        m_page->acts().deleteConversation(ConversationId{2}, false);
        QTRY_COMPARE(part<BannerArea>(undo).count(), 2);
        QVERIFY(!did(QStringLiteral("delete conversation 2 0")));
    }

    void aTooLongLabelIsNotCutInSilence()
    {
        m_page->openConversation(ConversationId{1});
        click("labelConversation");
        QTest::keyClicks(&part<QLineEdit>("newLabelName"), QString{41, u'x'});
        QVERIFY(part<QLabel>("labelProblem").text().contains(QStringLiteral("40 characters")));
        QVERIFY(part<QLabel>("labelProblem").isVisible());
        QTest::keyClick(&part<QLineEdit>("newLabelName"), Qt::Key_Backspace);
        QVERIFY(part<QLabel>("labelProblem").isHidden());
    }

    void aLongAccountNameLeavesRoomForTheNumber()
    {
        DeskAccount wordy;
        wordy.id = AccountId{77};
        wordy.name = QString{90, u'W'};
        m_desk->addAccount(wordy);
        m_page->resize(780, 600);
        m_page->startNew({}, AccountId{77});
        auto& to = part<QLineEdit>("toField");
        QTRY_VERIFY2(to.width() >= to.fontMetrics().horizontalAdvance(QString{20, u'0'}),
            qPrintable(QString::number(to.width())));
        QCOMPARE(part<QWidget>("fromChooser").toolTip(), (QString{90, u'W'}));
    }

    void aDeletedConversationLeavesThePage()
    {
        m_page->openConversation(ConversationId{2});
        m_page->acts().deleteConversation(ConversationId{2}, false);
        QTRY_VERIFY(!m_page->conversation().isValid());
        m_page->openConversation(ConversationId{1});
        m_desk->inbox().failNext(Error{ErrorKind::Rejected, QStringLiteral("still-queued")});
        m_page->acts().deleteConversation(ConversationId{1}, false);
        QTRY_COMPARE(part<BannerArea>(undo).count(), 2);
        QCOMPARE(m_page->conversation(), ConversationId{1});
    }

    void aForwardedTextWaitsForANumber()
    {
        m_page->openConversation(ConversationId{1});
        auto& thread = part<ThreadView>("threadView");
        thread.showMessage(MessageId{102});
        emit thread.forwardRequested(thread.selectedText());
        QVERIFY(part<QLineEdit>("toField").hasFocus());
        QCOMPARE(text().toPlainText(), QStringLiteral("Thank you, I will come by tomorrow."));
    }

    void whatIsWrittenToANewNumberIsKept()
    {
        m_page->startNew();
        QTest::keyClicks(&part<QLineEdit>("toField"), QStringLiteral("082"));
        QTest::keyClicks(&text(), QStringLiteral("Half"));
        QCOMPARE(m_desk->inbox().newText().to, QStringLiteral("082"));
        QCOMPARE(m_desk->inbox().newText().text, QStringLiteral("Half"));
        m_page = std::make_unique<InboxPage>(m_theme, m_clock, *m_desk, *m_prompt);
        m_page->show();
        m_page->startNew();
        QCOMPARE(part<QLineEdit>("toField").text(), QStringLiteral("082"));
        QCOMPARE(text().toPlainText(), QStringLiteral("Half"));
        // Who typed over the number would send these words to somebody else.
        QCOMPARE(m_page->focusWidget(), &text());
        QCOMPARE(part<QWidget>("detailEmpty").accessibleName(),
            QStringLiteral("You began this text earlier"));
        text().moveCursor(QTextCursor::End);
        QTest::keyClick(&text(), Qt::Key_Return);
        QTRY_VERIFY(m_desk->inbox().newText().text.isEmpty());
    }

    void anOldTextGivesWayToANewOne()
    {
        m_desk->inbox().saveNewText({QStringLiteral("0820000010"), {}, QStringLiteral("Half")});
        m_page->startNew();
        click("detailEmptyAction");
        QVERIFY(text().toPlainText().isEmpty());
        QVERIFY(part<QLineEdit>("toField").text().isEmpty());
        QVERIFY(part<QLineEdit>("toField").hasFocus());
        QVERIFY(m_desk->inbox().newText().text.isEmpty());
        QVERIFY(part<QAbstractButton>("detailEmptyAction").isHidden());
    }

    void aSnoozeIsSaidAndTakenBack()
    {
        m_page->openConversation(ConversationId{2});
        m_page->showTool(ConversationTools::Tool::Snooze);
        m_page->findChild<SnoozePanel*>()->findChild<Button*>()->click();
        QTRY_COMPARE(part<BannerArea>(undo).count(), 1);
        QVERIFY(part<Banner>("banner").what().startsWith(QStringLiteral("Out of sight until")));
        click("bannerAction");
        QTRY_VERIFY(did(QStringLiteral("snooze 2 0")));
        QTRY_COMPARE(part<BannerArea>(undo).count(), 0);
        m_page->acts().snooze(ConversationId{2}, m_clock.nowMs() + 3'600'000);
        QTRY_COMPARE(part<BannerArea>(undo).count(), 1);
        m_clock.advance(std::chrono::seconds{15});
        QCOMPARE(part<BannerArea>(undo).count(), 0);
    }

    // What comes and goes by itself moves nothing that somebody is about to press.
    void aNoticeFloatsOverTheList()
    {
        m_page->openConversation(ConversationId{2});
        const auto& header = part<QWidget>("threadHeader");
        const QPoint before{header.mapTo(m_page.get(), QPoint{})};
        m_page->acts().deleteMessages(ConversationId{2}, {MessageId{102}}, false);
        auto& area = part<BannerArea>(undo);
        QTRY_COMPARE(area.count(), 1);
        QVERIFY(area.isVisible());
        QCOMPARE(header.mapTo(m_page.get(), QPoint{}), before);
        const auto& list = part<QWidget>("inboxPane");
        QTRY_COMPARE(area.geometry().bottom(), list.geometry().bottom());
        QCOMPARE(area.width(), list.width());
        m_page->resize(1100, 600);
        QTRY_COMPARE(area.geometry().bottom(), list.geometry().bottom());
        click("bannerAction");
        QTRY_VERIFY(area.isHidden());
    }

    void aLabelGoesEverywhereOnlyAfterAQuestion()
    {
        (void)m_desk->inbox().addLabel(QStringLiteral("Fees"), 1);
        m_page->openConversation(ConversationId{2});
        m_page->showTool(ConversationTools::Tool::Labels);
        click("removeLabel_1");
        QVERIFY(part<QWidget>("removeLabel_1").isHidden());
        QVERIFY(part<QWidget>("removeLabelNo_1").hasFocus());
        click("removeLabelNo_1");
        QVERIFY(part<QWidget>("removeLabelYes_1").isHidden());
        QCOMPARE(m_desk->inbox().labels().size(), 1);
        click("removeLabel_1");
        click("removeLabelYes_1");
        QTRY_VERIFY(m_desk->inbox().labels().isEmpty());
    }

    void theSameTextAgainIsAskedAbout()
    {
        m_page->openConversation(ConversationId{2});
        m_desk->inbox().setJustWritten(true);
        QTest::keyClicks(&text(), QStringLiteral("Hello"));
        QTest::keyClick(&text(), Qt::Key_Return);
        QVERIFY(!did(QStringLiteral("send 2 Hello")));
        auto& yes = part<QAbstractButton>("useReplacement");
        QVERIFY(yes.isVisible() && yes.hasFocus());
        QCOMPARE(yes.accessibleName(), QStringLiteral("Send it again"));
        yes.click();
        QTRY_VERIFY(did(QStringLiteral("send 2 Hello")));
    }
};

TEXTDESK_TEST(tst_inboxacts, TestInboxActs)
#include "tst_inboxacts.moc"
