// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The owner of a profile and its guests in one process, on a real socket: what a guest hears, and
// what a stranger, a slow one and one who vanishes can do.
#include "app/cli/handover.h"
#include "app/cli/verbhost.h"
#include "app/net/httpclient.h"
#include "app/platform/ownerplace.h"
#include "app/providers/zoomconnect/zoomconnect.h"
#include "app/secrets/memorysecrets.h"
#include "tests/support/manualclock.h"
#include "tests/support/testregistry.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;

class TestVerbHost final : public QObject {
    Q_OBJECT
private:
    struct Guest final {
        Guest(Clock& clock, const QString& folder, const OwnerRequest& request)
            : handOver{clock, [this](FromOwner stream, const QByteArray& bytes) {
                           (stream == FromOwner::Output ? out : err) += bytes;
                       }}
        {
            QObject::connect(&handOver, &HandOver::finished, &handOver,
                [this](const HandedOver& outcome) { outcomes.push_back(outcome); });
            handOver.ask(folder, request);
        }
        [[nodiscard]] bool isDone() const { return !outcomes.empty(); }
        HandOver handOver;
        QByteArray out;
        QByteArray err;
        std::vector<HandedOver> outcomes;
    };

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<HttpClient> m_http;
    MemorySecrets m_secrets;
    ProviderRegistry m_registry;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<VerbHost> m_host;

    [[nodiscard]] EngineServices services() { return {*m_clock, *m_http, m_secrets, m_registry}; }
    void host(const HostManners& manners, bool ready = true)
    {
        m_host = std::make_unique<VerbHost>(*m_engine, services(), manners);
        QVERIFY(m_host->open());
        if (ready) {
            m_host->ready(Done{});
        }
    }
    [[nodiscard]] static HostManners window() { return {u"textdesk"_s, u"keychain"_s, true, true}; }
    [[nodiscard]] std::unique_ptr<Guest> ask(const QStringList& words, CallerGoods goods = {})
    {
        return std::make_unique<Guest>(
            *m_clock, m_folder->path(), OwnerRequest{false, {}, words, std::move(goods)});
    }
    [[nodiscard]] std::unique_ptr<QLocalSocket> stranger(const QByteArray& bytes)
    {
        auto socket = std::make_unique<QLocalSocket>();
        socket->connectToServer(ownerSocketName(m_folder->path()));
        socket->write(bytes);
        return socket;
    }
    [[nodiscard]] static QStringList addWords()
    {
        return u"account add --provider zoomconnect --name Office --no-proof --secret token --set "
               "base-url=http://127.0.0.1:9/ --set email=a@example.org --json"_s.split(u' ');
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock = std::make_unique<ManualClock>();
        m_http = std::make_unique<HttpClient>(*m_clock);
        m_registry = ProviderRegistry{};
        m_registry.add(zoomConnectKind());
        auto engine = Engine::open(m_folder->path(), services());
        QVERIFY(engine);
        m_engine = std::move(*engine);
    }
    void cleanup()
    {
        m_host.reset();
        m_engine.reset();
    }

    void aVerbIsCarriedOutHere()
    {
        host(window());
        const auto list = ask({u"account"_s, u"list"_s, u"--json"_s});
        QTRY_VERIFY(list->isDone());
        QVERIFY(list->outcomes[0].how == HandedOver::How::Ended);
        QCOMPARE(list->outcomes[0].exitCode, 0);
        QCOMPARE(list->out, QByteArray{"[]\n"});
        QTRY_VERIFY(m_host->isEmpty());
    }
    void errorsGoToTheCallersErrors()
    {
        host(window());
        const auto show = ask({u"messages"_s, u"show"_s, u"12"_s});
        QTRY_VERIFY(show->isDone());
        QCOMPARE(show->outcomes[0].exitCode, 1);
        QCOMPARE(show->out, QByteArray{});
        QVERIFY2(show->err.contains("no such message"), show->err.constData());
    }
    void aSecretTravelsByLineAndIsKeptHere()
    {
        host(window());
        CallerGoods goods;
        goods.lines = {u"planted-4711"_s};
        const auto add = ask(addWords(), goods);
        QTRY_VERIFY(add->isDone());
        QVERIFY2(add->outcomes[0].exitCode == 0, add->err.constData());
        QCOMPARE(m_engine->accounts().all().size(), size_t{1});
        QVERIFY(!add->out.contains("planted") && !add->err.contains("planted"));
    }
    void whoComesEarlyWaitsForTheAccounts()
    {
        host(window(), false);
        const auto list = ask({u"account"_s, u"list"_s});
        QTRY_VERIFY(!m_host->isEmpty());
        QVERIFY(!list->handOver.hasBegun());
        m_host->ready(Done{});
        QTRY_VERIFY(list->isDone());
        QCOMPARE(list->outcomes[0].exitCode, 0);
    }
    void accountsThatCannotBeReadAreSaid()
    {
        host(window(), false);
        const auto list = ask({u"account"_s, u"list"_s});
        QTRY_VERIFY(!m_host->isEmpty());
        m_host->ready(fail(ErrorKind::Storage, u"damaged"_s));
        QTRY_VERIFY(list->isDone());
        QVERIFY(list->outcomes[0].refusal.why == OwnerRefusal::Broken);
    }
    void anotherStoreOfSecretsIsRefused()
    {
        host(window());
        const auto other = ask({u"account"_s, u"list"_s, u"--secrets"_s, u"env"_s});
        QTRY_VERIFY(other->isDone());
        QVERIFY(other->outcomes[0].how == HandedOver::How::Refused);
        QVERIFY(other->outcomes[0].refusal.why == OwnerRefusal::OtherSecrets);
        QCOMPARE(other->outcomes[0].refusal.detail, u"keychain"_s);
        const auto same = ask({u"account"_s, u"list"_s, u"--secrets=keychain"_s});
        QTRY_VERIFY(same->isDone());
        QCOMPARE(same->outcomes[0].exitCode, 0);
    }
    void anOwnerThatEndsSoonTakesNothingThatLasts_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<bool>("taken");
        QTest::newRow("listen") << u"listen"_s << false;
        QTest::newRow("run") << u"outbox run"_s << false;
        QTest::newRow("waiting") << u"send --account A --to 1 --message x --wait 9"_s << false;
        QTest::newRow("a look") << u"outbox list"_s << true;
        QTest::newRow("a text") << u"send --account A --to 1 --message x"_s << true;
    }
    void anOwnerThatEndsSoonTakesNothingThatLasts()
    {
        QFETCH(QString, words);
        QFETCH(bool, taken);
        host({u"textdesk-cli"_s, u"env"_s, false, false});
        const auto guest = ask(words.split(u' '));
        QTRY_VERIFY(guest->isDone());
        QCOMPARE(guest->outcomes[0].how == HandedOver::How::Ended, taken);
        if (!taken) {
            QVERIFY(guest->outcomes[0].refusal.why == OwnerRefusal::Later);
            QCOMPARE(guest->outcomes[0].refusal.program, u"textdesk-cli"_s);
        }
    }
    void aListenerTellsItsAddressAndEndsWithTheOwner()
    {
        host(window());
        ListenerOptions options;
        (void)m_engine->listener().start(options);
        QTRY_VERIFY(m_engine->listener().isListening());
        const QByteArray address{
            "http://127.0.0.1:" + QByteArray::number(m_engine->listener().port()) + '\n'};

        const auto guest = ask({u"listen"_s});
        QTRY_COMPARE(guest->out, address);
        const auto elsewhere = ask({u"listen"_s, u"--port"_s, u"1"_s});
        QTRY_VERIFY(elsewhere->isDone());
        QCOMPARE(elsewhere->outcomes[0].exitCode, 2);
        QVERIFY2(elsewhere->err.contains(address.trimmed()), elsewhere->err.constData());

        m_host.reset();
        QTRY_VERIFY(guest->isDone());
        QCOMPARE(guest->outcomes[0].exitCode, 1);
        QVERIFY2(guest->err.contains("What came in is stored"), guest->err.constData());
        QVERIFY(m_engine->listener().isListening());
    }
    void aListenerStopsWhenItIsTold()
    {
        host(window());
        (void)m_engine->listener().start({});
        QTRY_VERIFY(m_engine->listener().isListening());
        const auto guest = ask({u"listen"_s});
        QTRY_VERIFY(!guest->out.isEmpty());
        guest->handOver.stop();
        QTRY_VERIFY(guest->isDone());
        QCOMPARE(guest->outcomes[0].exitCode, 0);
        QVERIFY2(m_engine->listener().isListening(), "the owner goes on listening");
    }
    void aGuestWhoVanishesLeavesNothingBehind()
    {
        host(window());
        (void)m_engine->listener().start({});
        QTRY_VERIFY(m_engine->listener().isListening());
        auto guest = ask({u"listen"_s});
        QTRY_VERIFY(!guest->out.isEmpty());
        QVERIFY(!m_host->isEmpty());
        guest.reset();
        QTRY_VERIFY(m_host->isEmpty());
    }
    void anOwnerThatVanishesIsNoticed()
    {
        host(window());
        (void)m_engine->listener().start({});
        QTRY_VERIFY(m_engine->listener().isListening());
        // Something with no words of its own for the owner's end: it waits for an answer.
        const auto guest = ask({u"listen"_s, u"--for"_s, u"9"_s});
        QTRY_VERIFY(guest->handOver.hasBegun());
        m_host.reset();
        QTRY_VERIFY(guest->isDone());
        const auto nobody = ask({u"account"_s, u"list"_s});
        QTRY_VERIFY(nobody->isDone());
        QVERIFY(nobody->outcomes[0].how == HandedOver::How::NotReached);
    }
    void theWindowIsAskedFor()
    {
        host(window());
        QSignalSpy raised{m_host.get(), &VerbHost::raiseAsked};
        Guest second{*m_clock, m_folder->path(), OwnerRequest{true, u"token-7"_s, {}, {}}};
        QTRY_VERIFY(second.isDone());
        QVERIFY(second.outcomes[0].how == HandedOver::How::Ended);
        QCOMPARE(raised.size(), 1);
        QCOMPARE(raised[0][0].toString(), u"token-7"_s);
    }
    void aCommandHasNoWindow()
    {
        host({u"textdesk-cli"_s, u"env"_s, false, true});
        Guest second{*m_clock, m_folder->path(), OwnerRequest{true, {}, {}, {}}};
        QTRY_VERIFY(second.isDone());
        QVERIFY(second.outcomes[0].refusal.why == OwnerRefusal::NoWindow);
        QCOMPARE(second.outcomes[0].refusal.pid, QCoreApplication::applicationPid());
    }

    void nonsenseHarmsNobody_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto request = [](const QStringList& words) {
            return requestBytes({false, {}, words, {}});
        };
        QTest::newRow("HTTP") << QByteArray{"GET / HTTP/1.1\r\n\r\n"};
        QTest::newRow("no JSON") << frameBytes(1, "}{");
        QTest::newRow("deep") << frameBytes(1, QByteArray{2000000, '['});
        QTest::newRow("unknown type") << frameBytes(9, {});
        QTest::newRow("an owner's word") << frameBytes(19, "0");
        QTest::newRow("stop before anything") << frameBytes(2, {});
        QTest::newRow("no command") << frameBytes(1, request({}));
        QTest::newRow("unknown command") << frameBytes(1, request({u"format"_s, u"disk"_s}));
        QTest::newRow("needs no profile") << frameBytes(1, request({u"practice"_s, u"serve"_s}));
        QTest::newRow("later protocol") << frameBytes(1, R"({"protocol":99})");
        QTest::newRow("two at once") << frameBytes(1, request({u"outbox"_s, u"list"_s}))
                + frameBytes(1, request({u"outbox"_s, u"list"_s}));
        QTest::newRow("too large") << QByteArray{"\x00\x50\x00\x00\x01", 5};
    }
    void nonsenseHarmsNobody()
    {
        QFETCH(QByteArray, bytes);
        host(window());
        const auto bad = stranger(bytes);
        QTRY_COMPARE(bad->state(), QLocalSocket::UnconnectedState);
        const auto good = ask({u"account"_s, u"list"_s, u"--json"_s});
        QTRY_VERIFY(good->isDone());
        QCOMPARE(good->out, QByteArray{"[]\n"});
        QTRY_VERIFY(m_host->isEmpty());
    }
    void whoSaysNothingIsLetGo()
    {
        host(window());
        const auto mute = stranger(frameBytes(1, "half").chopped(2));
        QTRY_VERIFY(!m_host->isEmpty());
        m_clock->advance(std::chrono::seconds{9});
        QVERIFY(!m_host->isEmpty());
        m_clock->advance(std::chrono::seconds{2});
        QTRY_COMPARE(mute->state(), QLocalSocket::UnconnectedState);
        QTRY_VERIFY(m_host->isEmpty());
    }
};

TEXTDESK_TEST(tst_verbhost, TestVerbHost)
#include "tst_verbhost.moc"
