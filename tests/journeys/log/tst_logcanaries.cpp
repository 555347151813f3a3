// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The engine, the practice service and real HTTP, with planted words wherever a secret, a number or
// a text can be: none of them may reach the log file or the standard error.
#include "app/base/logfile.h"
#include "app/engine/engine.h"
#include "app/messaging/draft.h"
#include "app/net/redaction.h"
#include "app/practice/practiceservice.h"
#include "app/providers/zoomconnect/zoomconnect.h"
#include "app/secrets/memorysecrets.h"
#include "app/storage/messagetable.h"
#include "app/storage/searchindex.h"
#include "app/webhook/webhookrouter.h"
#include "tests/support/callprobe.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QLoggingCategory>
#include <QMutex>
#include <QTemporaryDir>
#include <QTest>

using namespace Textdesk;
using namespace Textdesk::Testing;
using namespace Qt::StringLiterals;

namespace {

QMutex mutex;
QStringList echoed; // what would stand on the standard error

void collect(QtMsgType, const QMessageLogContext& context, const QString& words)
{
    const QMutexLocker lock{&mutex};
    echoed.append(QLatin1String{context.category} + u' ' + words);
}

} // namespace

class TestLogCanaries final : public QObject {
    Q_OBJECT
    static constexpr auto token = "canary-token-4711";
    static constexpr auto wrongToken = "canary-wrong-0815";

    QTemporaryDir m_profile;
    SystemClock m_clock;
    HttpClient m_http{m_clock};
    MemorySecrets m_secrets;
    ProviderRegistry m_registry;
    QtMessageHandler m_tests{nullptr};
    std::unique_ptr<LogFile> m_log;
    std::unique_ptr<PracticeService> m_service;
    std::unique_ptr<Engine> m_engine;

    NewAccount account(const QString& name, const char* secret) const
    {
        NewAccount fresh;
        fresh.provider = u"zoomconnect"_s;
        fresh.name = name;
        fresh.settings.insert(u"base-url"_s, m_service->baseUrl());
        fresh.settings.insert(u"email"_s, m_service->email());
        fresh.secrets.insert(u"token"_s, SecretText{QByteArray{secret}});
        fresh.secrets.insert(u"webhook-key"_s, m_service->webhookKey());
        return fresh;
    }
    int post(const QString& path, const QByteArray& body)
    {
        ClientRequest request{.method = "POST",
            .url = QUrl{u"http://127.0.0.1:%1%2"_s.arg(m_engine->listener().port()).arg(path)},
            .body = body};
        request.headers.add("Content-Type", "application/x-www-form-urlencoded");
        request.headers.add("Authorization", "Basic canary-basic-header");
        const auto answer = resultOf(m_http.send(request));
        return answer ? answer->status : answer.error().httpStatus();
    }
    QString webhookKey() const { return m_engine->accounts().all().front()->row.webhookKey; }
    QByteArray logged() const
    {
        QByteArray all;
        const QDir folder{m_profile.path()};
        for (const QString& name : folder.entryList({u"textdesk.log*"_s}, QDir::Files)) {
            QFile file{folder.filePath(name)};
            all += file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
        }
        return all;
    }

private slots:
    void initTestCase()
    {
        QLoggingCategory::setFilterRules(u"textdesk.*=true\nqt.network.*=false"_s);
        m_tests = qInstallMessageHandler(collect);
        m_log = std::make_unique<LogFile>(m_profile.path(), maskedNumbers);
        m_log->install(QtDebugMsg);
        PracticeOptions options;
        options.email = u"canary-mail@textdesk.example"_s;
        options.token = SecretText{QByteArray{token}};
        options.webhookKey = SecretText{QByteArrayLiteral("canary-webhook-key")};
        options.variant.sentDelay = std::chrono::milliseconds{5};
        options.variant.deliveredDelay = std::chrono::milliseconds{5};
        m_service = std::make_unique<PracticeService>(m_clock, m_http, options);
        QVERIFY(m_service->start());
        m_registry.add(zoomConnectKind());
        auto engine = Engine::open(m_profile.path(), {m_clock, m_http, m_secrets, m_registry});
        QVERIFY(engine);
        m_engine = std::move(*engine);
        QVERIFY(resultOf(m_engine->accounts().load()));
        QVERIFY(resultOf(m_engine->listener().start({})));
        QVERIFY(resultOf(m_engine->outbox().start()));
    }
    void anAccountWithAWrongToken()
    {
        const auto refused =
            resultOf(m_engine->accounts().add(account(u"wrong"_s, wrongToken), true));
        QCOMPARE(refused.error().kind(), ErrorKind::Unauthorized);
        NewAccount nowhere{account(u"nowhere"_s, token)};
        nowhere.settings[u"base-url"_s] = u"http://127.0.0.1:9/canary-base-path-0815/"_s;
        QVERIFY(!resultOf(m_engine->accounts().add(nowhere, true)));
    }
    // Every way in which the service can answer a text, each from an account of its own, because
    // some of them pause it.
    void everyOutcomeOfASend()
    {
        std::vector<Draft> drafts;
        for (const PracticeNumber& number : practiceNumbers()) {
            const auto added =
                resultOf(m_engine->accounts().add(account(number.word, token), true));
            QVERIFY(added);
            Draft draft;
            draft.account = *added;
            draft.to = number.number;
            draft.text = u"canary-text to you"_s;
            draft.campaign = u"canary-campaign"_s;
            draft.dataField = u"canary-data"_s;
            drafts.push_back(draft);
        }
        std::vector<MessageId> ids;
        for (const Draft& draft : drafts) {
            const auto sent = resultOf(m_engine->outbox().send({draft}));
            QVERIFY(sent);
            ids.push_back(sent->front());
        }
        const auto left = [&] {
            Connection& db{m_engine->database().reader()};
            return std::count_if(ids.cbegin(), ids.cend(), [&db](MessageId id) {
                const auto row = MessageTable::find(db, id);
                return row && row->state == DeliveryState::Submitting;
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(left() == 0, 20000);
        QVERIFY(m_service->createdCount() > 5);
    }
    void webhooksForgedBrokenAndAstray()
    {
        const QString path{webhookPath(webhookKey(), u"replies"_s)};
        QVERIFY(post(path + u"?checksum=canary-checksum"_s,
                    "message=canary-body&from=%2B27820000042&to=%2B27820000001&checksum=abc")
            >= 400);
        QVERIFY(post(path, "canary-garbage=%zz&&&") >= 400);
        QVERIFY(post(u"/hook/canary0815canary4711canar/replies"_s, "message=canary-body") >= 400);
    }
    void aRoundOfSyncAndARefusedOne()
    {
        const AccountId id{m_engine->accounts().all().front()->id()};
        QVERIFY(resultOf(m_engine->sync().syncNow(id), 30000));
        m_service->stop();
        QVERIFY(!resultOf(m_engine->sync().syncNow(id), 30000));
    }
    void aSearchThatIsNoQuery()
    {
        Connection& db{m_engine->database().reader()};
        for (const QString& words : {u"canary-search \"("_s, u"canary* NEAR( ^"_s, u"\"'"_s}) {
            (void)searchMessages(db, words, {}, 10);
        }
        QVERIFY(!db.error());
    }
    // What a careless line of ours or of Qt might say.
    void aNumberInAnyLineIsMasked()
    {
        qWarning("somebody wrote to +27820000042 and 082 000 0042");
        QVERIFY(logged().contains("somebody wrote to"));
    }
    void cleanupTestCase()
    {
        m_engine.reset();
        m_service.reset();
        m_log.reset();
        qInstallMessageHandler(m_tests);
        QLoggingCategory::setFilterRules({});
        const QByteArray file{logged()};
        const QByteArray error{echoed.join(u'\n').toUtf8()};
        for (const QByteArray& all : {file, error}) {
            QVERIFY2(all.count('\n') > 40, all.constData());
            QVERIFY(all.contains("POST http://127.0.0.1:"));
            QVERIFY(all.contains("textdesk.webhook"));
            for (const char* secret :
                {"canary", "820000", "82 000", "4711", "0815", "practice@textdesk"}) {
                const qsizetype at{all.indexOf(secret)};
                QVERIFY2(at < 0, all.mid(std::max<qsizetype>(0, at - 200), 400).constData());
            }
        }
    }
};

TEXTDESK_TEST(tst_logcanaries, TestLogCanaries)
#include "tst_logcanaries.moc"
