// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/journeys/kill/killbench.h"

#include "app/providers/zoomconnect/zoomconnect.h"
#include "app/storage/messagetable.h"
#include "tests/support/messaging/storeandaccounts.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTimer>

#include <algorithm>

namespace Textdesk::Testing {

namespace {

constexpr int limitMs{90000};

QString numberOf(int index)
{
    return QStringLiteral("+2782%1").arg(500 + index, 7, 10, QLatin1Char{'0'});
}

// Every second one goes well; the others are cut or spoilt before or after they were recorded.
PracticeBehaviour behaviourOf(int index)
{
    switch (index % 8) {
    case 1:
        return PracticeBehaviour::RecordThenCut;
    case 3:
        return PracticeBehaviour::CutUnrecorded;
    case 5:
        return PracticeBehaviour::RecordThen500;
    case 7:
        return PracticeBehaviour::TruncatedJson;
    default:
        return PracticeBehaviour::DeliverQuietly;
    }
}

} // namespace

KillBench::KillBench(int texts)
    : later{QDateTime::currentDateTimeUtc().addSecs(5)}
    , m_service{m_clock, m_http}
    , m_texts{texts}
{
    NetworkSettings direct;
    direct.proxyMode = ProxyMode::None;
    if (!m_http.apply(direct) || !m_service.start()) {
        qFatal("the practice service does not start");
    }
    for (int i{0}; i < texts; ++i) {
        m_service.setBehaviour(numberOf(i), behaviourOf(i));
    }
    m_registry.add(zoomConnectKind());
    const SecretKey key{QStringLiteral("Kill"), QStringLiteral("token")};
    (void)answerOf(m_secrets.write(key, m_service.token()));
}

KillBench::~KillBench()
{
    closeGraph();
}

KillBench::End KillBench::runSender(int killAt)
{
    QProcess process;
    QProcessEnvironment environment{QProcessEnvironment::systemEnvironment()};
    environment.insert(
        QStringLiteral("TEXTDESK_SECRET_KILL_TOKEN"), m_service.token().revealString());
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QEventLoop loop; // the service answers on this thread meanwhile
    QObject::connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(limitMs, &loop, &QEventLoop::quit);
    process.start(QStringLiteral(TEXTDESK_KILLABLE_SENDER),
        {m_folder.filePath(QStringLiteral("profile")), m_service.baseUrl(),
            QString::number(m_texts), QString::number(killAt)});
    loop.exec();
    if (process.state() != QProcess::NotRunning) {
        process.kill();
        return End::Wrong;
    }
    if (process.exitStatus() == QProcess::CrashExit) {
        return killAt > 0 ? End::Killed : End::Wrong;
    }
    m_steps = process.readAllStandardOutput().trimmed().toInt();
    return process.exitCode() == 0 ? End::Quiet : End::Wrong;
}

std::optional<std::map<QString, int>> KillBench::ledger()
{
    ClientRequest request;
    request.url = QUrl{m_service.baseUrl()}.resolved(QUrl{QStringLiteral("/practice/ledger")});
    request.headers.add("token", m_service.token().revealUtf8());
    const auto answer = answerOf(m_http.send(request));
    if (!answer || !answer->isSuccess()) {
        return std::nullopt;
    }
    std::map<QString, int> texts;
    // Not in braces: those would make an array in an array.
    const QJsonArray rows = QJsonDocument::fromJson(answer->body).array();
    for (const QJsonValue& row : rows) {
        ++texts[row[QStringLiteral("recipient")].toString()];
    }
    return texts;
}

void KillBench::openGraph()
{
    closeGraph();
    // The sender's lives took real time; ten minutes count from the last of them.
    constexpr qint64 aMomentLater{5};
    later.setWallClock(
        std::max(later.now(), QDateTime::currentDateTimeUtc().addSecs(aMomentLater)));
    auto opened = Engine::open(
        m_folder.filePath(QStringLiteral("profile")), {later, m_http, m_secrets, m_registry});
    if (!opened) {
        qFatal("the profile does not open: %s", qPrintable(opened.error().detail()));
    }
    m_engine = std::move(*opened);
    if (!answerOf(m_engine->accounts().load()) || !answerOf(m_engine->outbox().start())) {
        qFatal("the graph does not start");
    }
}

void KillBench::closeGraph()
{
    m_engine.reset();
}

std::vector<Message> KillBench::messages()
{
    constexpr int all{1000};
    std::vector<Message> rows{MessageTable::newest(m_engine->database().reader(), {}, {}, all)};
    std::reverse(rows.begin(), rows.end());
    return rows;
}

Result<SyncReport> KillBench::sync()
{
    return answerOf(m_engine->sync().syncNow(m_engine->accounts().all().front()->id()), limitMs);
}

bool KillBench::settle(MessageId id, bool sent)
{
    return answerOf(m_engine->outbox().settle(id, sent)).has_value();
}

bool KillBench::becomesQuiet()
{
    m_engine->outbox().resume(m_engine->accounts().all().front()->id());
    return eventually([this] { return m_engine->outbox().isQuiet(); }, limitMs);
}

void KillBench::letThrough(const std::vector<Message>& messages)
{
    for (const Message& message : messages) {
        m_service.setBehaviour(message.peer, PracticeBehaviour::DeliverQuietly);
    }
}

} // namespace Textdesk::Testing
