// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/practice/practicebench.h"

#include <QEventLoop>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>
#include <QTimer>

#include <csignal>
#include <sys/resource.h>

namespace Textdesk::Testing {

namespace {

HeaderList signedIn(const PracticeService& service)
{
    HeaderList headers;
    headers.add("email", service.email().toUtf8());
    headers.add("token", service.token().revealUtf8());
    return headers;
}

QByteArray jsonOf(const QJsonObject& body)
{
    return body.isEmpty() ? QByteArray{} : QJsonDocument{body}.toJson(QJsonDocument::Compact);
}

// An event loop instead of QTest::qWaitFor, which rests 10 ms at each turn: these tests make a
// thousand requests.
Result<ClientAnswer> resultOf(Call<ClientAnswer>* call)
{
    QEventLoop loop;
    std::optional<Result<ClientAnswer>> seen;
    call->then(&loop, [&](const Result<ClientAnswer>& result) {
        seen = result;
        loop.quit();
    });
    QTimer::singleShot(20000, &loop, &QEventLoop::quit);
    loop.exec();
    return seen ? *seen : fail(ErrorKind::Cancelled, QStringLiteral("test: never settled"));
}

} // namespace

PracticeBench::PracticeBench(PracticeOptions options)
    : service{clock, client, std::move(options)}
{
    NetworkSettings direct;
    direct.proxyMode = ProxyMode::None;
    const Result<Done> applied{client.apply(direct)};
    const Result<quint16> started{service.start()};
    if (!applied || !started) {
        qFatal("the practice service does not start");
    }
    port = *started;
}

Call<ClientAnswer>* PracticeBench::start(
    const QByteArray& method, const QString& path, const QJsonObject& body)
{
    ClientRequest request;
    request.method = method;
    request.url = QUrl{service.baseUrl() + QStringLiteral("api/rest/v1/") + path};
    request.headers = signedIn(service);
    request.body = jsonOf(body);
    request.contentType = body.isEmpty() ? "" : "application/json";
    return client.send(request);
}

Result<ClientAnswer> PracticeBench::call(
    const QByteArray& method, const QString& path, const QJsonObject& body)
{
    return resultOf(start(method, path, body));
}

Result<ClientAnswer> PracticeBench::get(const QString& path)
{
    return call("GET", path);
}

Result<ClientAnswer> PracticeBench::raw(const QByteArray& method, const QString& pathAndQuery,
    const HeaderList& headers, const QByteArray& body)
{
    ClientRequest request;
    request.method = method;
    request.url = QUrl{QStringLiteral("http://127.0.0.1:%1").arg(port) + pathAndQuery};
    request.headers = headers;
    request.body = body;
    request.contentType = body.isEmpty() ? "" : "application/json";
    return resultOf(client.send(request));
}

Result<ClientAnswer> PracticeBench::control(
    const QByteArray& method, const QString& page, const QJsonObject& body)
{
    return raw(method, QStringLiteral("/practice/") + page, signedIn(service), jsonOf(body));
}

QString PracticeBench::send(const QString& number, const QString& text, const QString& dataField)
{
    QJsonObject body{
        {QStringLiteral("recipientNumber"), number}, {QStringLiteral("message"), text}};
    if (!dataField.isEmpty()) {
        body.insert(QStringLiteral("dataField"), dataField);
    }
    const auto answer = call("POST", QStringLiteral("sms/send"), body);
    return object(answer).value(QStringLiteral("messageId")).toVariant().toString();
}

QJsonObject PracticeBench::message(const QString& id)
{
    return object(get(QStringLiteral("messages/") + id));
}

QJsonArray PracticeBench::list(const QString& query)
{
    return object(get(QStringLiteral("messages/all?") + query))
        .value(QStringLiteral("webServiceMessages"))
        .toArray();
}

QStringList PracticeBench::ids(const QString& query)
{
    QStringList found;
    const QJsonArray messages = list(query);
    for (const QJsonValue& one : messages) {
        found.append(one[QStringLiteral("messageId")].toVariant().toString());
    }
    return found;
}

QJsonArray PracticeBench::ledger()
{
    return array(control("GET", QStringLiteral("ledger")));
}

void PracticeBench::takeWebhooks()
{
    service.setWebhookUrls(
        catcher.url(QStringLiteral("/hook/replies")), catcher.url(QStringLiteral("/hook/reports")));
}

QJsonObject PracticeBench::object(const Result<ClientAnswer>& answer)
{
    return answer ? QJsonDocument::fromJson(answer->body).object() : QJsonObject{};
}

QJsonArray PracticeBench::array(const Result<ClientAnswer>& answer)
{
    return answer ? QJsonDocument::fromJson(answer->body).array() : QJsonArray{};
}

int PracticeBench::status(const Result<ClientAnswer>& answer)
{
    return answer ? answer->status : -1;
}

FullDisk::FullDisk()
{
    ::signal(SIGXFSZ, SIG_IGN);
    rlimit limit{};
    ::getrlimit(RLIMIT_FSIZE, &limit);
    m_before = limit.rlim_cur;
    limit.rlim_cur = 0;
    ::setrlimit(RLIMIT_FSIZE, &limit);
}

FullDisk::~FullDisk()
{
    rlimit limit{};
    ::getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = m_before;
    ::setrlimit(RLIMIT_FSIZE, &limit);
}

QByteArray outputOf(const QString& program, const QStringList& arguments, const QByteArray& input)
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    const bool ended{
        QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 20000)};
    return ended && process.exitCode() == 0
        ? process.readAllStandardOutput()
        : QByteArray{"failed: "} + process.readAllStandardError();
}

} // namespace Textdesk::Testing
