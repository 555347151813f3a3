// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/journeys/cli/clidesk.h"

#include <QDirIterator>
#include <QEventLoop>
#include <QTimer>

namespace Textdesk::Testing {

namespace {

constexpr int longestCallMs{60000};

QProcessEnvironment cleanEnvironment(const QString& home)
{
    QProcessEnvironment environment{QProcessEnvironment::systemEnvironment()};
    const QStringList inherited{environment.keys()};
    for (const QString& name : inherited) {
        // A person's own accounts and a building's proxy have no place here.
        if (name.startsWith(QStringLiteral("TEXTDESK_"))
            || name.endsWith(QStringLiteral("_proxy"), Qt::CaseInsensitive)) {
            environment.remove(name);
        }
    }
    environment.insert(QStringLiteral("HOME"), home);
    environment.insert(QStringLiteral("XDG_DATA_HOME"), home);
    environment.insert(QStringLiteral("TEXTDESK_PRACTICE_TOKEN"), QLatin1String{CliDesk::token});
    environment.insert(
        QStringLiteral("TEXTDESK_PRACTICE_WEBHOOK_KEY"), QLatin1String{CliDesk::webhookKey});
    environment.insert(QStringLiteral("TEXTDESK_SECRET_DESK_TOKEN"), QLatin1String{CliDesk::token});
    environment.insert(
        QStringLiteral("TEXTDESK_SECRET_DESK_WEBHOOK_KEY"), QLatin1String{CliDesk::webhookKey});
    return environment;
}

} // namespace

QStringList words(const char* line)
{
    return QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts);
}

CliDesk::CliDesk()
    : m_environment{cleanEnvironment(m_folder.path())}
    , m_practice{std::make_unique<CliProcess>(
          QStringList{QStringLiteral("practice"), QStringLiteral("serve"), QStringLiteral("--port"),
              QStringLiteral("0"), QStringLiteral("--json")},
          m_environment)}
{
    useProfile(QStringLiteral("profile"));
    NetworkSettings direct;
    direct.proxyMode = ProxyMode::None;
    const bool applied{m_http.apply(direct)};
    const QJsonObject told{QJsonDocument::fromJson(m_practice->nextLine()).object()};
    m_baseUrl = told[QStringLiteral("baseUrl")].toString();
    if (!applied || m_baseUrl.isEmpty()) {
        qFatal("'practice serve' does not start");
    }
    // Deliveries in no time, so that no test has to wait for a make-believe network.
    (void)practice(QStringLiteral("variant"),
        {{QStringLiteral("sentDelayMs"), 5}, {QStringLiteral("deliveredDelayMs"), 5},
            {QStringLiteral("replyDelayMs"), 5}});
}

CliAnswer CliDesk::run(const QStringList& words, const QByteArray& input)
{
    return raw(words
            + QStringList{QStringLiteral("--profile=") + m_profile,
                QStringLiteral("--secrets=env")},
        input);
}

CliAnswer CliDesk::raw(const QStringList& words, const QByteArray& input)
{
    return program(QStringLiteral(TEXTDESK_BINARY_DIR "/bin/textdesk-cli"), words, input);
}

CliAnswer CliDesk::program(const QString& name, const QStringList& words, const QByteArray& input)
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    QEventLoop loop;
    QObject::connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
    QObject::connect(&process, &QProcess::errorOccurred, &loop, &QEventLoop::quit);
    QTimer::singleShot(longestCallMs, &loop, &QEventLoop::quit);
    process.start(name, words);
    process.write(input);
    process.closeWriteChannel();
    loop.exec();
    CliAnswer answer;
    if (process.state() == QProcess::NotRunning && process.exitStatus() == QProcess::NormalExit) {
        answer.code = process.exitCode();
    }
    answer.out = process.readAllStandardOutput();
    answer.err = process.readAllStandardError();
    m_heard += answer.out + answer.err;
    process.kill();
    return answer;
}

std::unique_ptr<CliProcess> CliDesk::start(const QStringList& words)
{
    return startRaw(words
        + QStringList{QStringLiteral("--profile=") + m_profile, QStringLiteral("--secrets=env")});
}

std::unique_ptr<CliProcess> CliDesk::startRaw(const QStringList& words)
{
    return std::make_unique<CliProcess>(words, m_environment);
}

void CliDesk::useProfile(const QString& name)
{
    m_profile = path(name);
}

QString CliDesk::write(const QString& name, const QByteArray& bytes) const
{
    QFile file{path(name)};
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        qFatal("cannot write a file of the test");
    }
    return file.fileName();
}

void CliDesk::setVariable(const QString& name, const QString& value)
{
    m_environment.insert(name, value);
}

QStringList CliDesk::addWords(const QString& name) const
{
    return {QStringLiteral("account"), QStringLiteral("add"), QStringLiteral("--provider"),
        QStringLiteral("zoomconnect"), QStringLiteral("--name"), name, QStringLiteral("--set"),
        QStringLiteral("base-url=") + m_baseUrl, QStringLiteral("--set"),
        QStringLiteral("email=practice@textdesk.example"), QStringLiteral("--again")};
}

bool CliDesk::addDesk()
{
    return run(addWords(QStringLiteral("desk"))).code == 0;
}

Result<ClientAnswer> CliDesk::request(const ClientRequest& request)
{
    QEventLoop loop;
    Result<ClientAnswer> seen{fail(ErrorKind::Cancelled, QStringLiteral("test: never settled"))};
    m_http.send(request)->then(&loop, [&](const Result<ClientAnswer>& answer) {
        seen = answer;
        loop.quit();
    });
    loop.exec();
    return seen;
}

QJsonDocument CliDesk::practice(const QString& page, const QJsonObject& body)
{
    ClientRequest asked;
    asked.url = QUrl{m_baseUrl}.resolved(QUrl{QStringLiteral("/practice/") + page});
    asked.headers.add("token", token);
    if (!body.isEmpty()) {
        asked.method = "POST";
        asked.contentType = "application/json";
        asked.body = QJsonDocument{body}.toJson(QJsonDocument::Compact);
    }
    const auto answer = request(asked);
    return answer ? QJsonDocument::fromJson(answer->body) : QJsonDocument{};
}

QStringList CliDesk::recipients()
{
    QStringList all;
    const QJsonArray entries = practice(QStringLiteral("ledger")).array();
    for (const QJsonValue& entry : entries) {
        all.append(entry[QStringLiteral("recipient")].toString());
    }
    return all;
}

int CliDesk::post(const QString& url, const QByteArray& form)
{
    ClientRequest asked;
    asked.method = "POST";
    asked.url = QUrl{url};
    asked.contentType = "application/x-www-form-urlencoded";
    asked.body = form;
    const auto answer = request(asked);
    return answer ? answer->status : 0;
}

int CliDesk::get(const QString& url)
{
    ClientRequest asked;
    asked.url = QUrl{url};
    const auto answer = request(asked);
    return answer ? answer->status : 0;
}

QStringList CliDesk::leaks() const
{
    QStringList places;
    const auto look = [&places](const QByteArray& bytes, const QString& where) {
        if (bytes.contains(token) || bytes.contains(webhookKey)) {
            places.append(where);
        }
    };
    look(m_heard, QStringLiteral("output"));
    QDirIterator files{m_folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories};
    while (files.hasNext()) {
        QFile file{files.next()};
        if (file.open(QIODevice::ReadOnly)) {
            look(file.readAll(), file.fileName());
        }
    }
    return places;
}

} // namespace Textdesk::Testing
