// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What goes wrong with a text, in the window: said in words, in place, with a way on.
#include "app/models/roles.h"
#include "tests/journeys/window/windowbench.h"
#include "tests/support/testregistry.h"
#include "ui/shell/mainwindow.h"
#include "ui/thread/composeedit.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/chiprow.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;

class TestTroubles final : public QObject {
    Q_OBJECT
private:
    static constexpr int patience{30'000};
    std::unique_ptr<WindowBench> m_bench;

    ComposeEdit& text() { return m_bench->part<ComposeEdit>("composeEdit"); }

private slots:
    void init()
    {
        m_bench = std::make_unique<WindowBench>();
        m_bench->practise();
    }
    void cleanup() { m_bench.reset(); }

    void aStopClosesThePerson()
    {
        m_bench->compose(QStringLiteral("082 000 0013"), QStringLiteral("Photo day is Thursday"));
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->messages(), 2, patience);
        QCOMPARE(m_bench->message(1).data(MessageTextRole).toString(), QStringLiteral("STOP"));
        QTRY_VERIFY(
            m_bench->said("meterWarning").contains(QStringLiteral("asked not to be texted")));
        QTest::keyClicks(&text(), QStringLiteral("But"));
        QVERIFY(!m_bench->part<QAbstractButton>("sendButton").isEnabled());
        QTest::keyClick(&text(), Qt::Key_Return);
        QCOMPARE(m_bench->messages(), 2);
    }
    void aFailureSaysWhyAndCanBeSentAgain()
    {
        m_bench->compose(QStringLiteral("082 000 0011"), QStringLiteral("Hello"));
        QTRY_COMPARE(m_bench->messages(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->state(0), DeliveryState::Failed, patience);
        QVERIFY2(m_bench->meta(0).contains(QStringLiteral(
                     "Not delivered: the network could not deliver it · Send again")),
            qPrintable(m_bench->meta(0)));
        auto& chips = *m_bench->window().findChild<ChipRow*>();
        QTRY_COMPARE(
            chips.chip(QStringLiteral("failed"))->accessibleName(), QStringLiteral("Failed 1"));
        m_bench->click(0, MessageAct::SendAgain);
        QTRY_COMPARE(m_bench->messages(), 2);
        QCOMPARE(m_bench->state(0), DeliveryState::Failed);
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->state(1), DeliveryState::Failed, patience);
        QCOMPARE(m_bench->prompt().asked(), QStringList{}); // it certainly did not arrive
    }
    void anUnknownOutcomeIsThePersonsChoice()
    {
        m_bench->compose(QStringLiteral("082 000 0017"), QStringLiteral("Perhaps"));
        QTRY_COMPARE(m_bench->messages(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->state(0), DeliveryState::Unknown, patience);
        QVERIFY(m_bench->meta(0).contains(QStringLiteral("Perhaps sent: ")));
        QVERIFY(m_bench->meta(0).endsWith(QStringLiteral("It was sent · Send again…")));
        m_bench->prompt().answerNext(false);
        m_bench->click(0, MessageAct::SendAnyway);
        QCOMPARE(m_bench->prompt().asked(), QStringList{QStringLiteral("Send this text again?")});
        QCOMPARE(m_bench->state(0), DeliveryState::Unknown);
        // Released, it is sent at once and cut off once more.
        m_bench->watchStates();
        m_bench->prompt().answerNext(true);
        m_bench->click(0, MessageAct::SendAnyway);
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->states().size() >= 3, patience);
        QCOMPARE(m_bench->states().at(1), DeliveryState::Queued);
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->state(0), DeliveryState::Unknown, patience);
        m_bench->click(0, MessageAct::WasSent);
        QTRY_COMPARE(m_bench->state(0), DeliveryState::Accepted);
        QCOMPARE(m_bench->prompt().asked().size(), 2);
    }
    void withoutCreditTheAccountPausesAndABannerLeadsOn()
    {
        m_bench->compose(QStringLiteral("082 000 0022"), QStringLiteral("Hello"));
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->window().banners().count(), 1, patience);
        auto* banner = m_bench->window().banners().findChild<Banner*>();
        QVERIFY(banner->what().contains(QStringLiteral("no credit left")));
        QTRY_COMPARE(m_bench->state(0), DeliveryState::Queued);
        QVERIFY2(m_bench->meta(0).contains(QStringLiteral("Waiting: the account has no credit")),
            qPrintable(m_bench->meta(0)));
        // Topped up by one press it goes out; the next one waits again.
        banner->findChild<QAbstractButton*>(QStringLiteral("bannerAction"))->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->window().banners().count(), 0, patience);
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->state(0), DeliveryState::Delivered, patience);
        m_bench->compose(QStringLiteral("082 000 0022"), QStringLiteral("Once more"));
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->window().banners().count(), 1, patience);
        QTRY_COMPARE(m_bench->state(1), DeliveryState::Queued);
        m_bench->click(1, MessageAct::TakeBack);
        QTRY_COMPARE(text().toPlainText(), QStringLiteral("Once more"));
        QCOMPARE(m_bench->messages(), 1);
    }
    void whatIsWrongIsSaidInItsPlace()
    {
        auto& to = m_bench->part<QLineEdit>("toField");
        m_bench->compose(QStringLiteral("12"), QStringLiteral("Hello"));
        QTRY_VERIFY(m_bench->said("toProblem").contains(QStringLiteral("too short")));
        QVERIFY(to.hasFocus());
        QCOMPARE(text().toPlainText(), QStringLiteral("Hello"));
        m_bench->part<ComposeEdit>("composeEdit").clear();
        m_bench->compose(QStringLiteral("the office"), QStringLiteral("Hello"));
        QTRY_VERIFY(m_bench->said("toProblem").contains(QStringLiteral("not a phone number")));
        to.clear();
        QTest::keyClicks(&to, QStringLiteral("082 000 0030"));
        QVERIFY(m_bench->said("toProblem").isEmpty());
        text().setPlainText(QStringLiteral("bell\u0007"));
        QTest::keyClick(&text(), Qt::Key_Return);
        QTRY_VERIFY(m_bench->said("meterWarning").contains(QStringLiteral("control characters")));
        QVERIFY(m_bench->said("toProblem").isEmpty());
        QCOMPARE(m_bench->window().banners().count(), 0);
        text().setPlainText(QString{4001, u'x'});
        QVERIFY(!m_bench->said("meterWarning").contains(QStringLiteral("control characters")));
        QTest::keyClick(&text(), Qt::Key_Return);
        QTRY_VERIFY(m_bench->said("meterWarning").contains(QStringLiteral("4,000")));
        QCOMPARE(m_bench->listedRows(), 0);
    }
    void tabLeadsFromTheNumberToTheTextToSend()
    {
        auto& to = m_bench->part<QLineEdit>("toField");
        QTest::keyClicks(&to, QStringLiteral("082 000 0030"));
        QTest::keyClick(&to, Qt::Key_Tab);
        QVERIFY(text().hasFocus());
        QTest::keyClicks(&text(), QStringLiteral("Hello"));
        QTest::keyClick(&text(), Qt::Key_Tab);
        auto& send = m_bench->part<QAbstractButton>("sendButton");
        QVERIFY(send.hasFocus());
        QTest::keyClick(&send, Qt::Key_Tab);
        QVERIFY(m_bench->part<QAbstractButton>("cancelNewConversation").hasFocus());
    }
};

TEXTDESK_TEST(tst_troubles, TestTroubles)
#include "tst_troubles.moc"
