// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// First start: one click to practise, a form that says what is missing, secrets that do not stay.
#include "tests/support/manualclock.h"
#include "tests/support/testregistry.h"
#include "tests/support/ui/fakedesk.h"
#include "tests/support/ui/scriptedprompt.h"
#include "ui/shell/mainwindow.h"
#include "ui/thread/newconversation.h"
#include "ui/widgets/button.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
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
    static QLineEdit& field(QWidget& window, const char* name)
    {
        return *window.findChild<QLineEdit*>(QLatin1String{name});
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
    void theFormNamesAllThatIsMissing()
    {
        FakeDesk desk{false};
        MainWindow window{m_theme, m_clock, desk, m_prompt};
        click(window, "connectAccount");
        field(window, "accountAddress").setText(QStringLiteral("service.example"));
        click(window, "connectSubmit");
        QVERIFY(!problem(window, "accountNameProblem").isEmpty());
        QVERIFY(!problem(window, "accountEmailProblem").isEmpty());
        QVERIFY(!problem(window, "accountTokenProblem").isEmpty());
        QVERIFY(problem(window, "accountAddressProblem").contains(QLatin1String{"https://"}));
        QVERIFY(desk.log().isEmpty());
        QTest::keyClicks(&field(window, "accountName"), QStringLiteral("Office"));
        QVERIFY(problem(window, "accountNameProblem").isEmpty());
    }
    void aGoodFormConnectsAndForgetsTheToken()
    {
        FakeDesk desk{false};
        MainWindow window{m_theme, m_clock, desk, m_prompt};
        click(window, "connectAccount");
        QCOMPARE(field(window, "accountToken").echoMode(), QLineEdit::Password);
        QCOMPARE(window.findChild<QComboBox*>(QStringLiteral("accountRegion"))->currentData(),
            QVariant{QStringLiteral("ZA")});
        field(window, "accountName").setText(QStringLiteral("Office "));
        field(window, "accountEmail").setText(QStringLiteral("me@school.example"));
        field(window, "accountToken").setText(QStringLiteral("not-a-real-token"));
        desk.failNext(Error{ErrorKind::Unauthorized});
        QTest::keyClick(&field(window, "accountToken"), Qt::Key_Return);
        QTRY_VERIFY(
            problem(window, "accountTokenProblem").contains(QLatin1String{"did not accept"}));
        QCOMPARE(field(window, "accountToken").text(), QStringLiteral("not-a-real-token"));
        click(window, "connectSubmit");
        QTRY_COMPARE(window.place(), QStringLiteral("inbox"));
        QCOMPARE(desk.log().last(),
            QStringLiteral("connect Office https://service.example/app/ me@school.example ZA"));
        QTRY_VERIFY(field(window, "accountToken").text().isEmpty());
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
