// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A start of the window on a profile that another process has.
#include "app/cli/verbhost.h"
#include "app/net/httpclient.h"
#include "app/secrets/memorysecrets.h"
#include "tests/journeys/cli/clidesk.h"
#include "tests/support/testregistry.h"
#include "tests/support/ui/widgetwalk.h"
#include "ui/activation.h"
#include "ui/takeover.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;

class TestTakeover final : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<CliDesk> m_desk;
    SystemClock m_clock;
    HttpClient m_http{m_clock};
    MemorySecrets m_secrets;
    ProviderRegistry m_registry;
    Theme m_theme{*qApp};
    std::unique_ptr<Takeover> m_second;

    [[nodiscard]] EngineServices services() { return {m_clock, m_http, m_secrets, m_registry}; }
    [[nodiscard]] Result<std::unique_ptr<Engine>> open()
    {
        return Engine::open(m_desk->profile(), services());
    }
    void startSecond()
    {
        m_second = std::make_unique<Takeover>(TakeoverServices{
            m_clock, m_theme, m_desk->profile(), u"token-1"_s, [this] { return open(); }});
        m_second->start();
    }
    [[nodiscard]] QString said() const
    {
        QString text;
        for (const QLabel* label : m_second->screen()->findChildren<QLabel*>()) {
            text += label->text() + u' ';
        }
        return text;
    }

private slots:
    void init() { m_desk = std::make_unique<CliDesk>(); }
    void cleanup()
    {
        m_second.reset();
        m_desk.reset();
    }

    void aSecondWindowRaisesTheFirst()
    {
        const auto engine = open();
        QVERIFY(engine);
        VerbHost host{**engine, services(), {u"textdesk"_s, u"keychain"_s, true, true}};
        QVERIFY(host.open());
        QSignalSpy raised{&host, &VerbHost::raiseAsked};

        startSecond();
        QSignalSpy decided{m_second.get(), &Takeover::decided};

        QTRY_COMPARE(decided.size(), 1);
        QVERIFY(m_second->end() == Takeover::End::ShownElsewhere);
        QVERIFY2(m_second->screen() == nullptr, "nothing flashed up");
        QCOMPARE(raised.size(), 1);
        QCOMPARE(raised[0][0].toString(), u"token-1"_s);
    }
    void aHiddenWindowComesToTheFront()
    {
        QWidget window;
        window.showMinimized();
        bringToFront(window, u"token-2"_s);
        QVERIFY(window.isVisible() && !window.isMinimized());
        QCOMPARE(qEnvironmentVariable("XDG_ACTIVATION_TOKEN"), u"token-2"_s);
        QCOMPARE(activationToken(), u"token-2"_s);
        qunsetenv("XDG_ACTIVATION_TOKEN");
    }
    void aCommandIsNamedAndWaitedFor()
    {
        const auto listen = m_desk->start(words("listen --port 0"));
        QVERIFY(!listen->nextLine().isEmpty());

        startSecond();
        QTRY_VERIFY(m_second->screen() && m_second->screen()->isVisible());
        QVERIFY2(
            said().contains(u"textdesk-cli (process %1)"_s.arg(listen->pid())), qPrintable(said()));
        QCOMPARE(namelessWidgets(*m_second->screen()), QStringList{});
        QCOMPARE(richLabels(*m_second->screen()), QStringList{});
        m_second->screen()->findChild<QAbstractButton*>()->click();
        QVERIFY2(m_second->screen()->isVisible(), "trying again changes nothing yet");

        QSignalSpy decided{m_second.get(), &Takeover::decided};
        QCOMPARE(listen->stop(), 0);
        QTRY_COMPARE(decided.size(), 1);
        QVERIFY(m_second->end() == Takeover::End::Opened);
        QVERIFY(m_second->takeEngine() != nullptr);
        QVERIFY(!m_second->screen()->isVisible());
    }
    void aProfileThatIsHeldInSilenceIsWaitedForToo()
    {
        auto engine = open();
        QVERIFY(engine);
        startSecond();
        QTRY_VERIFY_WITH_TIMEOUT(m_second->screen() && m_second->screen()->isVisible(), 20000);
        QVERIFY2(said().contains(u"does not answer"_s), qPrintable(said()));
        engine->reset();
        m_second->screen()->findChild<QAbstractButton*>()->click();
        QTRY_VERIFY(m_second->end() == Takeover::End::Opened);
    }
    void thePersonMayGiveUp()
    {
        auto engine = open();
        startSecond();
        QTRY_VERIFY_WITH_TIMEOUT(m_second->screen(), 20000);
        QSignalSpy decided{m_second.get(), &Takeover::decided};
        m_second->screen()->close();
        QTRY_COMPARE(decided.size(), 1);
        QVERIFY(m_second->end() == Takeover::End::GivenUp);
    }
    void aKilledOwnerIsSucceeded()
    {
        const auto listen = m_desk->start(words("listen --port 0"));
        QVERIFY(!listen->nextLine().isEmpty());
        startSecond();
        QTRY_VERIFY(m_second->screen());
        QSignalSpy decided{m_second.get(), &Takeover::decided};
        listen->kill();
        QTRY_COMPARE_WITH_TIMEOUT(decided.size(), 1, 20000);
        QVERIFY(m_second->end() == Takeover::End::Opened);
    }
};

TEXTDESK_TEST(tst_takeover, TestTakeover)
#include "tst_takeover.moc"
