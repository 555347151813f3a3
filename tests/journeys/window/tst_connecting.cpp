// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A real account by its form: every refusal at its field, then a text through it, then a restart.
#include "app/models/roles.h"
#include "tests/journeys/window/windowbench.h"
#include "tests/support/testregistry.h"

#include <QAbstractButton>
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
        QCOMPARE(m_bench->window().place(), QStringLiteral("start"));
        QVERIFY(m_bench->said("connectProblem").isEmpty());
    }
    void aConnectedAccountSendsAndSurvivesARestart()
    {
        fill(QStringLiteral("Office"), token(), m_service->baseUrl());
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->window().place(), QStringLiteral("inbox"), patience);
        QVERIFY(field("accountToken").text().isEmpty());
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
        fill(QStringLiteral("Office"), token(), m_service->baseUrl());
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->window().place(), QStringLiteral("inbox"), patience);
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
