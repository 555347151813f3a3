// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The wizard: the form that a provider declares, a proof that can be stopped, a place for the token
// where there is none, and the addresses at the end.
#include "tests/support/testregistry.h"
#include "tests/support/ui/widgetwalk.h"
#include "tests/ui/accounts/fakeaccounts.h"
#include "ui/accounts/wizardpage.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestWizardPage final : public QObject {
    Q_OBJECT
    Theme m_theme{*qApp};

    struct Bench final {
        explicit Bench(Theme& theme)
            : page{theme, desk, keeping}
        {
            page.resize(900, 700);
            page.show();
        }
        QLineEdit& field(const char* name)
        {
            return *page.findChild<QLineEdit*>(QLatin1String{name});
        }
        void click(const char* name)
        {
            page.findChild<QAbstractButton*>(QLatin1String{name})->click();
        }
        QString said(const char* name)
        {
            const auto* label = page.findChild<QLabel*>(QLatin1String{name});
            return !label || label->isHidden() ? QString{} : label->text();
        }
        bool shows(const char* name)
        {
            const auto* part = page.findChild<QWidget*>(QLatin1String{name});
            return part && part->isVisible();
        }
        void fill()
        {
            field("accountName").setText(QStringLiteral("Office "));
            field("accountEmail").setText(QStringLiteral("me@school.example"));
            field("accountToken").setText(QStringLiteral("not-a-real-token"));
        }
        FakeAccountDesk desk;
        FakeKeepingDesk keeping;
        WizardPage page;
    };

private slots:
    void theFormNamesAllThatIsMissing()
    {
        Bench bench{m_theme};
        bench.field("accountAddress").setText(QStringLiteral("service.example"));
        bench.click("connectSubmit");
        for (const char* problem :
            {"accountNameProblem", "accountEmailProblem", "accountTokenProblem"}) {
            QVERIFY(!bench.said(problem).isEmpty());
        }
        QVERIFY(bench.said("accountAddressProblem").contains(QLatin1String{"https://"}));
        QVERIFY(bench.desk.log.isEmpty());
        QTest::keyClicks(&bench.field("accountName"), QStringLiteral("Office"));
        QVERIFY(bench.said("accountNameProblem").isEmpty());
        QCOMPARE(namelessWidgets(bench.page), QStringList{});
        QCOMPARE(richLabels(bench.page), QStringList{});
    }
    void aGoodFormConnectsShowsTheAddressesAndForgetsTheToken()
    {
        Bench bench{m_theme};
        QSignalSpy done{&bench.page, &WizardPage::done};
        QCOMPARE(bench.field("accountToken").echoMode(), QLineEdit::Password);
        bench.fill();
        QTest::keyClick(&bench.field("accountToken"), Qt::Key_Return);
        QTRY_VERIFY(bench.shows("wizardDone"));
        QCOMPARE(bench.desk.last.name, QStringLiteral("Office"));
        QCOMPARE(bench.desk.last.settings.value(QStringLiteral("region")), QStringLiteral("ZA"));
        QCOMPARE(bench.desk.last.settings.value(QStringLiteral("base-url")),
            QStringLiteral("https://service.example/app/"));
        QVERIFY(!bench.desk.last.settings.contains(QStringLiteral("token")));
        QCOMPARE(bench.desk.last.secrets.value(QStringLiteral("token")).revealString(),
            QStringLiteral("not-a-real-token"));
        QVERIFY(bench.field("accountToken").text().isEmpty());
        QCOMPARE(bench.said("wizardIncoming"), QStringLiteral("Every minute."));
        QCOMPARE(namelessWidgets(bench.page), QStringList{});
        bench.click("wizardDone");
        QCOMPARE(done.count(), 1);
        QCOMPARE(done.first().first().value<AccountId>(), AccountId{8});
    }
    void everyRefusalStandsAtItsField_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("detail");
        QTest::addColumn<QByteArray>("where");
        QTest::newRow("token") << int(ErrorKind::Unauthorized) << QString{}
                               << QByteArray{"accountTokenProblem"};
        QTest::newRow("name") << int(ErrorKind::Rejected) << QStringLiteral("name-taken")
                              << QByteArray{"accountNameProblem"};
        QTest::newRow("nobody") << int(ErrorKind::Offline) << QString{}
                                << QByteArray{"accountAddressProblem"};
        QTest::newRow("slow") << int(ErrorKind::Timeout) << QString{}
                              << QByteArray{"connectProblem"};
        QTest::newRow("fault") << int(ErrorKind::ServerFault) << QString{}
                               << QByteArray{"connectProblem"};
    }
    void everyRefusalStandsAtItsField()
    {
        QFETCH(int, kind);
        QFETCH(QString, detail);
        QFETCH(QByteArray, where);
        Bench bench{m_theme};
        bench.fill();
        bench.field("accountAddress").setText(QStringLiteral("https://elsewhere.example/app/"));
        bench.desk.failure = Error{ErrorKind(kind), detail};
        bench.click("connectSubmit");
        QTRY_VERIFY(!bench.said(where.constData()).isEmpty());
        QCOMPARE(bench.field("accountToken").text(), QStringLiteral("not-a-real-token"));
        bench.click("connectSubmit");
        QTRY_VERIFY(bench.shows("wizardDone"));
    }
    void withoutANetworkTheUsualAddressIsNotBlamed()
    {
        Bench bench{m_theme};
        bench.fill();
        bench.desk.failure = Error{ErrorKind::Offline};
        bench.click("connectSubmit");
        QTRY_VERIFY(bench.said("connectProblem").contains(QStringLiteral("no connection")));
        QVERIFY(bench.said("connectProblem").contains(QStringLiteral("Nothing was stored")));
        QCOMPARE(bench.said("accountAddressProblem"), QString{});
        QVERIFY(
            bench.page.findChild<QAbstractButton*>(QStringLiteral("connectSubmit"))->hasFocus());
    }
    void leavingKeepsWhatWasTypedButTheToken()
    {
        Bench bench{m_theme};
        bench.fill();
        bench.page.hide(); // another place of the rail
        bench.page.resume();
        bench.page.show();
        QCOMPARE(bench.field("accountName").text(), QStringLiteral("Office "));
        QCOMPARE(bench.field("accountEmail").text(), QStringLiteral("me@school.example"));
        QCOMPARE(bench.field("accountToken").text(), QString{});
        bench.click("connectCancel");
        bench.page.resume();
        QCOMPARE(bench.field("accountEmail").text(), QStringLiteral("me@school.example"));
        // A connected account begins anew.
        bench.field("accountToken").setText(QStringLiteral("not-a-real-token"));
        bench.click("connectSubmit");
        QTRY_VERIFY(bench.shows("wizardDone"));
        bench.page.resume();
        QCOMPARE(bench.field("accountEmail").text(), QString{});
    }
    void aProofUnderWayShowsItselfAndCanBeStopped()
    {
        Bench bench{m_theme};
        bench.fill();
        bench.desk.holds = true;
        bench.click("connectSubmit");
        QCOMPARE(bench.said("connectProgress"), QStringLiteral("Asking the service…"));
        QVERIFY(bench.field("accountEmail").isReadOnly());
        QSignalSpy cancelled{&bench.page, &WizardPage::cancelled};
        bench.click("connectCancel");
        QTRY_VERIFY(!bench.field("accountEmail").isReadOnly());
        QCOMPARE(cancelled.count(), 0); // stopped, not left
        QVERIFY(bench.said("connectProblem").isEmpty());
        QCOMPARE(bench.field("accountToken").text(), QStringLiteral("not-a-real-token"));
        bench.click("connectCancel");
        QCOMPARE(cancelled.count(), 1);
        QVERIFY(bench.field("accountToken").text().isEmpty());
    }
    void withoutAKeychainAPassphraseKeepsTheToken()
    {
        Bench bench{m_theme};
        bench.fill();
        bench.desk.failure = Error{ErrorKind::SecretUnavailable, QStringLiteral("no-backend")};
        bench.click("connectSubmit");
        QTRY_VERIFY(bench.shows("keepingPanel"));
        QVERIFY(bench.said("keepingTitle").contains(QLatin1String{"no keychain"}));
        bench.click("keepingMain");
        bench.field("keepingPassphrase").setText(QStringLiteral("correct horse"));
        bench.field("keepingPassphraseAgain").setText(QStringLiteral("correct horse"));
        bench.click("keepingMain");
        QTRY_VERIFY(bench.shows("wizardDone"));
        QCOMPARE(bench.desk.log.size(), 2); // once more with what was typed
        QCOMPARE(bench.keeping.log, QStringList{QStringLiteral("make")});
    }
    void anotherProviderHasAnotherForm()
    {
        Bench bench{m_theme};
        auto* choice = bench.page.findChild<QComboBox*>(QStringLiteral("accountProvider"));
        choice->setCurrentIndex(1);
        emit choice->activated(1);
        QVERIFY(bench.page.findChild<QLineEdit*>(QStringLiteral("account_colour")));
        QVERIFY(!bench.page.findChild<QLineEdit*>(QStringLiteral("accountToken")));
        bench.click("connectSubmit");
        QVERIFY(!bench.said("account_colourProblem").isEmpty());
    }
};

TEXTDESK_TEST(tst_wizardpage, TestWizardPage)
#include "tst_wizardpage.moc"
