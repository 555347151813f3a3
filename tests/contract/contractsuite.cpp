// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/contractsuite.h"

#include "tests/contract/outcome.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

#include <algorithm>

namespace Textdesk::Testing {

namespace {

QByteArray compact(const QJsonObject& object)
{
    return QJsonDocument{object}.toJson(QJsonDocument::Compact);
}

QJsonObject errorOf(const QJsonObject& outcome)
{
    return outcome.value(QStringLiteral("error")).toObject();
}

QString kindOf(const QJsonObject& outcome)
{
    return errorOf(outcome).value(QStringLiteral("kind")).toString();
}

bool isInDoubt(const QJsonObject& outcome)
{
    return errorOf(outcome).value(QStringLiteral("mayHaveHappened")).toBool();
}

// The request as fixtures write it.
QJsonObject written(const FakeNetwork::Request& request, const QByteArrayList& netHeaders)
{
    QJsonObject headers;
    for (const auto& [name, value] : request.headers.all()) {
        if (!netHeaders.contains(name.toLower())) {
            headers.insert(QString::fromLatin1(name), QString::fromUtf8(value));
        }
    }
    return {{QStringLiteral("method"), QString::fromLatin1(request.method)},
        {QStringLiteral("url"), QString::fromLatin1(request.url.toEncoded())},
        {QStringLiteral("headers"), headers},
        {QStringLiteral("body"), QString::fromUtf8(request.body)}};
}

} // namespace

ContractSuite::ContractSuite(ProviderDescription description)
    : m_description{std::move(description)}
    , m_fixtures{readFixtures(m_description.folder)}
{ }

void ContractSuite::initTestCase()
{
    QVERIFY2(m_fixtures.size() > 20, qPrintable(m_description.folder));
}

template <typename Wanted> void ContractSuite::rows(Wanted wanted) const
{
    QTest::addColumn<int>("index");
    for (std::size_t i{0}; i < m_fixtures.size(); ++i) {
        if (wanted(m_fixtures[i])) {
            QTest::newRow(qUtf8Printable(m_fixtures[i].name)) << int(i);
        }
    }
}

void ContractSuite::oneRowPerOperation() const
{
    QSet<QString> seen;
    rows([&seen](const Fixture& fixture) {
        const QString operation{fixture.operation()};
        if (fixture.isWebhook() || !fixture.succeeds() || seen.contains(operation)) {
            return false;
        }
        seen.insert(operation);
        return true;
    });
}

const Fixture& ContractSuite::fixture() const
{
    QFETCH(int, index);
    return m_fixtures[std::size_t(index)];
}

bool ContractSuite::isChange(const Fixture& fixture)
{
    return fixture.request.value(QStringLiteral("method")).toString() != QLatin1String{"GET"};
}

void ContractSuite::recorded_data()
{
    rows([](const Fixture&) { return true; });
}

void ContractSuite::recorded()
{
    const Fixture& recorded{fixture()};
    Performer performer{m_description, recorded};
    QVERIFY(performer.provider());
    const bool goesOut{!recorded.request.isEmpty()};
    if (goesOut) {
        performer.network().enqueue(recorded.scriptedAnswer());
    }

    const QJsonObject outcome{performer.perform(recorded.call)};

    QCOMPARE(compact(outcome), compact(recorded.outcome));
    const auto& requests = performer.network().requests();
    QCOMPARE(requests.size(), std::size_t(goesOut ? 1 : 0));
    if (goesOut && recorded.answer.value(QStringLiteral("failure")) != QLatin1String{"refused"}) {
        QCOMPARE(compact(written(requests.front(), m_description.netHeaders)),
            compact(recorded.request));
    }
}

void ContractSuite::aCutLineLeavesChangesInDoubt_data()
{
    oneRowPerOperation();
}

void ContractSuite::aCutLineLeavesChangesInDoubt()
{
    Performer performer{m_description, fixture()};
    performer.network().enqueueCut();

    const QJsonObject outcome{performer.perform(fixture().call)};

    QCOMPARE(kindOf(outcome), QStringLiteral("ServerFault"));
    QCOMPARE(isInDoubt(outcome), isChange(fixture()));
    QCOMPARE(performer.network().requests().size(), std::size_t{1});
}

void ContractSuite::aRefusedConnectionIsCertainlyNothing_data()
{
    oneRowPerOperation();
}

void ContractSuite::aRefusedConnectionIsCertainlyNothing()
{
    Performer performer{m_description, fixture()};
    performer.network().enqueueRefusal();

    const QJsonObject outcome{performer.perform(fixture().call)};

    QCOMPARE(kindOf(outcome), QStringLiteral("Offline"));
    QVERIFY(!isInDoubt(outcome));
    QCOMPARE(performer.network().requests().size(), std::size_t{1});
}

void ContractSuite::silenceEndsInATimeout_data()
{
    oneRowPerOperation();
}

void ContractSuite::silenceEndsInATimeout()
{
    Performer performer{m_description, fixture()};
    performer.network().enqueue({.hangs = true});
    QObject context;
    QJsonObject outcome;
    performer.start(
        fixture().call, &context, [&outcome](const QJsonObject& seen) { outcome = seen; });
    QTRY_COMPARE(performer.network().requests().size(), std::size_t{1});

    performer.clock().advance(std::chrono::minutes{5});

    QTRY_COMPARE(kindOf(outcome), QStringLiteral("Timeout"));
    QCOMPARE(isInDoubt(outcome), isChange(fixture()));
    QCOMPARE(performer.network().requests().size(), std::size_t{1});
}

void ContractSuite::cancelledCallsStopTheirRequest_data()
{
    oneRowPerOperation();
}

void ContractSuite::cancelledCallsStopTheirRequest()
{
    Performer performer{m_description, fixture()};
    performer.network().enqueue({.hangs = true});
    QObject context;
    QJsonObject outcome;
    CallBase* call{performer.start(
        fixture().call, &context, [&outcome](const QJsonObject& seen) { outcome = seen; })};
    QTRY_COMPARE(performer.network().requests().size(), std::size_t{1});

    call->cancel();

    QTRY_COMPARE(kindOf(outcome), QStringLiteral("Cancelled"));
    QTRY_COMPARE(performer.network().aborted(), 1);
}

void ContractSuite::aProviderThatGoesAwayIsSilent_data()
{
    oneRowPerOperation();
}

void ContractSuite::aProviderThatGoesAwayIsSilent()
{
    Performer performer{m_description, fixture()};
    performer.network().enqueue({.hangs = true});
    QObject context;
    bool heard{false};
    const QPointer<CallBase> call{
        performer.start(fixture().call, &context, [&heard](const QJsonObject&) { heard = true; })};

    performer.forgetProvider();

    QVERIFY(!call);
    performer.clock().advance(std::chrono::minutes{5});
    QCoreApplication::sendPostedEvents();
    QVERIFY(!heard);
}

void ContractSuite::aMissingSecretSendsNothing_data()
{
    oneRowPerOperation();
}

void ContractSuite::aMissingSecretSendsNothing()
{
    Performer performer{m_description, fixture()};
    for (auto secret = m_description.secrets.begin(); secret != m_description.secrets.end();
         ++secret) {
        performer.setSecret(secret.key(), {});
    }

    const QJsonObject outcome{performer.perform(fixture().call)};

    QCOMPARE(kindOf(outcome), QStringLiteral("SecretUnavailable"));
    QVERIFY(!isInDoubt(outcome));
    QVERIFY(performer.network().requests().empty());
}

void ContractSuite::aRotatedSecretIsUsedAtOnce_data()
{
    oneRowPerOperation();
}

void ContractSuite::aRotatedSecretIsUsedAtOnce()
{
    Performer performer{m_description, fixture()};
    for (int i{0}; i < 2; ++i) {
        performer.network().enqueue(fixture().scriptedAnswer());
    }
    const QJsonObject before{performer.perform(fixture().call)};
    for (auto secret = m_description.secrets.begin(); secret != m_description.secrets.end();
         ++secret) {
        performer.setSecret(secret.key(), QStringLiteral("the-new-one"));
    }
    QCOMPARE(performer.perform(fixture().call), before);

    const auto& requests = performer.network().requests();
    QCOMPARE(requests.size(), std::size_t{2});
    const auto whole = [this](const FakeNetwork::Request& request) {
        return compact(written(request, m_description.netHeaders));
    };
    QVERIFY(!whole(requests[0]).contains("the-new-one"));
    QVERIFY(whole(requests[1]).contains("the-new-one"));
}

void ContractSuite::aTruncatedAnswerIsNeverASuccess_data()
{
    rows([](const Fixture& fixture) {
        const QString body{fixture.answer.value(QStringLiteral("body")).toString()};
        return fixture.succeeds() && !fixture.isWebhook() && body.trimmed().endsWith(u'}');
    });
}

void ContractSuite::aTruncatedAnswerIsNeverASuccess()
{
    Performer performer{m_description, fixture()};
    const FakeNetwork::Answer whole{fixture().scriptedAnswer()};
    const qsizetype end{whole.body.trimmed().size()};
    // Every length of a short answer, some fifty of a long one.
    const qsizetype step{std::max<qsizetype>(1, end / 50)};
    QObject context;
    int started{0};
    std::vector<QJsonObject> outcomes;
    for (qsizetype length{1}; length < end; length += step, ++started) {
        FakeNetwork::Answer answer{whole};
        answer.body.truncate(length);
        performer.network().enqueue(answer);
        performer.start(fixture().call, &context,
            [&outcomes](const QJsonObject& outcome) { outcomes.push_back(outcome); });
    }
    QVERIFY(QTest::qWaitFor([&] { return int(outcomes.size()) == started; }));
    for (const QJsonObject& outcome : outcomes) {
        QCOMPARE(kindOf(outcome), QStringLiteral("Protocol"));
        QCOMPARE(isInDoubt(outcome), isChange(fixture()));
    }
}

void ContractSuite::noErrorTellsASecretOrANumber_data()
{
    rows([](const Fixture& fixture) { return !fixture.succeeds(); });
}

void ContractSuite::noErrorTellsASecretOrANumber()
{
    Performer performer{m_description, fixture()};
    if (!fixture().request.isEmpty()) {
        performer.network().enqueue(fixture().scriptedAnswer());
    }
    const QString detail{
        errorOf(performer.perform(fixture().call)).value(QStringLiteral("detail")).toString()};
    for (const QString& secret : m_description.secrets) {
        QVERIFY(!detail.contains(secret));
    }
    for (const char* said : {"to", "text", "id", "dataField"}) {
        const QString value{fixture().call.value(QLatin1String{said}).toString()};
        QVERIFY(value.isEmpty() || !detail.contains(value));
    }
}

void ContractSuite::aHeldBackKindOfCallSendsNothing()
{
    const auto send = std::find_if(m_fixtures.begin(), m_fixtures.end(), [](const Fixture& one) {
        return one.operation() == QLatin1String{"send"} && one.succeeds();
    });
    QVERIFY(send != m_fixtures.end());
    Performer performer{m_description, *send};
    performer.network().enqueue({.status = 429, .headers = {{"Retry-After", "30"}}});
    QCOMPARE(kindOf(performer.perform(send->call)), QStringLiteral("RateLimited"));

    const QJsonObject held{performer.perform(send->call)};

    QCOMPARE(kindOf(held), QStringLiteral("RateLimited"));
    QVERIFY(!isInDoubt(held));
    QCOMPARE(performer.network().requests().size(), std::size_t{1});

    performer.clock().advance(std::chrono::seconds{31});
    performer.network().enqueue(send->scriptedAnswer());
    QCOMPARE(performer.perform(send->call), send->outcome);
}

void ContractSuite::aChangedWebhookIsNeverTaken_data()
{
    rows([](const Fixture& fixture) {
        return fixture.isWebhook()
            && fixture.outcome.value(QStringLiteral("authenticated")).toBool();
    });
}

void ContractSuite::aChangedWebhookIsNeverTaken()
{
    const Performer performer{m_description, fixture()};
    const QString unchanged{QString::fromUtf8(compact(fixture().outcome))};
    for (const QString& part : {QStringLiteral("body"), QStringLiteral("target")}) {
        const QString whole{fixture().call.value(part).toString()};
        for (qsizetype i{0}; i < whole.size(); ++i) {
            for (const QChar put : {QChar{u'7'}, QChar{u'&'}, QChar{}}) {
                QString changed{whole};
                put.isNull() ? changed.remove(i, 1) : changed.replace(i, 1, put);
                QJsonObject call{fixture().call};
                call.insert(part, changed);
                // Either refused, or (a change of spelling or of the path alone) read as before.
                const QJsonObject outcome{performer.readWebhook(call)};
                if (!outcome.contains(QStringLiteral("error"))) {
                    QCOMPARE(QString::fromUtf8(compact(outcome)), unchanged);
                }
            }
        }
    }
}

} // namespace Textdesk::Testing
