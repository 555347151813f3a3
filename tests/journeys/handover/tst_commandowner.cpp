// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Real textdesk-cli processes on one profile that no window has.
#include "tests/journeys/cli/clidesk.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QTcpServer>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;

class TestCommandOwner final : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<CliDesk> m_desk;

    [[nodiscard]] CliAnswer run(const char* call) { return m_desk->run(words(call)); }

    // An account whose provider takes every request and never answers.
    [[nodiscard]] bool addMute(QTcpServer& silent)
    {
        m_desk->setVariable(u"TEXTDESK_SECRET_MUTE_TOKEN"_s, u"any"_s);
        return silent.listen(QHostAddress::LocalHost)
            && m_desk
                   ->run(words("account add --provider zoomconnect --name mute --no-proof --set "
                               "email=a@example.org --set")
                       << u"base-url=http://127.0.0.1:%1/"_s.arg(silent.serverPort()))
                   .code
            == 0;
    }

    // The listener polls that provider too, so a connection there says nothing.
    [[nodiscard]] bool isUnderWay()
    {
        return QTest::qWaitFor(
            [this] {
                return run("outbox list --json").only()["state"_L1].toString() == u"submitting"_s;
            },
            20000);
    }

private slots:
    void init()
    {
        m_desk = std::make_unique<CliDesk>();
        QVERIFY(m_desk->addDesk());
    }
    void cleanup()
    {
        QCOMPARE(m_desk->leaks(), QStringList{});
        m_desk.reset();
    }

    void manyStartsAtOnceSendEachTextOnce()
    {
        std::vector<std::unique_ptr<CliProcess>> sends;
        QStringList wanted;
        for (int i{0}; i < 8; ++i) {
            const QString number{u"+2782000003%1"_s.arg(i)};
            wanted.append(number);
            sends.push_back(m_desk->start(words("send --account desk --message x --to") << number));
        }
        for (const auto& send : sends) {
            QCOMPARE(send->waitForEnd(), 0);
        }
        QStringList reached{m_desk->recipients()};
        reached.sort();
        QCOMPARE(reached.size(), wanted.size());
        QCOMPARE(run("messages list --json").array().size(), 8);
    }
    void twoRunsOfOneQueueSendEachRowOnce()
    {
        m_desk->setVariable(u"TEXTDESK_SECRET_DESK_TOKEN"_s, u"rotated-away"_s);
        QStringList call{words("send --account desk --message x")};
        for (int i{0}; i < 6; ++i) {
            call << u"--to"_s << u"+2782000003%1"_s.arg(i);
        }
        QCOMPARE(m_desk->run(call).code, 3);
        QCOMPARE(m_desk->recipients().size(), 0);
        m_desk->setVariable(u"TEXTDESK_SECRET_DESK_TOKEN"_s, QLatin1String{CliDesk::token});

        const auto one = m_desk->start(words("outbox run"));
        const auto two = m_desk->start(words("outbox run"));
        QCOMPARE(one->waitForEnd(), 0);
        QCOMPARE(two->waitForEnd(), 0);
        QCOMPARE(m_desk->recipients().size(), 6);
    }
    void aListenerLetsOthersIn()
    {
        const auto listen = m_desk->start(words("listen --port 0"));
        QVERIFY(listen->nextLine().startsWith("http://"));
        QCOMPARE(run("send --account desk --to +27820000030 --message Hello").code, 0);
        QCOMPARE(m_desk->recipients().size(), 1);
        const CliAnswer other{
            m_desk->raw(words("account list --secrets keychain --profile") << m_desk->profile())};
        QCOMPARE(other.code, 2);
        QVERIFY2(other.err.contains("textdesk-cli uses this profile"), other.err.constData());
        QCOMPARE(listen->stop(), 0);
    }
    void aSecondListenerSharesTheFirst()
    {
        const auto first = m_desk->start(words("listen --port 0"));
        const QByteArray address{first->nextLine()};
        const auto second = m_desk->start(words("listen"));
        QCOMPARE(second->nextLine(), address);
        QCOMPARE(first->stop(), 0);
        QCOMPARE(second->waitForEnd(), 1);
        QVERIFY(second->nextNote().contains("has ended"));
    }
    void aKilledOwnerIsSucceeded()
    {
        const auto listen = m_desk->start(words("listen --port 0"));
        QVERIFY(!listen->nextLine().isEmpty());
        listen->kill();
        QVERIFY(QFile::exists(m_desk->profile() + u"/textdesk.sock"_s));
        QCOMPARE(run("send --account desk --to +27820000030 --message Hello").code, 0);
        QCOMPARE(m_desk->recipients().size(), 1);
        QVERIFY2(!QFile::exists(m_desk->profile() + u"/textdesk.sock"_s), "left tidy");
    }
    void anOwnerKilledInTheMiddleIsSaidAndNothingIsRepeated()
    {
        QTcpServer silent;
        QVERIFY(addMute(silent));
        const auto owner = m_desk->start(words("listen --port 0"));
        QVERIFY(!owner->nextLine().isEmpty());
        const auto send =
            m_desk->start(words("send --account mute --to +27820000030 --message x --json"));
        QVERIFY(isUnderWay());

        owner->kill();

        QCOMPARE(send->waitForEnd(), 5);
        const QByteArray said{send->nextNote()};
        QVERIFY2(said.contains("owner-gone"), said.constData());
        QCOMPARE(run("outbox run").code, 5);
        QCOMPARE(run("outbox list --json").only()["state"_L1].toString(), u"unknown"_s);
    }
    void whatLastsWaitsForAShortOwner()
    {
        QTcpServer silent;
        QVERIFY(addMute(silent));
        const auto shortOne = m_desk->start(words("balance --account mute"));
        QTRY_VERIFY_WITH_TIMEOUT(silent.hasPendingConnections(), 20000);
        const auto listen = m_desk->start(words("listen --port 0"));
        QVERIFY(listen->nextNote().contains("Waiting for the other textdesk-cli"));
        QCOMPARE(shortOne->stop(), 1);
        QVERIFY(listen->nextLine().startsWith("http://"));
        QCOMPARE(listen->stop(), 0);
    }
    void anEndIsToldToGuestsToo()
    {
        QTcpServer silent;
        QVERIFY(addMute(silent));
        const auto owner = m_desk->start(words("listen --port 0"));
        QVERIFY(!owner->nextLine().isEmpty());
        const auto guest =
            m_desk->start(words("send --account mute --to +27820000030 --message x"));
        QVERIFY(isUnderWay());

        QCOMPARE(owner->stop(), 0);

        QCOMPARE(guest->waitForEnd(), 5);
        QVERIFY(guest->nextLine().contains("submitting"));
        QCOMPARE(run("outbox run").code, 5);
        QCOMPARE(run("outbox list --json").only()["state"_L1].toString(), u"unknown"_s);
    }
    void aStoppedRunTakesNothingMoreUp()
    {
        // One person's texts go out one after the other, and this one's provider takes its time.
        m_desk->setVariable(u"TEXTDESK_SECRET_DESK_TOKEN"_s, u"rotated-away"_s);
        for (const char* text : {"a", "b", "c"}) {
            QVERIFY(m_desk
                        ->run(words("send --account desk --to +27820000025 --message")
                            << QString::fromLatin1(text))
                        .code
                != 0);
        }
        m_desk->setVariable(u"TEXTDESK_SECRET_DESK_TOKEN"_s, QLatin1String{CliDesk::token});
        const auto outbox = m_desk->start(words("outbox run"));
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->recipients().size(), 1, 20000);

        QCOMPARE(outbox->stop(), 1);

        QCOMPARE(m_desk->recipients().size(), 1);
        QCOMPARE(run("outbox list --json").array().size(), 2);
    }
};

TEXTDESK_TEST(tst_commandowner, TestCommandOwner)
#include "tst_commandowner.moc"
