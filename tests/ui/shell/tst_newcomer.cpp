// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody stumbled over who saw the window for the first time.
#include "tests/support/manualclock.h"
#include "tests/support/testregistry.h"
#include "tests/support/ui/fakedesk.h"
#include "tests/support/ui/sampleinbox.h"
#include "tests/support/ui/scriptedprompt.h"
#include "ui/inbox/conversationlist.h"
#include "ui/shell/actiontable.h"
#include "ui/shell/inboxacts.h"
#include "ui/shell/inboxpage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/windowfit.h"
#include "ui/thread/bubbledelegate.h"
#include "ui/thread/composebar.h"
#include "ui/thread/composeedit.h"
#include "ui/thread/newconversation.h"
#include "ui/thread/threadview.h"
#include "ui/widgets/button.h"
#include "ui/widgets/navigationrail.h"
#include "ui/widgets/searchfield.h"

#include <QApplication>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestNewcomer final : public QObject {
    Q_OBJECT
private:
    Theme m_theme{*qApp};
    ManualClock m_clock{QDateTime::fromMSecsSinceEpoch(drawingNowMs())};
    std::unique_ptr<FakeDesk> m_desk;
    std::unique_ptr<ScriptedPrompt> m_prompt;
    std::unique_ptr<MainWindow> m_window;

    template <typename T> T& part(const char* name) const
    {
        return *m_window->findChild<T*>(QLatin1String{name});
    }
    NavigationItem& rail(const char* name) const { return part<NavigationItem>(name); }
    ComposeEdit& text() const { return part<ComposeEdit>("composeEdit"); }
    SearchField& search() const { return part<SearchField>("searchField"); }

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

    void theInboxInTheRailLeavesASearch()
    {
        search().setText(QStringLiteral("report"));
        QVERIFY(part<QAbstractButton>("clearSearch").isVisible());
        rail("nav_inbox").click();
        QCOMPARE(search().text(), QString{});
        QVERIFY(rail("nav_inbox").isChecked());
        QVERIFY(!part<QAbstractButton>("clearSearch").isVisible());
    }
    void theCrossEmptiesTheSearchAndLeavesTheCursorThere()
    {
        search().setText(QStringLiteral("report"));
        part<QAbstractButton>("clearSearch").click();
        QCOMPARE(search().text(), QString{});
        QVERIFY(search().hasFocus());
    }
    void aNewTextIsAtComposeUntilItIsLeft()
    {
        m_window->openConversation(ConversationId{2});
        rail("nav_compose").click();
        QVERIFY(rail("nav_compose").isLit());
        QVERIFY(!rail("nav_inbox").isChecked());
        QCOMPARE(part<ConversationList>("conversationList").selected(), ConversationId{});
        QTest::keyClick(&part<QLineEdit>("toField"), Qt::Key_Escape);
        QVERIFY(!rail("nav_compose").isLit());
        QVERIFY(rail("nav_inbox").isChecked());
        QCOMPARE(part<ConversationList>("conversationList").selected(), ConversationId{2});
        // Another way out: the inbox itself.
        rail("nav_compose").click();
        rail("nav_inbox").click();
        QVERIFY(m_window->findChild<NewConversation*>()->isHidden());
        QVERIFY(rail("nav_inbox").isChecked());
    }
    void anEmptyBoxTakesBackTheTextThatWasJustSent()
    {
        m_window->openConversation(ConversationId{1});
        text().clear();
        text().document()->clearUndoRedoStacks();
        text().setFocus();
        QTest::keyClick(&text(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(m_desk->log().contains(QStringLiteral("undo 105")));
    }
    void whatWasTypedIsUndoneFirst()
    {
        m_window->openConversation(ConversationId{1});
        text().clear();
        text().document()->clearUndoRedoStacks();
        text().setFocus();
        QTest::keyClicks(&text(), QStringLiteral("x"));
        QTest::keyClick(&text(), Qt::Key_Backspace);
        QTest::keyClick(&text(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_desk->log().filter(QStringLiteral("undo")), QStringList{});
    }
    void undoOfSendingHasItsRow()
    {
        m_window->openConversation(ConversationId{1});
        QVERIFY(m_window->actions().run(QStringLiteral("writing.undo")));
        QTRY_VERIFY(m_desk->log().contains(QStringLiteral("undo 105")));
        m_window->openConversation(ConversationId{2}); // nothing was sent there
        QVERIFY(!m_window->actions().run(QStringLiteral("writing.undo")));
    }
    void aNoticeThatGoesGivesTheFocusBack()
    {
        m_window->openConversation(ConversationId{2});
        m_window->banners().add({QStringLiteral("x"), Banner::Level::Warning,
            QStringLiteral("Something."), {}, QStringLiteral("Do it")});
        auto* act = m_window->banners()
                        .banner(QStringLiteral("x"))
                        ->findChild<QAbstractButton*>(QStringLiteral("bannerAction"));
        act->setFocus();
        // The newer news keep a person there ...
        m_window->banners().add({QStringLiteral("x"), Banner::Level::Warning,
            QStringLiteral("Something else."), {}, QStringLiteral("Do it")});
        QVERIFY(m_window->banners()
                    .banner(QStringLiteral("x"))
                    ->isAncestorOf(QApplication::focusWidget()));
        // ... and its end takes them to the text.
        m_window->banners().clear(QStringLiteral("x"));
        QVERIFY(text().hasFocus());
    }
    void aClickOnANoticeLeavesTheFocusAlone()
    {
        m_window->openConversation(ConversationId{2});
        text().setFocus();
        m_window->banners().add({QStringLiteral("x"), Banner::Level::Warning,
            QStringLiteral("Something."), {}, QStringLiteral("Do it")});
        QApplication::processEvents();
        auto* act = m_window->banners()
                        .banner(QStringLiteral("x"))
                        ->findChild<QAbstractButton*>(QStringLiteral("bannerAction"));
        QTest::mouseClick(act, Qt::LeftButton);
        QVERIFY(text().hasFocus());
    }
    void sendSaysWhyItRests()
    {
        m_window->openConversation(ConversationId{1});
        text().clear();
        auto& send = part<Button>("sendButton");
        QVERIFY(!send.isEnabled());
        QCOMPARE(send.toolTip(), QStringLiteral("There is no text to send yet."));
        QCOMPARE(send.accessibleDescription(), send.toolTip());
        text().setPlainText(QStringLiteral("Hello"));
        QVERIFY(send.isEnabled());
        QCOMPARE(send.toolTip(), QString{});
        m_desk->block(QStringLiteral("They asked for no more texts."));
        QVERIFY(!send.isEnabled());
        QCOMPARE(send.toolTip(), QStringLiteral("They asked for no more texts."));
    }
    void doneIsReadToo()
    {
        m_window->openConversation(ConversationId{2});
        m_desk->setUnread(ConversationId{2}, 1);
        m_window->inbox().acts().setDone(ConversationId{2}, true);
        QTRY_VERIFY(m_desk->log().filter(QStringLiteral("read 2")).size() > 1);
    }
    void hiddenContentCoversTheHeaderAndTheDraft()
    {
        m_window->openConversation(ConversationId{1}); // has a draft
        rail("nav_inbox").setFocus();
        const QString name{m_window->inbox()
                               .thread()
                               .window()
                               ->findChild<QWidget*>(QStringLiteral("threadTitle"))
                               ->accessibleName()};
        QVERIFY(!name.isEmpty());
        m_window->inbox().setContentHidden(true);
        QWidget& title{part<QWidget>("threadTitle")};
        QVERIFY(title.accessibleName() != name);
        text().setPlainText(QStringLiteral("Your code is 1234 😀"));
        const QImage secret{text().grab().toImage()};
        text().setPlainText(QStringLiteral("See you – there"));
        QCOMPARE(text().grab().toImage(), secret);
        text().setFocus(); // who writes sees it
        QVERIFY(text().grab().toImage() != secret);
        m_window->inbox().setContentHidden(false);
        QCOMPARE(title.accessibleName(), name);
    }
    void creditsAreOnePressAway()
    {
        m_window->goTo(QStringLiteral("practice"));
        part<QAbstractButton>("topUpPractice").click();
        QVERIFY(m_desk->log().contains(QStringLiteral("top up")));
    }
    void aFurtherAccountIsNoOtherPracticeAccount()
    {
        m_window->addAccount();
        const std::vector<DeskAccount> all{m_desk->accounts()};
        QCOMPARE(part<QWidget>("tryPractice").isVisible(),
            std::none_of(all.cbegin(), all.cend(),
                [](const DeskAccount& account) { return account.isPractice; }));
        m_desk->addAccount({AccountId{77}, QStringLiteral("Practice"), Health::Good, {}, {}, true});
        m_window->addAccount();
        QVERIFY(!part<QWidget>("tryPractice").isVisible());
        QVERIFY(part<QWidget>("connectAccount").isVisible());
    }
    void aWindowFitsIntoItsScreenWithItsFrame()
    {
        const QRect screen{0, 0, 1280, 800};
        const QRect first{fittedInto(screen, {0, 0, 1280, 800})};
        QVERIFY(first.width() <= 1280 && first.height() < 800 - 30);
        QVERIFY(first.top() > 30);
        // What fits is left alone.
        const QRect small{100, 100, 900, 600};
        QCOMPARE(fittedInto(screen, small), small);
        // Left on a larger screen, beyond the edge of this one.
        const QRect moved{fittedInto(screen, {2000, 900, 900, 600})};
        QCOMPARE(moved.size(), QSize(900, 600));
        QVERIFY(screen.contains(moved));
        // With a panel at the left, on a second screen.
        const QRect beside{fittedInto({1344, 24, 1216, 776}, {0, 0, 1280, 800})};
        QVERIFY(QRect(1344, 24, 1216, 776).contains(beside));
    }
};

TEXTDESK_TEST(tst_newcomer, TestNewcomer)
#include "tst_newcomer.moc"
