// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window as a person with a keyboard or a screen reader meets it.
#include "tests/support/manualclock.h"
#include "tests/support/testregistry.h"
#include "tests/support/ui/fakedesk.h"
#include "tests/support/ui/sampleinbox.h"
#include "tests/support/ui/scriptedprompt.h"
#include "tests/support/ui/widgetwalk.h"
#include "ui/inbox/conversationlist.h"
#include "ui/shell/inboxpage.h"
#include "ui/shell/mainwindow.h"
#include "ui/thread/composebar.h"
#include "ui/thread/composeedit.h"
#include "ui/thread/newconversation.h"
#include "ui/thread/threadview.h"
#include "ui/widgets/button.h"
#include "ui/widgets/navigationrail.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include <memory>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestMainWindow final : public QObject {
    Q_OBJECT
private:
    Theme m_theme{*qApp};
    ManualClock m_clock{QDateTime::fromMSecsSinceEpoch(drawingNowMs())};
    std::unique_ptr<FakeDesk> m_desk;
    std::unique_ptr<ScriptedPrompt> m_prompt;
    std::unique_ptr<MainWindow> m_window;

    template <typename T> T& part(const char* name = "") const
    {
        return *m_window->findChild<T*>(QLatin1String{name});
    }
    ComposeEdit& text() const { return part<ComposeEdit>("composeEdit"); }
    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget() == nullptr
                ? static_cast<QWidget*>(m_window.get())
                : QApplication::focusWidget(),
            Qt::Key(key), modifiers);
    }

private slots:
    void init()
    {
        m_desk = std::make_unique<FakeDesk>(true);
        m_prompt = std::make_unique<ScriptedPrompt>();
        m_window = std::make_unique<MainWindow>(m_theme, m_clock, *m_desk, *m_prompt);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanup()
    {
        m_window.reset();
        m_desk.reset();
    }

    void everythingHasAName()
    {
        QCOMPARE(namelessWidgets(*m_window), QStringList{});
        QCOMPARE(richLabels(*m_window), QStringList{});
    }
    void openingReadsAndShowsTheDraft()
    {
        press(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(part<ConversationList>("conversationList").selected(), ConversationId{1});
        QVERIFY(m_desk->log().contains(QStringLiteral("open 1")));
        QVERIFY(m_desk->log().contains(QStringLiteral("read 1")));
        QVERIFY(text().toPlainText().startsWith(QLatin1String{"The hall opens"}));
        press(Qt::Key_Down, Qt::AltModifier);
        QVERIFY(text().toPlainText().isEmpty());
        press(Qt::Key_Up, Qt::AltModifier);
        QVERIFY(text().toPlainText().startsWith(QLatin1String{"The hall opens"}));
        QVERIFY(m_desk->log().filter(QStringLiteral("draft")).isEmpty());
    }
    void sendClearsWhenStoredAndKeepsWhenNot()
    {
        m_window->openConversation(ConversationId{2});
        text().setPlainText(QStringLiteral("Hello"));
        m_desk->failNext(Error{ErrorKind::Storage});
        QTest::keyClick(&text(), Qt::Key_Return);
        QTRY_COMPARE(m_window->banners().count(), 1);
        QCOMPARE(text().toPlainText(), QStringLiteral("Hello"));
        QTest::keyClick(&text(), Qt::Key_Return);
        QTRY_VERIFY(text().toPlainText().isEmpty());
        QCOMPARE(m_desk->log().filter(QStringLiteral("send 2 Hello")).size(), 2);
    }
    void aNewConversationByKeyboard()
    {
        press(Qt::Key_N, Qt::ControlModifier);
        auto& to = part<QLineEdit>("toField");
        QVERIFY(to.hasFocus());
        QTest::keyClicks(&to, QStringLiteral("12"));
        press(Qt::Key_Return);
        QVERIFY(text().hasFocus());
        QTest::keyClicks(&text(), QStringLiteral("Hi"));
        m_desk->failNext(Error{ErrorKind::Rejected, QStringLiteral("invalid-number: too short")});
        press(Qt::Key_Return);
        QTRY_VERIFY(!part<QLabel>("toProblem").isHidden());
        QVERIFY(to.hasFocus());
        QCOMPARE(m_window->banners().count(), 0);
        to.setText(QStringLiteral("082 000 0012"));
        QCOMPARE(text().toPlainText(), QStringLiteral("Hi"));
        text().setFocus();
        press(Qt::Key_Return);
        QTRY_VERIFY(part<NewConversation>("newConversationPanel").isHidden());
        QVERIFY(m_desk->log().contains(QStringLiteral("start 082 000 0012 from 1: Hi")));
        QVERIFY(m_desk->log().contains(QStringLiteral("open 2")));
        QVERIFY(text().toPlainText().isEmpty());
    }
    void escapeLeavesANewConversationAndKeepsItsWords()
    {
        m_window->openConversation(ConversationId{1});
        press(Qt::Key_N, Qt::ControlModifier);
        text().setFocus();
        QTest::keyClicks(&text(), QStringLiteral("half"));
        press(Qt::Key_Escape);
        QVERIFY(part<NewConversation>("newConversationPanel").isHidden());
        QVERIFY(text().toPlainText().startsWith(QLatin1String{"The hall"}));
        press(Qt::Key_N, Qt::ControlModifier);
        QCOMPARE(text().toPlainText(), QStringLiteral("half"));
    }
    // What is typed after Ctrl+N is a number, whatever stood there.
    void ctrlNNeverKeepsTheNumberOfBefore()
    {
        auto& to = part<QLineEdit>("toField");
        press(Qt::Key_N, Qt::ControlModifier);
        QTest::keyClicks(&to, QStringLiteral("0820000030"));
        press(Qt::Key_Escape);
        press(Qt::Key_N, Qt::ControlModifier);
        QVERIFY(to.hasFocus());
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("0820000010"));
        press(Qt::Key_Return);
        QCOMPARE(to.text(), QStringLiteral("0820000010"));
        QVERIFY(text().toPlainText().isEmpty());
        // Also from within the text, which is kept.
        QTest::keyClicks(&text(), QStringLiteral("Hi"));
        press(Qt::Key_N, Qt::ControlModifier);
        QVERIFY(to.hasFocus());
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("0820000012"));
        QCOMPARE(to.text(), QStringLiteral("0820000012"));
        QCOMPARE(text().toPlainText(), QStringLiteral("Hi"));
        QVERIFY(m_desk->log().filter(QStringLiteral("start")).isEmpty());
    }
    void theOpenRowIsLeftAloneButLeavesANewConversation()
    {
        m_window->openConversation(ConversationId{1});
        auto& list = part<ConversationList>("conversationList");
        const QPoint row{list.visualRect(list.currentIndex()).center()};
        m_desk->log().clear();
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, row);
        QVERIFY(m_desk->log().filter(QStringLiteral("open")).isEmpty());
        press(Qt::Key_N, Qt::ControlModifier);
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, row);
        QVERIFY(part<NewConversation>("newConversationPanel").isHidden());
        QCOMPARE(m_desk->log().filter(QStringLiteral("open")).size(), 1);
    }
    void lettersNeverWalkThroughTheList()
    {
        auto& list = part<ConversationList>("conversationList");
        list.setFocus();
        QTest::keyClicks(&list, QStringLiteral("thandi"));
        QVERIFY(!m_window->inbox().conversation().isValid()); // nobody to write to: nothing
        m_window->openConversation(ConversationId{2});
        QTest::keyClick(&list, Qt::Key_S);
        QVERIFY(text().hasFocus());
        QCOMPARE(text().toPlainText(), QStringLiteral("s"));
        QCOMPARE(m_window->inbox().conversation(), ConversationId{2});
    }
    void keysLeadEverywhere()
    {
        press(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(part<QLineEdit>("searchField").hasFocus());
        press(Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(m_window->place(), QStringLiteral("practice"));
        press(Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(m_window->place(), QStringLiteral("settings"));
        press(Qt::Key_9, Qt::ControlModifier);
        QCOMPARE(m_window->place(), QStringLiteral("settings"));
        press(Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(m_window->place(), QStringLiteral("inbox"));
        m_window->openConversation(ConversationId{1});
        part<ConversationList>("conversationList").setFocus();
        press(Qt::Key_F6);
        QVERIFY(part<ThreadView>("threadView").hasFocus());
        press(Qt::Key_F6);
        QVERIFY(text().hasFocus());
        press(Qt::Key_F6);
        QVERIFY(part<NavigationItem>("nav_inbox").hasFocus());
        press(Qt::Key_F6);
        QVERIFY(part<ConversationList>("conversationList").hasFocus());
    }
    void theFocusAloneOpensNothing()
    {
        part<ConversationList>("conversationList").setFocus();
        QCOMPARE(m_desk->log(), QStringList{});
        press(Qt::Key_Down);
        QVERIFY(m_desk->log().contains(QStringLiteral("open 1")));
    }
    void markUnreadByKey()
    {
        press(Qt::Key_U, Qt::ControlModifier); // nothing open: nothing happens
        QVERIFY(m_desk->log().filter(QStringLiteral("unread")).isEmpty());
        m_window->openConversation(ConversationId{1});
        press(Qt::Key_U, Qt::ControlModifier);
        QCOMPARE(m_desk->log().last(), QStringLiteral("unread 1"));
    }
    void aReplyStaysUnreadUntilThePersonActs()
    {
        m_window->openConversation(ConversationId{1});
        m_desk->log().clear();
        QTest::mouseClick(part<ThreadView>("threadView").viewport(), Qt::LeftButton);
        QVERIFY(m_desk->log().isEmpty()); // all was read: nothing to write
        m_desk->setUnread(ConversationId{1}, 1);
        m_window->resize(1200, 700);
        QVERIFY(m_desk->log().isEmpty());
        QTest::mouseClick(part<ThreadView>("threadView").viewport(), Qt::LeftButton);
        QCOMPARE(m_desk->log(), QStringList{QStringLiteral("read 1")});
        QTest::keyClicks(&text(), QStringLiteral("a"));
        QCOMPARE(m_desk->log().last(), QStringLiteral("read 1"));
    }
    void countsReachRailTitleAndChips()
    {
        auto& item = part<NavigationItem>("nav_inbox");
        QCOMPARE(item.badge(), 3);
        QCOMPARE(m_window->windowTitle(), QStringLiteral("(3) Textdesk"));
        m_desk->setCounts({});
        QCOMPARE(item.badge(), 0);
        QCOMPARE(m_window->windowTitle(), QStringLiteral("Textdesk"));
    }
    void noticesBecomeBanners()
    {
        emit m_desk->noticeRaised({QStringLiteral("paused"), Banner::Level::Warning,
            QStringLiteral("Paused"), QStringLiteral("Safe"), QStringLiteral("Check")});
        m_window->banners().banner(QStringLiteral("paused"))->findChild<Button*>()->click();
        QCOMPARE(m_desk->log().last(), QStringLiteral("act paused"));
        emit m_desk->noticeCleared(QStringLiteral("paused"));
        QCOMPARE(m_window->banners().count(), 0);
    }
    void aBlockedPersonCannotBeTexted()
    {
        m_window->openConversation(ConversationId{1});
        m_desk->block(QStringLiteral("Opted out."));
        QVERIFY(!part<Button>("sendButton").isEnabled());
        QTest::keyClick(&text(), Qt::Key_Return);
        QVERIFY(m_desk->log().filter(QStringLiteral("send")).isEmpty());
    }
    void aNarrowWindowKeepsEverythingInSight()
    {
        m_window->openConversation(ConversationId{1});
        m_window->resize(880, 600);
        QTRY_VERIFY(part<NavigationRail>("navigationRail").isCollapsed());
        m_window->resize(1024, 640);
        QTRY_VERIFY(!part<NavigationRail>("navigationRail").isCollapsed());
        const auto& send = part<Button>("sendButton");
        QVERIFY(
            m_window->rect().contains(QRect{send.mapTo(m_window.get(), QPoint{}), send.size()}));
        QCOMPARE(m_window->size(), QSize(1024, 640));
    }
    void themeChangesWhileItIsOpen()
    {
        m_window->openConversation(ConversationId{1});
        for (const auto choice : {Theme::Choice::Dark, Theme::Choice::Light}) {
            m_theme.choose(choice);
            const QImage shot{m_window->grab().toImage()};
            QCOMPARE(shot.pixelColor(700, 100), m_theme.colours().background);
            QCOMPARE(shot.pixelColor(90, 500), m_theme.colours().rail);
        }
    }
    void practiceNumbersStartAConversation()
    {
        m_window->goTo(QStringLiteral("practice"));
        part<Button>("textPractice1").click();
        QCOMPARE(m_window->place(), QStringLiteral("inbox"));
        QCOMPARE(part<QLineEdit>("toField").text(), QStringLiteral("082 000 0002"));
        QCOMPARE(part<NewConversation>("newConversationPanel").account(), AccountId{2});
        QVERIFY(text().hasFocus());
    }
};

TEXTDESK_TEST(tst_mainwindow, TestMainWindow)
#include "tst_mainwindow.moc"
