// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The system tells the window to end: nothing is cut off that can come back, nothing is begun, and
// the next start knows where everything stands.
#include "app/storage/messagetable.h"
#include "tests/journeys/cli/clidesk.h"
#include "tests/journeys/window/windowbench.h"
#include "tests/support/testregistry.h"
#include "ui/orderlyend.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

#include <csignal>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;

class TestOrderlyEnd final : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<CliDesk> m_desk;
    std::unique_ptr<WindowBench> m_window;
    std::unique_ptr<VerbHost> m_host;
    std::unique_ptr<OrderlyEnd> m_end;

    [[nodiscard]] CliAnswer run(const char* call) { return m_desk->run(words(call)); }
    [[nodiscard]] DeliveryState stateOfNewest()
    {
        const auto rows = MessageTable::newest(m_window->engine().database().reader(), {}, {}, 1);
        return rows.empty() ? DeliveryState::Draft : rows.front().state;
    }

private slots:
    void init()
    {
        m_desk = std::make_unique<CliDesk>();
        m_window = std::make_unique<WindowBench>();
        m_desk->useFolder(m_window->profile());
        m_host = std::make_unique<VerbHost>(m_window->engine(), m_window->services(),
            HostManners{u"textdesk"_s, u"env"_s, true, true});
        QVERIFY(m_host->open());
        m_host->ready(Done{});
        m_end = std::make_unique<OrderlyEnd>(m_window->engine(), *m_host, m_window->clock());
        QVERIFY(m_desk->addDesk());
        QTRY_COMPARE(m_window->window().place(), u"inbox"_s);
    }
    void cleanup()
    {
        m_end.reset();
        m_host.reset();
        m_window.reset();
        m_desk.reset();
    }

    void withNothingToDoItIsOver()
    {
        QSignalSpy ready{m_end.get(), &OrderlyEnd::ready};
        m_end->begin();
        QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, 2000);
    }
    void whatIsOnItsWayComesBack()
    {
        // The practice service answers this number after seconds.
        const auto send = m_desk->start(
            words("send --account desk --to +27820000025 --to +27820000030 --message x --json"));
        QTRY_VERIFY_WITH_TIMEOUT(!m_desk->recipients().isEmpty(), 20000);
        QSignalSpy ready{m_end.get(), &OrderlyEnd::ready};
        m_end->begin();
        QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, 8000);
        for (const Message& message :
            MessageTable::newest(m_window->engine().database().reader(), {}, {}, 10)) {
            QVERIFY(message.state != DeliveryState::Submitting);
        }
        (void)send->waitForEnd();
    }
    void whatNeverAnswersIsInDoubtAtTheNextStart()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        m_desk->setVariable(u"TEXTDESK_SECRET_MUTE_TOKEN"_s, u"any"_s);
        QCOMPARE(m_desk
                     ->run(words("account add --provider zoomconnect --name mute --no-proof --set "
                                 "email=a@example.org --set")
                         << u"base-url=http://127.0.0.1:%1/"_s.arg(silent.serverPort()))
                     .code,
            0);
        const auto send = m_desk->start(words("send --account mute --to +27820000030 --message x"));
        QTRY_COMPARE_WITH_TIMEOUT(stateOfNewest(), DeliveryState::Submitting, 20000);
        QSignalSpy ready{m_end.get(), &OrderlyEnd::ready};
        m_end->begin();
        QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, 8000);
        QCOMPARE(stateOfNewest(), DeliveryState::Submitting);
        m_end.reset();
        m_host.reset();
        m_window->restart();
        QTRY_COMPARE(stateOfNewest(), DeliveryState::Unknown);
        QCOMPARE(send->waitForEnd(), 5);
    }
    void askedTwiceItEndsAtOnce()
    {
        QSignalSpy ready{m_end.get(), &OrderlyEnd::ready};
        const auto listen = m_desk->start(words("listen"));
        QVERIFY(!listen->nextLine().isEmpty());
        m_end->begin();
        m_end->begin();
        QTRY_COMPARE(ready.size(), 1);
    }

    // The real program, from the first of its event loops on.
    void theProgramHeedsEachSignal_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("Ctrl+C") << SIGINT;
        QTest::newRow("a service manager") << SIGTERM;
    }
    void theProgramHeedsEachSignal()
    {
        QFETCH(const int, signal);
        const QTemporaryDir profile;
        QProcess program;
        program.setProcessChannelMode(QProcess::MergedChannels);
        program.start(
            QStringLiteral(TEXTDESK_BINARY_DIR "/bin/textdesk"), {u"--profile"_s, profile.path()});
        QVERIFY(program.waitForStarted());
        const QString socket{profile.filePath(u"textdesk.lock"_s)};
        QTRY_VERIFY_WITH_TIMEOUT(
            QFile::exists(socket) && QFile::exists(profile.filePath(u"textdesk.db-wal"_s)), 20000);
        QCOMPARE(::kill(pid_t(program.processId()), signal), 0);
        QTRY_COMPARE_WITH_TIMEOUT(program.state(), QProcess::NotRunning, 20000);
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QVERIFY2(program.exitCode() == 0, program.readAll().constData());
        QVERIFY2(!QFile::exists(profile.filePath(u"textdesk.db-wal"_s)), "folded into the file");
        QVERIFY(!QFile::exists(socket));
    }
};

TEXTDESK_TEST(tst_orderlyend, TestOrderlyEnd)
#include "tst_orderlyend.moc"
