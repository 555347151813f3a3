// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/practice/practiceservice.h"
#include "app/providers/zoomconnect/zoomconnect.h"
#include "tests/app/practice/webhookcatcher.h"
#include "tests/support/manualclock.h"
#include "tests/support/testregistry.h"

#include <QEventLoop>
#include <QJsonDocument>
#include <QTest>
#include <QTimer>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// The provider over real HTTP against every answer that the real service may turn out to give.
class TestPractice final : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void theWholeWayUnderEachVariant_data() { variants(); }
    void theWholeWayUnderEachVariant();
    void manyWithABadOneAmongThem_data();
    void manyWithABadOneAmongThem();
    void theServiceSpacesManyOut();
    void eachFilterFindsItsOwn_data();
    void eachFilterFindsItsOwn();
    void allPagesWhateverTheCut_data();
    void allPagesWhateverTheCut();
    void wrongCredentials_data();
    void wrongCredentials();
    void everyWayToSignIn_data();
    void everyWayToSignIn();
    void webhooksInEveryForm_data();
    void webhooksInEveryForm();

private:
    template <typename T> static Result<T> wait(Call<T>* call);
    static void variants();
    void make(const QMap<QString, QString>& settings, const SecretText& token);
    [[nodiscard]] bool set(const QByteArray& json);
    [[nodiscard]] static OutgoingText textTo(const QString& number, const QString& data = {});
    [[nodiscard]] Result<SendReceipt> send(const OutgoingText& text)
    {
        return wait(m_provider->sending()->send(text));
    }
    [[nodiscard]] Result<HistoryPage> page(const HistoryQuery& query)
    {
        return wait(m_provider->history()->page(query));
    }
    // Advances the service's time, so that what was sent is delivered and answered.
    void letTimePass() { m_clock->advance(1min); }

    std::unique_ptr<ManualClock> m_clock;
    SystemClock m_systemClock; // the client's: the service's time must not end its calls
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<PracticeService> m_service;
    std::unique_ptr<Provider> m_provider;
};

template <typename T> Result<T> TestPractice::wait(Call<T>* call)
{
    QEventLoop loop;
    Result<T> seen{fail(ErrorKind::Cancelled, u"test: never settled"_s)};
    call->then(&loop, [&](const Result<T>& result) {
        seen = result;
        loop.quit();
    });
    QTimer::singleShot(20s, &loop, &QEventLoop::quit);
    loop.exec();
    return seen;
}

void TestPractice::init()
{
    m_clock = std::make_unique<ManualClock>(QDateTime{{2026, 3, 2}, {9, 0}, Qt::UTC});
    m_http = std::make_unique<HttpClient>(m_systemClock);
    NetworkSettings direct;
    direct.proxyMode = ProxyMode::None;
    QVERIFY(m_http->apply(direct));
    m_service = std::make_unique<PracticeService>(*m_clock, *m_http);
    QVERIFY(m_service->start(0));
    make({}, m_service->token());
}

void TestPractice::cleanup()
{
    m_provider.reset();
    m_service.reset();
    m_http.reset();
}

void TestPractice::make(const QMap<QString, QString>& settings, const SecretText& token)
{
    ProviderRegistry registry;
    registry.add(zoomConnectKind());
    AccountConfig config{AccountId{1}, u"Desk"_s, u"zoomconnect"_s,
        {{u"base-url"_s, m_service->baseUrl()}, {u"email"_s, m_service->email()}}};
    config.settings.insert(settings);
    const SecretText key{m_service->webhookKey()};
    m_provider =
        registry.find(u"zoomconnect"_s)
            ->make(
                registry.withDefaults(config),
                [token, key](const QString& name) { return name == u"token"_s ? token : key; },
                ProviderServices{*m_http, *m_clock});
    QVERIFY(m_provider);
}

bool TestPractice::set(const QByteArray& json)
{
    PracticeVariant variant{m_service->variant()};
    const bool applied{applyToVariant(variant, QJsonDocument::fromJson(json).object())};
    m_service->setVariant(variant);
    return applied;
}

OutgoingText TestPractice::textTo(const QString& number, const QString& data)
{
    return {*Address::parse(number, u"ZA"_s), u"Hello & <b>100%</b> + \u00e9"_s, u"Spring"_s, data,
        std::nullopt};
}

void TestPractice::variants()
{
    QTest::addColumn<QByteArray>("variant");
    for (const char* variant :
        {R"({"dates":"epoch"})", R"({"dates":"iso"})", R"({"dates":"iso-no-zone"})",
            R"({"dates":"digits"})", R"({"scalars":"json"})", R"({"scalars":"bare"})",
            R"({"scalars":"quoted"})", R"({"ids":"string"})", R"({"ids":"number"})",
            R"({"numbers":"plus"})", R"({"numbers":"digits"})", R"({"order":"newest"})",
            R"({"order":"oldest"})", R"({"createStatus":201})", R"({"deleteStatus":200})",
            R"({"deleteStatus":204})", R"({"deletedInList":true})", R"({"partialNumbers":true})",
            R"({"pageCap":1})", R"({"toDayInclusive":false})",
            R"({"dates":"digits","ids":"number","numbers":"digits","scalars":"quoted","order":"oldest","createStatus":201,"deleteStatus":200})"}) {
        QTest::newRow(variant) << QByteArray{variant};
    }
}

void TestPractice::theWholeWayUnderEachVariant()
{
    QFETCH(QByteArray, variant);
    QVERIFY(set(variant));
    QVERIFY(wait(m_provider->proof()->prove()));
    const auto sent = send(textTo(u"0820000010"_s, u"mine#6ka3vevkbhfmh"_s));
    QVERIFY(sent);
    QVERIFY(!sent->providerId.isEmpty());
    letTimePass();
    const auto balance = wait(m_provider->balance()->balance());
    QVERIFY(balance);
    QCOMPARE(balance->amount, 999.0);

    const auto one = wait(m_provider->history()->one(sent->providerId));
    QVERIFY(one);
    const auto* seen = std::get_if<OutgoingSeen>(&*one);
    QVERIFY(seen);
    QCOMPARE(seen->report.providerId, sent->providerId);
    QCOMPARE(seen->report.state, DeliveryState::Delivered);
    QCOMPARE(seen->report.dataField, u"mine#6ka3vevkbhfmh"_s);
    QCOMPARE(seen->to.canonical(), u"+27820000010"_s);
    QCOMPARE(seen->text, u"Hello & <b>100%</b> + \u00e9"_s);
    QVERIFY(seen->at && qAbs(seen->at->ms - m_clock->nowMs()) < 120000);

    HistoryQuery incoming;
    incoming.incoming = true;
    const auto replies = page(incoming);
    QVERIFY(replies);
    QCOMPARE(replies->events.size(), size_t{1});
    const auto* reply = std::get_if<IncomingText>(&replies->events.front());
    QVERIFY(reply);
    QCOMPARE(reply->from.canonical(), u"+27820000010"_s);
    QCOMPARE(reply->read.value_or(true), false);
    QVERIFY(reply->at && qAbs(reply->at->ms - m_clock->nowMs()) < 120000);

    QVERIFY(wait(m_provider->history()->setRead(reply->providerId, true)));
    const auto read = wait(m_provider->history()->one(reply->providerId));
    QCOMPARE(std::get<IncomingText>(*read).read.value_or(false), true);
    QVERIFY(wait(m_provider->history()->setRead(reply->providerId, false)));
    QVERIFY(wait(m_provider->history()->remove(sent->providerId)));
    const auto missing = wait(m_provider->history()->remove(u"ffffffffffffffffffffffff"_s));
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind(), ErrorKind::NotFound);
}

void TestPractice::manyWithABadOneAmongThem_data()
{
    QTest::addColumn<QByteArray>("variant");
    QTest::addColumn<bool>("whole");
    for (const char* ids : {"string", "number"}) {
        for (const char* bad : {"entry", "whole"}) {
            const QString variant{u"{\"ids\":\"%1\",\"bulkBadEntry\":\"%2\"}"_s.arg(
                QLatin1String{ids}, QLatin1String{bad})};
            QTest::newRow(qPrintable(variant))
                << variant.toUtf8() << (QLatin1String{bad} == "whole"_L1);
        }
    }
}

void TestPractice::manyWithABadOneAmongThem()
{
    QFETCH(QByteArray, variant);
    QFETCH(bool, whole);
    QVERIFY(set(variant));
    // A foreign number that the service does not take, and one that it refuses by name.
    const std::vector<OutgoingText> texts{textTo(u"0820000040"_s), textTo(u"0820000020"_s),
        textTo(u"0820000041"_s), {Address::fromProvider(u"12345"_s, u"ZA"_s), u"x"_s, {}, {}, {}}};

    const auto sent = wait(m_provider->sending()->sendBulk(texts, 0));

    if (whole) {
        QVERIFY(!sent);
        QCOMPARE(sent.error().kind(), ErrorKind::Rejected);
        QVERIFY(!sent.error().mayHaveHappened());
        QCOMPARE(m_service->createdCount(), 0);
        return;
    }
    QVERIFY(sent);
    QCOMPARE(sent->size(), texts.size());
    QVERIFY((*sent)[0] && !(*sent)[1] && (*sent)[2] && !(*sent)[3]);
    QCOMPARE((*sent)[1].error().kind(), ErrorKind::Rejected);
    QCOMPARE(m_service->createdCount(), 2);
}

void TestPractice::theServiceSpacesManyOut()
{
    const std::vector<OutgoingText> texts{
        textTo(u"0820000040"_s), textTo(u"0820000041"_s), textTo(u"0820000042"_s)};
    const auto sent = wait(m_provider->sending()->sendBulk(texts, 1));
    QVERIFY(sent && sent->size() == 3);
    const auto stateOf = [this, &sent](size_t i) {
        const auto one = wait(m_provider->history()->one((*sent)[i]->providerId));
        return one ? std::get<OutgoingSeen>(*one).report.state : DeliveryState::Unknown;
    };
    QCOMPARE(stateOf(0), DeliveryState::Sent);
    QCOMPARE(stateOf(1), DeliveryState::Scheduled);
    m_clock->advance(70s);
    QCOMPARE(stateOf(1), DeliveryState::Delivered);
    QCOMPARE(stateOf(2), DeliveryState::Scheduled);
}

void TestPractice::eachFilterFindsItsOwn_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<int>("found");
    QTest::newRow("nothing asked") << QString{} << 5;
    QTest::newRow("incoming") << u"incoming"_s << 1;
    QTest::newRow("outgoing") << u"outgoing"_s << 4;
    QTest::newRow("status") << u"status"_s << 1;
    QTest::newRow("to") << u"to"_s << 1;
    QTest::newRow("from") << u"from"_s << 1;
    QTest::newRow("text") << u"text"_s << 5;
    QTest::newRow("campaign") << u"campaign"_s << 4;
    QTest::newRow("data") << u"data"_s << 1;
    QTest::newRow("sent today") << u"today"_s << 4;
    QTest::newRow("sent yesterday") << u"yesterday"_s << 0;
    QTest::newRow("received today") << u"received"_s << 1;
    QTest::newRow("unread") << u"unread"_s << 1;
    QTest::newRow("read") << u"read"_s << 0;
    QTest::newRow("deleted") << u"deleted"_s << 0;
    QTest::newRow("past the end") << u"past"_s << 0;
}

void TestPractice::eachFilterFindsItsOwn()
{
    QFETCH(QString, filter);
    for (const auto* number : {"0820000030", "0820000011", "0820000014", "0820000027"}) {
        QVERIFY(send(textTo(QString::fromLatin1(number), u"d#"_s + QString::fromLatin1(number))));
    }
    QVERIFY(m_service->injectReply(u"+27820000030"_s, u"Hello back"_s));
    letTimePass();
    const QDate today{2026, 3, 2};
    HistoryQuery query;
    const QHash<QString, std::function<void()>> asks{
        {u"incoming"_s, [&] { query.incoming = true; }},
        {u"outgoing"_s, [&] { query.incoming = false; }},
        {u"status"_s, [&] { query.status = u"DELIVERED"_s; }},
        {u"to"_s, [&] { query.toNumber = u"+27820000011"_s; }},
        {u"from"_s, [&] { query.fromNumber = u"+27820000030"_s; }},
        {u"text"_s, [&] { query.text = u"Hello"_s; }},
        {u"campaign"_s, [&] { query.campaign = u"Spring"_s; }},
        {u"data"_s, [&] { query.dataField = u"d#0820000014"_s; }},
        {u"today"_s, [&] { query.sentFrom = query.sentTo = today; }},
        {u"yesterday"_s, [&] { query.sentFrom = query.sentTo = today.addDays(-1); }},
        {u"received"_s, [&] { query.receivedFrom = query.receivedTo = today; }},
        {u"unread"_s,
            [&] {
                query.read = false;
                query.incoming = true;
            }},
        {u"read"_s,
            [&] {
                query.read = true;
                query.incoming = true;
            }},
        {u"deleted"_s, [&] { query.deleted = true; }}, {u"past"_s, [&] { query.page = 9; }}};
    if (asks.contains(filter)) {
        asks[filter]();
    }

    const auto answer = page(query);

    QVERIFY(answer);
    QTEST(int(answer->events.size()), "found");
    QCOMPARE(answer->unreadable, 0);
}

void TestPractice::allPagesWhateverTheCut_data()
{
    QTest::addColumn<QByteArray>("variant");
    QTest::addColumn<int>("pageSize");
    QTest::newRow("whole pages") << QByteArray{R"({"pageCap":0})"} << 10;
    QTest::newRow("one page") << QByteArray{R"({"pageCap":0})"} << 100;
    QTest::newRow("cut silently") << QByteArray{R"({"pageCap":7})"} << 100;
    QTest::newRow("cut, oldest first") << QByteArray{R"({"pageCap":3,"order":"oldest"})"} << 10;
}

void TestPractice::allPagesWhateverTheCut()
{
    QFETCH(QByteArray, variant);
    QFETCH(int, pageSize);
    QVERIFY(set(variant));
    std::vector<OutgoingText> texts;
    for (int i{100}; i < 123; ++i) {
        texts.push_back(textTo(u"+27820000%1"_s.arg(i)));
    }
    QVERIFY(wait(m_provider->sending()->sendBulk(texts, 0)));

    QSet<QString> seen;
    HistoryQuery query;
    query.pageSize = pageSize;
    for (; query.page < 30; ++query.page) {
        const auto answer = page(query);
        QVERIFY(answer);
        QCOMPARE(answer->page, query.page);
        if (answer->providerIds.empty()) {
            break;
        }
        for (const QString& id : answer->providerIds) {
            QVERIFY2(!seen.contains(id), "twice");
            seen.insert(id);
        }
    }
    QCOMPARE(seen.size(), qsizetype{23});
}

void TestPractice::wrongCredentials_data()
{
    QTest::addColumn<QByteArray>("variant");
    QTest::newRow("401") << QByteArray{R"({"authStatus":401})"};
    QTest::newRow("403") << QByteArray{R"({"authStatus":403})"};
}

void TestPractice::wrongCredentials()
{
    QFETCH(QByteArray, variant);
    QVERIFY(set(variant));
    make({}, SecretText::fromString(u"wrong"_s));
    QCOMPARE(wait(m_provider->proof()->prove()).error().kind(), ErrorKind::Unauthorized);
    const auto sent = send(textTo(u"0820000030"_s));
    QCOMPARE(sent.error().kind(), ErrorKind::Unauthorized);
    QVERIFY(!sent.error().mayHaveHappened());
    QCOMPARE(wait(m_provider->balance()->balance()).error().kind(), ErrorKind::Unauthorized);
    QCOMPARE(page({}).error().kind(), ErrorKind::Unauthorized);
    QCOMPARE(m_service->createdCount(), 0);
}

void TestPractice::everyWayToSignIn_data()
{
    QTest::addColumn<QString>("auth");
    for (const char* auth : {"headers", "basic", "url"}) {
        QTest::newRow(auth) << QString::fromLatin1(auth);
    }
}

void TestPractice::everyWayToSignIn()
{
    QFETCH(QString, auth);
    make({{u"auth"_s, auth}, {u"testing"_s, u"true"_s}}, m_service->token());
    QVERIFY(wait(m_provider->proof()->prove()));
    QVERIFY(send(textTo(u"0820000030"_s)));
    make({{u"auth"_s, auth}, {u"testing"_s, u"true"_s}}, SecretText::fromString(u"wrong"_s));
    QCOMPARE(wait(m_provider->proof()->prove()).error().kind(), ErrorKind::Unauthorized);
}

void TestPractice::webhooksInEveryForm_data()
{
    QTest::addColumn<QByteArray>("variant");
    QTest::addColumn<bool>("isSigned");
    for (const char* way : {"form", "query"}) {
        for (const char* checksum : {"unencoded", "form-encoded", "absent"}) {
            const QString variant{u"{\"webhookParameters\":\"%1\",\"checksum\":\"%2\"}"_s.arg(
                QLatin1String{way}, QLatin1String{checksum})};
            QTest::newRow(qPrintable(variant))
                << variant.toUtf8() << (QLatin1String{checksum} != "absent"_L1);
        }
    }
}

void TestPractice::webhooksInEveryForm()
{
    QFETCH(QByteArray, variant);
    QFETCH(bool, isSigned);
    QVERIFY(set(variant));
    WebhookCatcher catcher;
    m_service->setWebhookUrls(catcher.url(u"/hook/replies"_s), catcher.url(u"/hook/reports"_s));
    // Unencoded, a "&b=" could be a parameter of its own, and such a text is refused.
    const QString text{(variant.contains("\"unencoded\"") ? u"b=c&a"_s : u"a&b=c"_s)
        + u" + 100% \u00e9 \U0001F642 *~"_s};
    QVERIFY(m_service->injectReply(u"+27820000040"_s, text));
    QVERIFY(send(textTo(u"0820000030"_s)));
    m_clock->advance(600ms);
    QTRY_COMPARE(catcher.count(), 2);

    const auto strict = m_provider->inbound()->rules();
    for (int i{0}; i < catcher.count(); ++i) {
        const QString purpose{QString::fromLatin1(catcher.raw(i).path().mid(6))};
        const auto read = strict->read(catcher.raw(i), purpose, m_clock->nowMs());
        if (!isSigned) {
            QVERIFY(!read);
            QCOMPARE(read.error().detail(), u"checksum-missing"_s);
            continue;
        }
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail()));
        QVERIFY(read->authenticated && !read->nonce.isEmpty());
        RawRequest later{catcher.raw(i)};
        QCOMPARE(strict->read(later, purpose, m_clock->nowMs() + 3600000).error().detail(),
            u"expired"_s);
        (later.body.isEmpty() ? later.target : later.body).replace("messageId=", "messageId=0");
        QCOMPARE(strict->read(later, purpose, m_clock->nowMs()).error().detail(), u"forged"_s);
        if (purpose == u"replies"_s) {
            QCOMPARE(std::get<IncomingText>(read->events.front()).text, text);
        }
    }
    make({{u"checksum"_s, u"off"_s}}, m_service->token());
    const auto open =
        m_provider->inbound()->rules()->read(catcher.raw(0), u"replies"_s, m_clock->nowMs());
    QCOMPARE(bool(open), catcher.raw(0).path().endsWith("replies"));
    QVERIFY(!open || !open->authenticated);
}

TEXTDESK_TEST(tst_practice, TestPractice)
#include "tst_practice.moc"
