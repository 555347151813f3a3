// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A reply comes in while the person works elsewhere: they are told, answer from there, and the
// window knows.
#include "tests/journeys/window/windowbench.h"
#include "tests/support/desktop/fakenotifications.h"
#include "tests/support/testregistry.h"
#include "ui/shell/actiontable.h"
#include "ui/thread/composeedit.h"

#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestNotices final : public QObject {
    Q_OBJECT
private:
    static constexpr int patience{30'000};
    std::unique_ptr<FakeNotifications> m_desktop;
    std::unique_ptr<WindowBench> m_bench;

    void begin(const QStringList& more)
    {
        m_desktop = std::make_unique<FakeNotifications>(
            QStringList{
                QStringLiteral("actions"), QStringLiteral("body"), QStringLiteral("body-markup")}
            + more);
        m_bench = std::make_unique<WindowBench>(
            DesktopBuses{QDBusConnection::systemBus(), QDBusConnection::sessionBus()});
        m_bench->practise();
        m_bench->hurry();
    }
    // A first text to someone who answers, then the person turns to something else.
    void askAndLookAway()
    {
        m_bench->compose(QStringLiteral("082 000 0010"), QStringLiteral("Is the hall free?"));
        QTRY_COMPARE(m_bench->messages(), 1);
        m_bench->window().showMinimized();
        QTRY_VERIFY(QApplication::activeWindow() == nullptr);
        answer();
    }
    void answer()
    {
        m_bench->answer(QStringLiteral("+27820000010"), QStringLiteral("Yes, it is."));
    }
    int outgoing()
    {
        int count{0};
        for (int number{0}; number < m_bench->messages(); ++number) {
            count += m_bench->state(number) != DeliveryState::Received ? 1 : 0;
        }
        return count;
    }

private slots:
    void cleanup()
    {
        m_bench.reset();
        m_desktop.reset();
    }

    void aReplyFromTheNoticeIsOneTextWithUndo()
    {
        begin({QStringLiteral("inline-reply")});
        askAndLookAway();
        QTRY_COMPARE_WITH_TIMEOUT(m_desktop->onScreen().size(), 1, patience);
        QVERIFY(m_desktop->onScreen().front().startsWith(QStringLiteral("082 000 0010: ")));
        QCOMPARE(m_bench->badge(), 1);

        m_bench->settings().set(Setting::UndoMs, WindowBench::undoMs);
        m_desktop->reply(m_desktop->all().back().id, QStringLiteral("Thank you"));
        QTRY_COMPARE(m_bench->messages(), 3);
        QCOMPARE(m_bench->state(2), DeliveryState::Queued);
        QVERIFY(m_bench->meta(2).contains(QStringLiteral("Undo")));
        QTRY_COMPARE(m_bench->badge(), 0); // who answers has read
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->state(2), DeliveryState::Delivered, patience);
        QCOMPARE(outgoing(), 2);
    }
    void withoutAReplyFieldTheTextBoxIsReady()
    {
        begin({});
        askAndLookAway();
        QTRY_COMPARE_WITH_TIMEOUT(m_desktop->onScreen().size(), 1, patience);
        m_bench->window().goTo(QStringLiteral("settings"));
        m_desktop->press(m_desktop->all().back().id, QStringLiteral("reply"));
        QTRY_VERIFY(m_bench->window().isActiveWindow());
        QCOMPARE(m_bench->window().place(), QStringLiteral("inbox"));
        QTRY_VERIFY(m_bench->part<ComposeEdit>("composeEdit").hasFocus());
        QCOMPARE(m_bench->messages(), 2);
        QTRY_COMPARE(m_bench->badge(), 0);
    }
    void readingInTheWindowTakesTheNoticeAway()
    {
        begin({});
        askAndLookAway();
        QTRY_COMPARE_WITH_TIMEOUT(m_desktop->onScreen().size(), 1, patience);
        m_bench->presence().closing().showWindow();
        QTRY_VERIFY(m_bench->window().isActiveWindow());
        QCOMPARE(m_desktop->onScreen().size(), 1);
        QTest::mouseClick(m_bench->part<ThreadView>("threadView").viewport(), Qt::LeftButton);
        QTRY_COMPARE(m_desktop->onScreen(), QStringList{});
    }
    void doNotDisturbSilences()
    {
        begin({});
        QVERIFY(m_bench->window().actions().run(QStringLiteral("quiet.hour")));
        askAndLookAway();
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->badge(), 1, patience);
        QCOMPARE(m_desktop->all().size(), size_t{0});
        QVERIFY(m_bench->window().actions().run(QStringLiteral("quiet.off")));
    }
    void hiddenContentSaysOnlyThatSomethingCame()
    {
        begin({QStringLiteral("inline-reply")});
        QVERIFY(m_bench->window().actions().run(QStringLiteral("content.hide")));
        askAndLookAway();
        QTRY_COMPARE_WITH_TIMEOUT(m_desktop->onScreen().size(), 1, patience);
        QVERIFY(m_desktop->onScreen().front().contains(QStringLiteral("new message")));
        QVERIFY(!m_desktop->onScreen().front().contains(QStringLiteral("082")));
        QVERIFY(m_desktop->all().back().body.isEmpty());
    }
    void whoLooksIsNotTold()
    {
        begin({});
        m_bench->compose(QStringLiteral("082 000 0010"), QStringLiteral("Is the hall free?"));
        QTRY_COMPARE(m_bench->messages(), 1);
        answer();
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->badge(), 1, patience);
        QCOMPARE(m_desktop->all().size(), size_t{0});
    }
};

TEXTDESK_TEST(tst_notices, TestNotices)
#include "tst_notices.moc"
