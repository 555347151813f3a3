// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A profile in a temporary folder with one account at a fake service, under a clock that stands
// still.
#pragma once

#include "app/accounts/accountlist.h"
#include "app/domain/message.h"
#include "app/secrets/memorysecrets.h"
#include "tests/support/manualclock.h"
#include "tests/support/messaging/fakeservice.h"

#include <QEventLoop>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <optional>

namespace Textdesk::Testing {

// The call's result; spins an event loop, so that it costs no resting time.
template <typename T> [[nodiscard]] Result<T> answerOf(Call<T>* call, int limitMs = 10000)
{
    QEventLoop loop;
    std::optional<Result<T>> seen;
    call->then(&loop, [&](const Result<T>& result) {
        seen = result;
        loop.quit();
    });
    QTimer::singleShot(limitMs, &loop, &QEventLoop::quit);
    loop.exec();
    return seen ? *seen
                : Result<T>{fail(ErrorKind::Cancelled, QStringLiteral("test: never settled"))};
}

// Looks again every two milliseconds while events run at full speed (QTest::qWaitFor rests 10 ms
// after each batch).
[[nodiscard]] inline bool eventually(const std::function<bool()>& holds, int limitMs = 10000)
{
    if (holds()) {
        return true;
    }
    bool held{false};
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        held = holds();
        if (held) {
            loop.quit();
        }
    });
    look.start(2);
    QTimer::singleShot(limitMs, &loop, &QEventLoop::quit);
    loop.exec();
    return held || holds();
}

class StoreAndAccounts {
public:
    // Opens the store and adds the account "Office" with the token "secret-1".
    StoreAndAccounts();
    ~StoreAndAccounts();

    // As after a crash or a quit: everything in memory is new, the file and the secrets stay.
    void reopen();
    AccountId addAccount(const QString& name, const QMap<QString, QString>& settings = {});
    [[nodiscard]] QString file() const { return folder.filePath(QStringLiteral("p/textdesk.db")); }

    [[nodiscard]] Message message(MessageId id);
    [[nodiscard]] std::vector<Message> messages(); // oldest first
    [[nodiscard]] int countIn(DeliveryState state);
    // Runs fn(WriteContext&) -> T in a transaction.
    template <typename T, typename F> T write(F fn)
    {
        return *answerOf(database->write<T>(WritePriority::Person,
            [fn = std::move(fn)](
                WriteContext& context) mutable -> Result<T> { return fn(context); }));
    }
    [[nodiscard]] Connection& reader() { return database->reader(); }

    // Every write fails from now on, as on a full disk, until mendStore(). SQLite is asked to
    // refuse by a trigger.
    void breakStore();
    void mendStore();

    ManualClock clock;
    QTemporaryDir folder;
    HttpClient http{clock};
    MemorySecrets secrets;
    std::shared_ptr<FakeService> service{std::make_shared<FakeService>()};
    ProviderRegistry registry;
    std::unique_ptr<Database> database;
    std::unique_ptr<AccountList> accounts;
    AccountId account;
};

} // namespace Textdesk::Testing
