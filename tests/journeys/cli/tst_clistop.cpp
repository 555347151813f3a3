// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl+C and SIGTERM: what is under way may come back, and the exit code tells the truth.
#include "tests/journeys/cli/clidesk.h"
#include "tests/support/testregistry.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <csignal>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;

class TestCliStop final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_desk = std::make_unique<CliDesk>();
        QVERIFY(m_desk->addDesk());
        m_silent = std::make_unique<QTcpServer>();
        QVERIFY(m_silent->listen(QHostAddress::LocalHost));
    }
    void cleanup()
    {
        QCOMPARE(m_desk->leaks(), QStringList{});
        m_silent.reset();
        m_desk.reset();
    }
    void whatIsUnderWayComesBack();
    void whatWaitsIsAFailure();
    void whatHasNoAnswerIsInDoubt();
    void theSecondSignalEndsAtOnce();
    void aRunWaitsToo();
    void waitingForDeliveryEndsAtOnce();
    void anotherCommandIsCancelled();
    void whatLastsEndsWell_data();
    void whatLastsEndsWell();

private:
    // An account whose provider takes every request and never answers.
    [[nodiscard]] bool addMute()
    {
        m_desk->setVariable(u"TEXTDESK_SECRET_MUTE_TOKEN"_s, u"any"_s);
        const QString base{u"base-url=http://127.0.0.1:%1/"_s.arg(m_silent->serverPort())};
        return m_desk
                   ->run(words("account add --provider zoomconnect --name mute --no-proof --set "
                               "email=a@example.org --set")
                       << base)
                   .code
            == 0;
    }
    [[nodiscard]] bool isAsked() const
    {
        return QTest::qWaitFor([this] { return m_silent->hasPendingConnections(); }, 20000);
    }
    [[nodiscard]] static QJsonArray rowsOf(CliProcess& process)
    {
        return QJsonDocument::fromJson(process.nextLine()).array();
    }
    std::unique_ptr<CliDesk> m_desk;
    std::unique_ptr<QTcpServer> m_silent;
};

void TestCliStop::whatIsUnderWayComesBack()
{
    const auto send =
        m_desk->start(words("send --account desk --to +27820000025 --message slow --json"));
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->recipients().size(), 1, 20000);

    QCOMPARE(send->stop(), 0);

    const QJsonArray rows = rowsOf(*send);
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows[0]["state"_L1].toString(), u"accepted"_s);
    QCOMPARE(m_desk->run(words("outbox list --json")).out, QByteArray{"[]\n"});
}

void TestCliStop::whatWaitsIsAFailure()
{
    const auto send = m_desk->start(
        words("send --account desk --to +27820000025 --to +27820000018 --message x --json"));
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->recipients().size(), 1, 20000);

    QCOMPARE(send->stop(), 1);

    const QJsonArray rows = rowsOf(*send);
    QCOMPARE(rows[0]["state"_L1].toString(), u"accepted"_s);
    QCOMPARE(rows[1]["state"_L1].toString(), u"queued"_s);
}

void TestCliStop::whatHasNoAnswerIsInDoubt()
{
    QVERIFY(addMute());
    const auto send =
        m_desk->start(words("send --account mute --to +27820000030 --message x --json"));
    QVERIFY(isAsked());

    QCOMPARE(send->stop(), 5);

    QCOMPARE(rowsOf(*send)[0]["state"_L1].toString(), u"submitting"_s);
    // The next run takes it for doubtful and never sends it again by itself.
    QCOMPARE(m_desk->run(words("outbox run")).code, 5);
    QCOMPARE(m_desk->run(words("outbox list --json")).only()["state"_L1].toString(), u"unknown"_s);
}

void TestCliStop::theSecondSignalEndsAtOnce()
{
    QVERIFY(addMute());
    const auto send = m_desk->start(words("send --account mute --to +27820000030 --message x"));
    QVERIFY(isAsked());

    send->terminate();
    QVERIFY(send->nextNote().contains("stop again"));
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(send->stop(), 5);

    QVERIFY2(timer.elapsed() < 4000, "no waiting any more");
    QCOMPARE(send->nextLine(), QByteArray{});
}

void TestCliStop::aRunWaitsToo()
{
    m_desk->setVariable(u"TEXTDESK_SECRET_DESK_TOKEN"_s, u"rotated-away"_s);
    QCOMPARE(m_desk->run(words("send --account desk --to +27820000025 --message slow")).code, 3);
    m_desk->setVariable(u"TEXTDESK_SECRET_DESK_TOKEN"_s, QLatin1String{CliDesk::token});
    const auto finished = m_desk->start(words("outbox run --json"));
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->recipients().size(), 1, 20000);
    QCOMPARE(finished->stop(), 0);
    QCOMPARE(rowsOf(*finished)[0]["queued"_L1].toInt(-1), 0);

    QVERIFY(addMute());
    const auto send = m_desk->start(words("send --account mute --to +27820000030 --message x"));
    QVERIFY(isAsked());
    send->terminate();
    QVERIFY(!send->nextNote().isEmpty());
    QCOMPARE(send->stop(), 5);
    const QString id{m_desk->run(words("outbox list --json")).only()["id"_L1].toString()};
    // A stop left the row as submitting; a run recovers it, and a person releases it.
    QCOMPARE(m_desk->run(words("outbox run")).code, 5);
    QCOMPARE(m_desk->run(words("outbox settle --not-sent") << id).code, 0);
    delete m_silent->nextPendingConnection();
    const auto run = m_desk->start(words("outbox run --json"));
    QVERIFY(isAsked());
    QCOMPARE(run->stop(), 5);
}

void TestCliStop::waitingForDeliveryEndsAtOnce()
{
    const auto send = m_desk->start(
        words("send --account desk --to +27820000014 --message x --wait 2147483 --json"));
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->recipients().size(), 1, 20000);

    QCOMPARE(send->stop(), 0);

    QCOMPARE(rowsOf(*send).size(), 1);
}

void TestCliStop::anotherCommandIsCancelled()
{
    QVERIFY(addMute());
    const auto balance = m_desk->start(words("balance --account mute"));
    QVERIFY(isAsked());
    QCOMPARE(balance->stop(), 1);
    QVERIFY(balance->nextNote().contains("Stopped before it was done"));
}

void TestCliStop::whatLastsEndsWell_data()
{
    QTest::addColumn<QString>("call");
    QTest::addColumn<int>("signal");
    for (const auto& [name, signal] :
        {std::pair{"SIGTERM", SIGTERM}, {"SIGINT", SIGINT}, {"SIGHUP", SIGHUP}}) {
        for (const char* call : {"listen --port 0", "practice serve --port 0"}) {
            QTest::addRow("%s %s", call, name) << QString::fromLatin1(call) << signal;
        }
    }
}

void TestCliStop::whatLastsEndsWell()
{
    QFETCH(const QString, call);
    QFETCH(const int, signal);
    const auto lasting = m_desk->start(words(qPrintable(call)));
    QVERIFY(!lasting->nextLine().isEmpty());
    QCOMPARE(::kill(pid_t(lasting->pid()), signal), 0);
    QCOMPARE(lasting->waitForEnd(), 0);
    QVERIFY(!QFile::exists(m_desk->profile() + u"/textdesk.db-wal"_s));
}

TEXTDESK_TEST(tst_clistop, TestCliStop)
#include "tst_clistop.moc"
