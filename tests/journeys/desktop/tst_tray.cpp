// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The icon in the tray counts right, brings the window back, and the program ends only when asked.
#include "tests/journeys/desktop/faketray.h"
#include "tests/journeys/window/windowbench.h"
#include "tests/support/desktop/fakenotifications.h"
#include "tests/support/testregistry.h"
#include "ui/shell/commandpalette.h"

#include <QAction>
#include <QLineEdit>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestTray final : public QObject {
    Q_OBJECT
private:
    static constexpr int patience{30'000};
    FakeTray m_tray;
    std::unique_ptr<FakeNotifications> m_desktop;
    std::unique_ptr<WindowBench> m_bench;

    void choose(const QString& words)
    {
        const auto actions = m_bench->presence().tray().menu().actions();
        for (QAction* action : actions) {
            if (QString{action->text()}.remove(u'&') == words) {
                action->trigger();
                return;
            }
        }
        QFAIL(qPrintable(words));
    }

private slots:
    void init()
    {
        cleanup(); // Qt Test leaves it out after a test that could not begin
        m_desktop = std::make_unique<FakeNotifications>(QStringList{QStringLiteral("actions")});
        m_bench = std::make_unique<WindowBench>(
            DesktopBuses{QDBusConnection::systemBus(), QDBusConnection::sessionBus()});
        m_bench->practise();
        QTRY_VERIFY(m_bench->presence().tray().isShown());
    }
    void cleanup()
    {
        m_bench.reset();
        m_desktop.reset();
    }

    void theCountFollowsWhatIsUnread()
    {
        QTRY_COMPARE(m_tray.toolTip(), QStringLiteral("Textdesk: everything is read"));
        m_bench->compose(QStringLiteral("082 000 0010"), QStringLiteral("Is the hall free?"));
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->badge(), 1, patience);
        QTRY_VERIFY(m_tray.toolTip().startsWith(QStringLiteral("Textdesk: 1 unread")));
        QTest::mouseClick(m_bench->part<ThreadView>("threadView").viewport(), Qt::LeftButton);
        QTRY_COMPARE(m_tray.toolTip(), QStringLiteral("Textdesk: everything is read"));
        QTest::keyClick(&m_bench->window(), Qt::Key_U, Qt::ControlModifier);
        QTRY_VERIFY(m_tray.toolTip().startsWith(QStringLiteral("Textdesk: 1 unread")));
        m_bench->restart();
        QTRY_VERIFY(m_tray.toolTip().startsWith(QStringLiteral("Textdesk: 1 unread")));
    }
    void closingKeepsItThereIfChosen()
    {
        m_bench->settings().set(Setting::KeepInTray, true);
        QVERIFY(!m_bench->window().close());
        QVERIFY(m_bench->window().isHidden());
        QTRY_COMPARE(m_desktop->onScreen().size(), 1);
        QCOMPARE(m_desktop->all().front().title, QStringLiteral("Textdesk keeps running"));
        m_tray.activate();
        QTRY_VERIFY(m_bench->window().isVisible()); // in front is the window manager's choice
        m_bench->window().close();
        choose(QStringLiteral("Open Textdesk"));
        QTRY_VERIFY(m_bench->window().isVisible());
        QCOMPARE(m_desktop->all().size(), size_t{1}); // explained once
        m_bench->window().close();
        choose(QStringLiteral("New conversation"));
        QTRY_VERIFY(m_bench->part<QLineEdit>("toField").isVisible());
    }
    void aTextOnItsWayIsSaidBeforeTheEnd()
    {
        m_bench->compose(QStringLiteral("082 000 0010"), QStringLiteral("Is the hall free?"));
        QTRY_COMPARE(m_bench->messages(), 1);
        QVERIFY(!m_bench->window().close());
        QCOMPARE(m_bench->prompt().asked(),
            QStringList{QStringLiteral("Quit before everything is sent?")});
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->state(0), DeliveryState::Delivered, patience);
        QCOMPARE(m_bench->prompt().asked().size(), 1);
    }
    void thePaletteFindsTheConversation()
    {
        m_bench->compose(QStringLiteral("082 000 0010"), QStringLiteral("Is the hall free?"));
        QTRY_COMPARE(m_bench->messages(), 1);
        m_bench->window().goTo(QStringLiteral("settings"));
        QTest::keyClick(&m_bench->window(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        auto& field = m_bench->part<QLineEdit>("paletteField");
        QTRY_VERIFY(field.hasFocus());
        QTest::keyClicks(&field, QStringLiteral("000 0010"));
        QTest::keyClick(&field, Qt::Key_Return);
        QCOMPARE(m_bench->window().place(), QStringLiteral("inbox"));
        QCOMPARE(m_bench->messages(), 1);
    }
};

TEXTDESK_TEST(tst_tray, TestTray)
#include "tst_tray.moc"
