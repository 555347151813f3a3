// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The accounts' page: a light with its reason, test, pause, addresses, and removing after a
// question.
#include "tests/support/testregistry.h"
#include "tests/support/ui/scriptedprompt.h"
#include "tests/support/ui/widgetwalk.h"
#include "tests/ui/accounts/fakeaccounts.h"
#include "ui/accounts/accountspage.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestAccountsPage final : public QObject {
    Q_OBJECT
    Theme m_theme{*qApp};

    struct Bench final {
        explicit Bench(Theme& theme)
            : page{theme, filled(desk), prompt}
        {
            page.resize(900, 700);
            page.show();
        }
        static FakeAccountDesk& filled(FakeAccountDesk& desk)
        {
            desk.rows = {
                {AccountId{1}, QStringLiteral("School office"), QStringLiteral("ZoomConnect"),
                    false, Health::Trouble, QStringLiteral("The token was refused."),
                    QStringLiteral("412 credits"), QStringLiteral("Every minute."),
                    QStringLiteral("Last contact: 14:32"), true},
                {AccountId{2}, QStringLiteral("Practice"), QStringLiteral("ZoomConnect"), true,
                    Health::Good, QStringLiteral("This account works."), {}, {}, {}, false}};
            return desk;
        }
        QAbstractButton& button(const char* name)
        {
            return *page.findChild<QAbstractButton*>(QLatin1String{name});
        }
        QString said(const char* name)
        {
            const auto* label = page.findChild<QLabel*>(QLatin1String{name});
            return !label || label->isHidden() ? QString{} : label->text();
        }
        FakeAccountDesk desk;
        ScriptedPrompt prompt;
        AccountsPage page;
    };

private slots:
    void everyAccountSaysHowItIs()
    {
        Bench bench{m_theme};
        QCOMPARE(bench.said("accountState_1"), QStringLiteral("The token was refused."));
        QCOMPARE(bench.button("accountPause_1").text(), QStringLiteral("Resume sending"));
        QCOMPARE(bench.button("accountPause_2").text(), QStringLiteral("Pause sending"));
        QVERIFY(!bench.button("accountWebhooks_2").isVisible()); // it has none to give away
        QCOMPARE(namelessWidgets(bench.page), QStringList{});
        QCOMPARE(richLabels(bench.page), QStringList{});
    }
    void aLongNameIsCutAndLeavesTheRestItsRoom()
    {
        Bench bench{m_theme};
        auto* name = bench.page.findChild<QWidget*>(QStringLiteral("accountName_1"));
        auto* balance = bench.page.findChild<QLabel*>(QStringLiteral("accountBalance_1"));
        QTRY_COMPARE(name->width(), name->sizeHint().width()); // a short one is shown whole
        const int gap{bench.button("accountLook_1").x() - name->x() - name->width()};
        bench.desk.rows[0].name = QString{200, u'W'};
        emit bench.desk.changed();
        QTRY_VERIFY(name->sizeHint().width() > bench.page.width());
        QTRY_VERIFY(name->width() < bench.page.width());
        const QWidget* card{name->parentWidget()};
        QVERIFY(card->rect().contains(bench.button("accountLook_1").geometry()));
        QVERIFY(card->rect().contains(balance->geometry()));
        QCOMPARE(balance->text(), QStringLiteral("412 credits"));
        QVERIFY(balance->width() >= balance->sizeHint().width());
        QCOMPARE(bench.button("accountLook_1").x() - name->x() - name->width(), gap);
        // Who cannot see it whole can still hear and point at it.
        QCOMPARE(name->accessibleName().size(), 200);
        QVERIFY(name->toolTip().contains(QString{200, u'W'}));
    }
    void newsKeepTheCardThatAPersonIsAt()
    {
        Bench bench{m_theme};
        auto* before = &bench.button("accountTest_1");
        bench.desk.rows[0].state = QStringLiteral("This account works.");
        emit bench.desk.changed();
        QCOMPARE(&bench.button("accountTest_1"), before);
        QCOMPARE(bench.said("accountState_1"), QStringLiteral("This account works."));
    }
    void nameAndColourAreChangedInPlace()
    {
        Bench bench{m_theme};
        auto* name = bench.page.findChild<QLineEdit*>(QStringLiteral("lookName_1"));
        QVERIFY(!name->isVisible());
        bench.button("accountLook_1").click();
        QVERIFY(name->isVisible());
        QCOMPARE(name->text(), QStringLiteral("School office"));
        name->setText(QStringLiteral("Practice"));
        bench.desk.failure = Error{ErrorKind::Rejected, QStringLiteral("name-taken")};
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_VERIFY(bench.said("lookProblem_1").contains(QLatin1String{"there already"}));
        name->clear();
        QTest::keyClicks(name, QStringLiteral("Front desk"));
        QVERIFY(bench.said("lookProblem_1").isEmpty());
        bench.button("lookSave_1").click();
        QTRY_VERIFY(!name->isVisible());
        QCOMPARE(bench.desk.log.last(), QStringLiteral("look 1 Front desk 0"));
        bench.button("accountLook_1").click();
        QTest::keyClick(name, Qt::Key_Escape);
        QVERIFY(!name->isVisible());
    }
    void aRefusedAccountLeadsToItsToken()
    {
        Bench bench{m_theme};
        QVERIFY(!bench.button("accountReplace_1").isVisible());
        bench.desk.rows[0].isRefused = true;
        emit bench.desk.changed();
        QSignalSpy asked{&bench.page, &AccountsPage::credentialRequested};
        bench.button("accountReplace_1").click();
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().value<AccountId>(), AccountId{1});
    }
    void aSecondPressOfTestPausesNothing()
    {
        Bench bench{m_theme};
        auto& test = bench.button("accountTest_2");
        bench.page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&bench.page));
        test.setFocus();
        QTest::keyClick(&test, Qt::Key_Space);
        QCOMPARE(bench.page.focusWidget(), &test);
        QTest::keyClick(bench.page.focusWidget(), Qt::Key_Space);
        QCOMPARE(bench.desk.log, QStringList{QStringLiteral("test 2")}); // one at a time
        QTRY_VERIFY(bench.said("accountSaid_2").contains(QLatin1String{"works"}));
    }
    void testPauseAndAdd()
    {
        Bench bench{m_theme};
        bench.desk.failure = Error{ErrorKind::Offline};
        bench.button("accountTest_1").click();
        QTRY_VERIFY(bench.said("accountSaid_1").contains(QLatin1String{"cannot be reached"}));
        bench.button("accountTest_1").click();
        QTRY_VERIFY(bench.said("accountSaid_1").contains(QLatin1String{"works"}));
        bench.button("accountPause_1").click();
        bench.button("accountPause_2").click();
        const QStringList wanted{QStringLiteral("test 1"), QStringLiteral("test 1"),
            QStringLiteral("pause 1 0"), QStringLiteral("pause 2 1")};
        QCOMPARE(bench.desk.log, wanted);
        QSignalSpy add{&bench.page, &AccountsPage::addRequested};
        bench.button("accountsAdd").click();
        QCOMPARE(add.count(), 1);
    }
    void theAddressesFollowThePublicOne()
    {
        Bench bench{m_theme};
        bench.button("accountWebhooks_1").click();
        bench.button("addresses_1Copy_replies").click();
        QCOMPARE(QGuiApplication::clipboard()->text(),
            QStringLiteral("http://127.0.0.1:1/hook/k/replies"));
        auto* edit = bench.page.findChild<QLineEdit*>(QStringLiteral("addresses_1Public"));
        bench.desk.failure =
            Error{ErrorKind::Rejected, QStringLiteral("public-url: not a web address")};
        edit->setText(QStringLiteral("nonsense"));
        bench.button("addresses_1Keep").click();
        QTRY_VERIFY(bench.said("addresses_1Said").contains(QLatin1String{"no web address"}));
        edit->setText(QStringLiteral("https://texts.example"));
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE(bench.desk.publicUrl, QStringLiteral("https://texts.example"));
        bench.button("addresses_1Copy_replies").click();
        QCOMPARE(QGuiApplication::clipboard()->text(),
            QStringLiteral("https://texts.example/hook/k/replies"));
    }
    void removingAsksAndSaysWhatStays()
    {
        Bench bench{m_theme};
        bench.prompt.answerNext(false);
        bench.button("accountRemove_1").click();
        QTRY_COMPARE(bench.prompt.asked().size(), 1);
        QVERIFY(bench.desk.log.isEmpty());
        bench.prompt.answerNext(true);
        bench.desk.failure = Error{ErrorKind::SecretUnavailable, QStringLiteral("left-behind")};
        bench.button("accountRemove_1").click();
        QTRY_VERIFY(bench.said("accountsSaid").contains(QLatin1String{"kept its token"}));
        bench.prompt.answerNext(true);
        bench.button("accountRemove_1").click();
        QTRY_VERIFY(bench.said("accountsSaid").contains(QLatin1String{"stay readable"}));
    }
};

TEXTDESK_TEST(tst_accountspage, TestAccountsPage)
#include "tst_accountspage.moc"
