// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/doctorrun.h"

#include "app/cli/explain.h"
#include "app/storage/damagewatch.h"
#include "app/storage/integrity.h"
#include "app/storage/rescuemark.h"

#include <QLocale>

#include <cstdlib>

namespace Textdesk {

namespace {

constexpr std::chrono::seconds patience{15};
constexpr qint64 wrongClockSeconds{300}; // signatures of webhooks bear about as much

QString addressIn(const WebhookListener& listener)
{
    return QStringLiteral("%1, port %2").arg(listener.address().toString()).arg(listener.port());
}

// RFC 9110, 5.6.7: "Sun, 06 Nov 1994 08:49:37 GMT".
QDateTime dateOf(const ClientAnswer& answer)
{
    const auto value = answer.headers.value("date");
    return value ? QDateTime::fromString(QString::fromLatin1(*value), Qt::RFC2822Date)
                 : QDateTime{};
}

} // namespace

DoctorRun::DoctorRun(CommandContext& context)
    : QObject{&context}
    , m_context{context}
    , m_folder{context.hasEngine() ? context.engine().profileFolder() : context.profileFolder()}
{ }

void DoctorRun::start()
{
    addAll(Doctor::ofFolder(m_folder, m_context.clock().nowMs()));
    add(Doctor::good(QStringLiteral("owner"),
        m_context.isGuest() ? QStringLiteral("Another Textdesk uses this profile, and answers.")
                            : QStringLiteral("No other program uses this profile.")));
    checkStore();
}

void DoctorRun::startWithout(const Error& problem)
{
    m_accountsRead = false;
    addAll(Doctor::ofFolder(m_folder, m_context.clock().nowMs()));
    add(Doctor::ofProblem(problem));
    if (!m_context.hasEngine()) {
        report();
        return;
    }
    checkStore(); // the accounts could not be read, but perhaps the rest can
}

void DoctorRun::checkStore()
{
    addAll(Doctor::ofStore(m_context.engine().database().reader()));
    m_context.engine()
        .database()
        .readAside<QStringList>(
            [](Connection& db) { return checkIntegrity(db, CheckDepth::Quick); })
        ->then(this, [this](const Result<QStringList>& found) {
            const QString check{QStringLiteral("database")};
            if (found && found->isEmpty()) {
                add(Doctor::good(check, QStringLiteral("The database is sound.")));
            } else {
                if (found) {
                    // So that the advice is true, whatever else is read until then.
                    markForRescue(m_folder);
                    DamageWatch::tell(m_context.engine().database().file());
                }
                add(Doctor::ofProblem(
                    found ? Error{ErrorKind::Storage, QStringLiteral("damaged")} : found.error()));
            }
            if (m_accountsRead) {
                probeSecrets();
            } else {
                checkListener();
            }
        });
}

// Something that nobody keeps: whoever can say "not found" works.
void DoctorRun::probeSecrets()
{
    m_context.secrets()
        .read({QStringLiteral("textdesk-doctor"), QStringLiteral("probe")})
        ->then(this, [this](const Result<SecretText>& answer) {
            const QString where{m_context.secrets().backendName()};
            const bool works{answer || answer.error().detail() == QStringLiteral("not-found")};
            if (works) {
                add(Doctor::good(QStringLiteral("secrets"),
                    QStringLiteral("Secrets are kept in: %1.").arg(where)));
            } else if (m_context.engine().accounts().all().empty()) {
                add(Doctor::good(
                    QStringLiteral("secrets"), QStringLiteral("No account needs a secret yet.")));
            } else {
                add(Doctor::bad(QStringLiteral("secrets"),
                    QStringLiteral("Secrets cannot be read from: %1.").arg(where),
                    explain(answer.error())));
            }
            checkAccounts();
        });
}

void DoctorRun::checkAccounts()
{
    for (const Account* account : m_context.engine().accounts().all()) {
        m_left.push_back(account->id());
    }
    nextAccount();
}

void DoctorRun::nextAccount()
{
    if (m_left.empty()) {
        checkListener();
        return;
    }
    const AccountId id{m_left.front()};
    m_left.erase(m_left.begin());
    const Account* account{m_context.engine().accounts().find(id)};
    if (!account) {
        nextAccount();
        return;
    }
    addAll(Doctor::ofAccount(*account, m_context.registry()));
    if (m_context.arguments().has(QStringLiteral("offline")) || !account->provider
        || !account->secretProblem.isEmpty()) {
        nextAccount();
    } else {
        askProvider(*account);
    }
}

// The balance costs nothing and changes nothing; where none is told, the test call does as well.
void DoctorRun::askProvider(const Account& account)
{
    const QString name{account.row.name};
    const QUrl address{account.config.setting(QStringLiteral("base-url"))};
    if (BalanceFacet * facet{account.provider->balance()}) {
        facet->balance()->then(this, [this, name, address](const Result<Balance>& balance) {
            heardProvider(name, address, balance ? Result<Done>{Done{}} : fail(balance.error()));
        });
    } else if (ProofFacet * proof{account.provider->proof()}) {
        proof->prove()->then(this, [this, name, address](const Result<Done>& proved) {
            heardProvider(name, address, proved);
        });
    } else {
        nextAccount();
    }
}

void DoctorRun::heardProvider(const QString& name, const QUrl& address, const Result<Done>& answer)
{
    const QString check{QStringLiteral("provider")};
    Finding finding{answer
            ? Doctor::good(check, QStringLiteral("The provider answers and takes its secrets."))
            : Doctor::bad(check, QStringLiteral("The provider could not be asked."),
                explain(answer.error()))};
    finding.account = name;
    add(std::move(finding));
    if (answer && address.isValid() && address.scheme().startsWith(QStringLiteral("http"))) {
        askTheTime(name, address);
    } else {
        nextAccount();
    }
}

// Without any secret; whatever the page is, its Date header says when it was.
void DoctorRun::askTheTime(const QString& name, const QUrl& address)
{
    ClientRequest request;
    request.url = address;
    request.timeout = patience;
    m_context.http().send(request)->then(this, [this, name](const Result<ClientAnswer>& answer) {
        const QDateTime theirs{answer ? dateOf(*answer) : QDateTime{}};
        if (theirs.isValid()) {
            const qint64 apart{theirs.secsTo(m_context.clock().now())};
            const QString check{QStringLiteral("clock")};
            Finding finding{std::llabs(apart) <= wrongClockSeconds
                    ? Doctor::good(check, QStringLiteral("This computer's clock agrees with it."))
                    : Doctor::bad(check,
                        QStringLiteral("This computer's clock is %1 minutes %2 of the provider's.")
                            .arg(std::llabs(apart) / 60)
                            .arg(apart > 0 ? QStringLiteral("ahead") : QStringLiteral("behind")),
                        QStringLiteral("Set the clock, best by itself from the network: webhooks "
                                       "are refused and planned texts go out at the wrong time."))};
            finding.account = name;
            add(std::move(finding));
        }
        nextAccount();
    });
}

void DoctorRun::checkListener()
{
    const WebhookListener& listener{m_context.engine().listener()};
    add(listener.isListening() ? Doctor::good(QStringLiteral("listener"),
            QStringLiteral("Webhooks come in at %1.").arg(addressIn(listener)))
                               : Doctor::ofPort(m_folder));
    report();
}

void DoctorRun::add(Finding finding)
{
    m_findings.push_back(std::move(finding));
}

void DoctorRun::addAll(Doctor::Findings findings)
{
    for (Finding& finding : findings) {
        add(std::move(finding));
    }
}

void DoctorRun::report()
{
    QJsonArray array;
    bool allWell{true};
    for (const Finding& finding : m_findings) {
        allWell = allWell && finding.ok;
        array.append(QJsonObject{{QStringLiteral("check"), finding.check},
            {QStringLiteral("account"), finding.account}, {QStringLiteral("ok"), finding.ok},
            {QStringLiteral("message"), finding.message},
            {QStringLiteral("advice"), finding.advice}});
        const QString about{
            finding.account.isEmpty() ? finding.check : finding.account + u' ' + finding.check};
        m_context.output().line(
            QStringLiteral("%1  %2: %3%4")
                .arg(finding.ok ? QStringLiteral("ok          ") : QStringLiteral("look at this"),
                    about, finding.message,
                    finding.advice.isEmpty() ? QString{} : u' ' + finding.advice));
    }
    m_context.output().array(array);
    m_context.finish(allWell ? ExitCode::Done : ExitCode::Failed);
}

QList<Command> doctorCommands()
{
    return {{QStringLiteral("doctor"), QStringLiteral("[--offline]"),
        QStringLiteral("looks at profile, secrets, accounts and network and says what is wrong and "
                       "what to do; changes nothing"),
        {{QStringLiteral("offline"), false, false}}, 0, true,
        [](CommandContext& context) { (new DoctorRun{context})->start(); },
        [](CommandContext& context, const Error& problem) {
            (new DoctorRun{context})->startWithout(problem);
        }}};
}

} // namespace Textdesk
