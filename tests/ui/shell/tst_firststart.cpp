// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// First start: one click to practise, another one to the wizard, pages that other rooms add.
#include "tests/support/manualclock.h"
#include "tests/support/testregistry.h"
#include "tests/support/ui/fakedesk.h"
#include "tests/support/ui/scriptedprompt.h"
#include "ui/shell/mainwindow.h"
#include "ui/thread/newconversation.h"
#include "ui/widgets/button.h"
#include "ui/widgets/navigationitem.h"

#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestFirstStart final : public QObject {
    Q_OBJECT
private:
    Theme m_theme{*qApp};
    ManualClock m_clock;
    ScriptedPrompt m_prompt;

    static void click(QWidget& window, const char* name)
    {
        window.findChild<QAbstractButton*>(QLatin1String{name})->click();
    }
    static QString problem(QWidget& window, const char* name)
    {
        const auto* label = window.findChild<QLabel*>(QLatin1String{name});
        return label->isHidden() ? QString{} : label->text();
    }

private slots:
    void oneClickToPractise()
    {
        FakeDesk desk{false};
        MainWindow window{m_theme, m_clock, desk, m_prompt};
        QCOMPARE(window.place(), QStringLiteral("start"));
        click(window, "tryPractice");
        QTRY_COMPARE(window.place(), QStringLiteral("inbox"));
        QCOMPARE(desk.log().first(), QStringLiteral("practice"));
        QTRY_VERIFY(!window.findChild<NewConversation*>()->isHidden());
    }
    void aFailedStartSaysWhyAndCanBeTriedAgain()
    {
        FakeDesk desk{false};
        MainWindow window{m_theme, m_clock, desk, m_prompt};
        desk.failNext(Error{ErrorKind::Storage});
        click(window, "tryPractice");
        QTRY_VERIFY(problem(window, "startProblem").contains(QLatin1String{"disk space"}));
        QCOMPARE(window.place(), QStringLiteral("start"));
        click(window, "tryPractice");
        QTRY_COMPARE(window.place(), QStringLiteral("inbox"));
    }
    void anAccountOfOnesOwnLeadsToTheWizard()
    {
        FakeDesk desk{false};
        MainWindow window{m_theme, m_clock, desk, m_prompt};
        QSignalSpy asked{&window, &MainWindow::connectRequested};
        click(window, "connectAccount");
        QCOMPARE(asked.count(), 1);
        QVERIFY(desk.log().isEmpty());
    }
    void aFurtherPageHasItsPlaceAndKeepsThePersonThere()
    {
        FakeDesk desk{false};
        MainWindow window{m_theme, m_clock, desk, m_prompt};
        auto* wizard = new QWidget;
        auto* accounts = new QWidget;
        int focused{0};
        window.addPage({QStringLiteral("wizard"), {}, {}, wizard, [&focused] { ++focused; }, true});
        window.addPage({QStringLiteral("accounts"), QStringLiteral("phone"),
            QStringLiteral("Accounts"), accounts, [] {}, false});
        window.goTo(QStringLiteral("accounts")); // nothing to see there yet
        QCOMPARE(window.place(), QStringLiteral("start"));
        window.goTo(QStringLiteral("wizard"));
        QCOMPARE(window.place(), QStringLiteral("wizard"));
        QCOMPARE(focused, 1);
        desk.addAccount({AccountId{8}, QStringLiteral("Office"), Health::Good, {}, {}, false});
        QCOMPARE(window.place(), QStringLiteral("wizard")); // reads on there
        auto* item = window.findChild<NavigationItem*>(QStringLiteral("nav_accounts"));
        QVERIFY(item && !item->isHidden());
        item->click();
        QCOMPARE(window.place(), QStringLiteral("accounts"));
        QVERIFY(accounts->isVisibleTo(&window));
    }
    void aBalanceThatChangesDoesNotCloseTheForm()
    {
        FakeDesk desk{true};
        MainWindow window{m_theme, m_clock, desk, m_prompt};
        click(window, "addAccount");
        QCOMPARE(window.place(), QStringLiteral("start"));
        emit desk.accountsChanged();
        QCOMPARE(window.place(), QStringLiteral("start"));
    }
};

TEXTDESK_TEST(tst_firststart, TestFirstStart)
#include "tst_firststart.moc"
