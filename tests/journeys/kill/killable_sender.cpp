// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Sends a batch with the real engine and kills itself at a given step: after the Nth commit,
// request or answer. killable_sender PROFILE BASE-URL COUNT STEP; STEP 0 is never. Prints the steps
// it took.
#include "app/engine/engine.h"
#include "app/secrets/environmentsecrets.h"
#include "app/storage/messagetable.h"
#include "app/storage/outboxtable.h"
#include "tests/journeys/kill/steppingkind.h"

#include <QCoreApplication>
#include <QTimer>

#include <csignal>
#include <cstdio>

using namespace Textdesk;

namespace {

class Footfalls final {
public:
    explicit Footfalls(int last)
        : m_last{last}
    { }
    void step()
    {
        if (++m_count == m_last) {
            ::raise(SIGKILL);
        }
    }
    [[nodiscard]] int count() const { return m_count; }

private:
    int m_last;
    int m_count{0};
};

class Sender final : public QObject {
public:
    Sender(Engine& engine, QString baseUrl, int count)
        : m_engine{engine}
        , m_baseUrl{std::move(baseUrl)}
        , m_count{count}
    { }

    void begin()
    {
        connect(&m_engine.outbox(), &Outbox::quiet, this, &Sender::endIfDone);
        // The person at this desk always goes on.
        connect(
            &m_engine.outbox(), &Outbox::accountPaused, this,
            [this](AccountId id) { m_engine.outbox().resume(id); }, Qt::QueuedConnection);
        m_engine.accounts().load()->then(this, [this](const Result<Done>& loaded) {
            if (!loaded) {
                QCoreApplication::exit(4);
                return;
            }
            if (const auto accounts = m_engine.accounts().all(); !accounts.empty()) {
                compose(accounts.front()->id());
                return;
            }
            addAccount();
        });
    }

private:
    void addAccount()
    {
        NewAccount fresh;
        fresh.provider = QStringLiteral("zoomconnect");
        fresh.name = QStringLiteral("Kill");
        fresh.settings = {{QStringLiteral("base-url"), m_baseUrl},
            {QStringLiteral("email"), QStringLiteral("practice@textdesk.example")}};
        fresh.secrets.insert(QStringLiteral("token"),
            SecretText::fromString(qEnvironmentVariable("TEXTDESK_SECRET_KILL_TOKEN")));
        m_engine.accounts().add(fresh, false)->then(this, [this](const Result<AccountId>& added) {
            if (!added) {
                QCoreApplication::exit(5);
                return;
            }
            compose(*added);
        });
    }

    void compose(AccountId account)
    {
        m_account = account;
        if (!MessageTable::newest(m_engine.database().reader(), {}, {}, 1).empty()) {
            start(); // an earlier life stored them all in one transaction
            return;
        }
        std::vector<Draft> drafts;
        for (int i{0}; i < m_count; ++i) {
            Draft draft;
            draft.account = account;
            draft.to = QStringLiteral("+2782%1").arg(500 + i, 7, 10, QLatin1Char{'0'});
            draft.text = QStringLiteral("Text %1").arg(i);
            drafts.push_back(draft);
        }
        m_engine.outbox().send(drafts)->then(
            this, [this](const Result<std::vector<MessageId>>& stored) {
                if (stored) {
                    start();
                } else {
                    QCoreApplication::exit(6);
                }
            });
    }

    void start()
    {
        m_engine.outbox().start()->then(this, [this](const Result<Done>&) {
            if (const Account * account{m_engine.accounts().find(m_account)};
                account && !account->row.paused.isEmpty()) {
                m_engine.outbox().resume(m_account);
            }
            endIfDone();
        });
    }

    void endIfDone()
    {
        const OutboxCounts counts{OutboxTable::counts(m_engine.database().reader(), m_account)};
        if (m_account.isValid() && counts.queued + counts.submitting == 0
            && m_engine.outbox().isQuiet()) {
            QCoreApplication::exit(0);
        }
    }

    Engine& m_engine;
    QString m_baseUrl;
    int m_count;
    AccountId m_account;
};

int run(const QStringList& words)
{
    Footfalls footfalls{words[4].toInt()};
    SystemClock clock;
    HttpClient http{clock};
    NetworkSettings direct;
    direct.proxyMode = ProxyMode::None;
    if (!http.apply(direct)) {
        return 2;
    }
    EnvironmentSecrets secrets{QProcessEnvironment::systemEnvironment()};
    ProviderRegistry registry;
    registry.add(Testing::steppingKind([&footfalls] { footfalls.step(); }));
    auto engine = Engine::open(words[1], {clock, http, secrets, registry});
    if (!engine) {
        std::fprintf(stderr, "%s\n", qPrintable(engine.error().detail()));
        return 3;
    }
    Sender sender{**engine, words[2], words[3].toInt()};
    QObject::connect(
        &(*engine)->database(), &Database::changed, &sender, [&footfalls] { footfalls.step(); });
    QTimer::singleShot(60000, &sender, [] { QCoreApplication::exit(7); });
    QTimer::singleShot(0, &sender, [&sender] { sender.begin(); });
    const int code{QCoreApplication::exec()};
    std::printf("%d\n", footfalls.count());
    return code;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application{argc, argv};
    const QStringList words{QCoreApplication::arguments()};
    constexpr int wanted{5};
    return words.size() == wanted ? run(words) : 1;
}
