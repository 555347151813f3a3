// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window has the profile, and real textdesk-cli processes work on it: what they do is on the
// screen at once, and nothing is sent twice or lost.
#include "app/cli/verbhost.h"
#include "app/models/roles.h"
#include "app/storage/messagetable.h"
#include "tests/journeys/cli/clidesk.h"
#include "tests/journeys/window/windowbench.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QTcpServer>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;

class TestWindowOwner final : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<CliDesk> m_desk;
    std::unique_ptr<WindowBench> m_window;
    std::unique_ptr<VerbHost> m_host;

    [[nodiscard]] CliAnswer run(const char* call, const QByteArray& input = {})
    {
        return m_desk->run(words(call), input);
    }
    void openTheDoor()
    {
        m_host = std::make_unique<VerbHost>(m_window->engine(), m_window->services(),
            HostManners{u"textdesk"_s, u"env"_s, true, true});
        QVERIFY(m_host->open());
        m_host->ready(Done{});
    }
    [[nodiscard]] std::vector<Message> stored()
    {
        return MessageTable::newest(m_window->engine().database().reader(), {}, {}, 1000);
    }
    // An account whose provider takes every request and never answers.
    [[nodiscard]] bool addMute(const QTcpServer& silent)
    {
        m_desk->setVariable(u"TEXTDESK_SECRET_MUTE_TOKEN"_s, u"any"_s);
        return m_desk
                   ->run(words("account add --provider zoomconnect --name mute --no-proof --set "
                               "email=a@example.org --set")
                       << u"base-url=http://127.0.0.1:%1/"_s.arg(silent.serverPort()))
                   .code
            == 0;
    }

private slots:
    void init()
    {
        m_desk = std::make_unique<CliDesk>();
        m_window = std::make_unique<WindowBench>();
        m_desk->useFolder(m_window->profile());
        openTheDoor();
        QVERIFY2(m_desk->addDesk(), "a command adds an account to the open window");
        QTRY_COMPARE(m_window->window().place(), u"inbox"_s);
    }
    void cleanup()
    {
        QCOMPARE(m_desk->leaks(), QStringList{});
        m_host.reset();
        m_window.reset();
        m_desk.reset();
    }

    void twentySendsAreOnScreenAndGoOutOnce()
    {
        QCOMPARE(run("send --account desk --to +27820000030 --message first").code, 0);
        QTRY_COMPARE(m_window->listedRows(), 1);
        m_window->window().openConversation(stored().front().conversation);
        QTRY_COMPARE(m_window->messages(), 1);

        std::vector<std::unique_ptr<CliProcess>> sends;
        for (int i{1}; i <= 20; ++i) {
            sends.push_back(m_desk->start(
                words("send --account desk --to +27820000030 --message") << u"text-%1"_s.arg(i)));
        }
        for (const auto& send : sends) {
            QCOMPARE(send->waitForEnd(), 0);
        }

        QTRY_COMPARE(m_window->messages(), 21);
        QStringList shown;
        for (int i{0}; i < 21; ++i) {
            shown.append(m_window->message(i).data(MessageTextRole).toString());
        }
        QStringList sent;
        const QJsonArray ledger = m_desk->practice(u"ledger"_s).array();
        for (const QJsonValue& entry : ledger) {
            sent.append(entry["message"_L1].toString());
            QCOMPARE(entry["createCalls"_L1].toInt(), 1);
        }
        for (int i{1}; i <= 20; ++i) {
            QCOMPARE(shown.count(u"text-%1"_s.arg(i)), 1);
            QCOMPARE(sent.count(u"text-%1"_s.arg(i)), 1);
        }
        QCOMPARE(sent.size(), 21);
    }
    void wordsFilesAndInputAreTheCallers()
    {
        const QString file{m_desk->write(u"text.txt"_s, "from a file\n")};
        QCOMPARE(
            m_desk->run(words("send --account desk --to +27820000031 --message-file") << file).code,
            0);
        QCOMPARE(
            run("send --account desk --to +27820000031 --message-file -", "from input").code, 0);
        const CliAnswer missing{
            run("send --account desk --to +27820000031 --message-file not-there.txt")};
        QCOMPARE(missing.code, 2);
        QVERIFY2(missing.err.contains("not-there.txt"), missing.err.constData());
        const QString large{m_desk->write(u"large.txt"_s, QByteArray{1024 * 1024 + 1, 'x'})};
        const CliAnswer refused{
            m_desk->run(words("send --account desk --to +27820000031 --message-file") << large)};
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.err.contains("1 MiB"), refused.err.constData());

        const auto rows = stored();
        QCOMPARE(rows.size(), size_t{2});
        QCOMPARE(rows[1].text, u"from a file"_s);
        QCOMPARE(rows[0].text, u"from input"_s);
    }
    void readingVerbsReadTheSameStore()
    {
        QCOMPARE(run("send --account desk --to +27820000030 --message Hello").code, 0);
        QCOMPARE(run("messages list --json").array().size(), 1);
        QCOMPARE(run("search hello --json").array().size(), 1);
        QCOMPARE(run("conversations --json").array().size(), 1);
        QCOMPARE(run("account list --json").array().size(), 1);
        QVERIFY(run("balance --account desk").out.contains("credit"));
        QCOMPARE(run("sync").code, 0);
        QCOMPARE(run("messages show 1").code, 1);
        QCOMPARE(run("outbox run").code, 0);
    }
    void waitingForDeliveryWorks()
    {
        const CliAnswer sent{
            run("send --account desk --to +27820000030 --message x --wait 20 --json")};
        QCOMPARE(sent.code, 0);
        QCOMPARE(sent.only()["state"_L1].toString(), u"delivered"_s);
    }
    void listeningTellsTheWindowsAddress()
    {
        QTRY_VERIFY(m_window->engine().listener().isListening());
        const auto listen = m_desk->start(words("listen --json"));
        const QString address{QString::fromUtf8(listen->nextLine())};
        QCOMPARE(address, u"http://127.0.0.1:%1"_s.arg(m_window->engine().listener().port()));
        QCOMPARE(m_desk->post(address + u"/hook/nobody/replies"_s, "a=b"), 404);
        QVERIFY(!listen->nextLine().isEmpty());
        QCOMPARE(listen->stop(), 0);
        QVERIFY(m_window->engine().listener().isListening());
    }
    void anotherStoreOfSecretsIsRefusedWithTheReason()
    {
        const CliAnswer refused{m_desk->raw(words("send --account desk --to +27820000030 --message "
                                                  "x --secrets keychain --profile")
            << m_desk->profile())};
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.err.contains("secrets of 'env'"), refused.err.constData());
        QVERIFY(stored().empty());
        const CliAnswer without{m_desk->raw(words("account list --profile") << m_desk->profile())};
        QCOMPARE(without.code, 0);
    }
    void aStoppedCommandLosesNothing()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        QVERIFY(addMute(silent));
        const auto send = m_desk->start(words("send --account mute --to +27820000030 --message x"));
        QTRY_VERIFY_WITH_TIMEOUT(
            !stored().empty() && stored().front().state == DeliveryState::Submitting, 20000);
        QCOMPARE(send->stop(), 5);
        QVERIFY(send->nextNote().contains("goes out without this command"));
        QCOMPARE(stored().size(), size_t{1});
        QTRY_VERIFY(m_host->isEmpty());
    }
    void aKilledCommandLosesNothing()
    {
        // This number's provider takes its time.
        const auto send =
            m_desk->start(words("send --account desk --to +27820000025 --message slow"));
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->recipients().size(), 1, 20000);
        send->kill();
        QTRY_VERIFY(m_host->isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(stored().front().state == DeliveryState::Accepted
                || isFinal(stored().front().state) || stored().front().state == DeliveryState::Sent,
            20000);
        QCOMPARE(m_desk->recipients().size(), 1);
    }
    void aWindowThatClosesIsSaid()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        QVERIFY(addMute(silent));
        const auto send =
            m_desk->start(words("send --account mute --to +27820000030 --message x --json"));
        QTRY_VERIFY_WITH_TIMEOUT(
            !stored().empty() && stored().front().state == DeliveryState::Submitting, 20000);
        m_host.reset();
        m_window->stop();
        QCOMPARE(send->waitForEnd(), 5);
        const QByteArray said{send->nextNote()};
        QVERIFY2(said.contains("owner-gone") && said.contains("before you send"), said.constData());
        // The next command is the owner itself, and nothing goes out a second time by itself.
        QCOMPARE(run("outbox list --json").only()["state"_L1].toString(), u"submitting"_s);
        m_window->start();
    }
};

TEXTDESK_TEST(tst_windowowner, TestWindowOwner)
#include "tst_windowowner.moc"
