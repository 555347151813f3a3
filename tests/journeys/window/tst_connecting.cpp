// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A real account by the wizard: every refusal at its field, its addresses, its page, its secret, a
// text through it and a restart.
#include "app/models/roles.h"
#include "tests/journeys/window/windowbench.h"
#include "tests/support/testregistry.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestConnecting final : public QObject {
    Q_OBJECT
private:
    static constexpr int patience{30'000};
    std::unique_ptr<WindowBench> m_bench;
    std::unique_ptr<PracticeService> m_service;

    QLineEdit& field(const char* name) { return m_bench->part<QLineEdit>(name); }
    QString token() const { return m_service->token().revealString(); }
    void fill(const QString& name, const QString& secret, const QString& address)
    {
        field("accountName").setText(name);
        field("accountEmail").setText(m_service->email());
        field("accountToken").setText(secret);
        field("accountAddress").setText(address);
        m_bench->part<QAbstractButton>("connectSubmit").click();
    }
    void connectOffice()
    {
        fill(QStringLiteral("Office"), token(), m_service->baseUrl());
        QTRY_VERIFY_WITH_TIMEOUT(
            m_bench->part<QWidget>("wizardDone").isVisibleTo(&m_bench->window()), patience);
        QCOMPARE(m_bench->window().place(), QStringLiteral("wizard"));
    }

private slots:
    void init()
    {
        m_bench = std::make_unique<WindowBench>();
        m_service = std::make_unique<PracticeService>(m_bench->clock(), m_bench->http());
        QVERIFY(m_service->start().has_value());
        m_bench->part<QAbstractButton>("connectAccount").click();
    }
    void cleanup()
    {
        m_bench->stop();
        m_service.reset();
        m_bench.reset();
    }

    void everyRefusalIsSaidAtItsField()
    {
        fill(QStringLiteral("Office"), QStringLiteral("wrong"), m_service->baseUrl());
        QTRY_VERIFY(
            m_bench->said("accountTokenProblem").contains(QStringLiteral("did not accept")));
        QVERIFY(field("accountToken").hasFocus());
        fill(QStringLiteral("Office"), token(), QStringLiteral("http://127.0.0.1:9/"));
        QTRY_VERIFY(
            m_bench->said("accountAddressProblem").contains(QStringLiteral("Nobody answers")));
        fill(QStringLiteral("Office"), token(), QStringLiteral("http://sms.example/app/"));
        QTRY_VERIFY(
            m_bench->said("accountAddressProblem").contains(QStringLiteral("not encrypted")));
        QCOMPARE(m_bench->window().place(), QStringLiteral("wizard"));
        QVERIFY(m_bench->said("connectProblem").isEmpty());
    }
    void theWizardShowsTheAddressesOfTheProviderSide()
    {
        connectOffice();
        QVERIFY(m_bench->said("wizardIncoming").contains(QStringLiteral("every 1 minute")));
        const QString replies{m_bench->said("wizardAddressesAddress_replies")};
        QVERIFY2(replies.startsWith(QStringLiteral("http://127.0.0.1:"))
                && replies.contains(QStringLiteral("/hook/"))
                && replies.endsWith(QStringLiteral("/replies")),
            qPrintable(replies));
        m_bench->part<QAbstractButton>("wizardAddressesCopy_reports").click();
        QVERIFY(QGuiApplication::clipboard()->text().endsWith(QStringLiteral("/reports")));
        field("wizardAddressesPublic").setText(QStringLiteral("no address"));
        m_bench->part<QAbstractButton>("wizardAddressesKeep").click();
        QTRY_VERIFY(
            m_bench->said("wizardAddressesSaid").contains(QStringLiteral("no web address")));
        field("wizardAddressesPublic").setText(QStringLiteral("https://texts.school.example/in/"));
        m_bench->part<QAbstractButton>("wizardAddressesKeep").click();
        QTRY_VERIFY(m_bench->said("wizardAddressesAddress_replies")
                        .startsWith(QStringLiteral("https://texts.school.example/in/hook/")));
        // A text still goes out through the account whose setting changed.
        m_bench->part<QAbstractButton>("wizardDone").click();
        QCOMPARE(m_bench->window().place(), QStringLiteral("inbox"));
        m_bench->compose(QStringLiteral("082 000 0030"), QStringLiteral("Hello"));
        QTRY_COMPARE(m_bench->messages(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->state(0) >= DeliveryState::Accepted, patience);
    }
    void anAccountIsPausedTestedAndRemovedOnItsPage()
    {
        connectOffice();
        m_bench->part<QAbstractButton>("wizardDone").click();
        m_bench->window().goTo(QStringLiteral("accounts"));
        m_bench->part<QAbstractButton>("accountPause_1").click();
        QTRY_VERIFY(m_bench->said("accountState_1").contains(QStringLiteral("paused")));
        m_bench->part<QAbstractButton>("accountTest_1").click();
        QTRY_VERIFY(m_bench->said("accountSaid_1").contains(QStringLiteral("works")));
        QTRY_VERIFY(m_bench->said("accountState_1").contains(QStringLiteral("works")));
        m_bench->prompt().answerNext(true);
        m_bench->part<QAbstractButton>("accountRemove_1").click();
        QTRY_COMPARE(m_bench->window().place(), QStringLiteral("start"));
        QVERIFY(m_bench->prompt().asked().last().contains(QStringLiteral("Remove Office?")));
    }
    void aTokenIsReplacedWithProof()
    {
        connectOffice();
        m_bench->window().goTo(QStringLiteral("credentials"));
        QVERIFY(m_bench->said("credentialAge_1_token").contains(QStringLiteral("0 of 90 day")));
        m_bench->part<QAbstractButton>("credentialReplace_1_token").click();
        field("credentialValue_1_token").setText(QStringLiteral("not the token"));
        m_bench->part<QAbstractButton>("credentialProve_1_token").click();
        QTRY_VERIFY(m_bench->said("credentialSaid_1_token")
                        .contains(QStringLiteral("The old one stays in use")));
        field("credentialValue_1_token").setText(token());
        m_bench->part<QAbstractButton>("credentialProve_1_token").click();
        QTRY_VERIFY(m_bench->said("credentialSaid_1_token").contains(QStringLiteral("in use")));
        QTRY_VERIFY(m_bench->part<QWidget>("credentialValue_1_token").isHidden()
            || !m_bench->part<QWidget>("credentialValue_1_token").isVisible());
        m_bench->part<QAbstractButton>("credentialCopy_1_token").click();
        QTRY_COMPARE(QGuiApplication::clipboard()->text(), token());
    }
    void aConnectedAccountSendsAndSurvivesARestart()
    {
        connectOffice();
        QVERIFY(field("accountToken").text().isEmpty());
        m_bench->part<QAbstractButton>("wizardDone").click();
        QCOMPARE(m_bench->window().place(), QStringLiteral("inbox"));
        m_bench->compose(QStringLiteral("082 000 0030"), QStringLiteral("Hello"));
        QTRY_COMPARE(m_bench->messages(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->state(0), DeliveryState::Accepted, patience);
        QCOMPARE(m_service->createdCount(), 1);

        m_bench->restart();
        QCOMPARE(m_bench->window().place(),
            QStringLiteral("inbox")); // never the start, even for a moment
        QTRY_COMPARE(m_bench->listedRows(), 1);
        m_bench->compose(QStringLiteral("082 000 0030"), QStringLiteral("Again"));
        QTRY_COMPARE(m_bench->messages(), 2);
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->state(1) >= DeliveryState::Accepted, patience);
        QCOMPARE(m_service->createdCount(), 2);
    }
    void aNameIsTakenOnce()
    {
        connectOffice();
        m_bench->window().goTo(QStringLiteral("settings"));
        m_bench->part<QAbstractButton>("addAccount").click();
        m_bench->part<QAbstractButton>("connectAccount").click();
        fill(QStringLiteral("office"), token(), m_service->baseUrl());
        QTRY_VERIFY(m_bench->said("accountNameProblem").contains(QStringLiteral("another name")));
        QVERIFY(field("accountName").hasFocus());
        // Given up and begun anew, the form forgets what was said.
        m_bench->part<QAbstractButton>("connectCancel").click();
        m_bench->part<QAbstractButton>("connectAccount").click();
        QVERIFY(m_bench->said("accountNameProblem").isEmpty());
        QVERIFY(field("accountToken").text().isEmpty());
    }
};

TEXTDESK_TEST(tst_connecting, TestConnecting)
#include "tst_connecting.moc"
