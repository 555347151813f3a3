// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/messaging/storeandaccounts.h"

#include "app/storage/messagetable.h"

#include <algorithm>

namespace Textdesk::Testing {

StoreAndAccounts::StoreAndAccounts()
{
    registry.add(fakeKind(service));
    reopen();
    account = addAccount(QStringLiteral("Office"));
}

StoreAndAccounts::~StoreAndAccounts() = default;

void StoreAndAccounts::reopen()
{
    accounts.reset();
    database.reset();
    auto opened = Database::open(file(), clock);
    if (!opened) {
        qFatal("the store does not open: %s", qPrintable(opened.error().detail()));
    }
    database = std::move(*opened);
    accounts =
        std::make_unique<AccountList>(AccountServices{*database, secrets, registry, http, clock});
    if (!answerOf(accounts->load())) {
        qFatal("the accounts do not load");
    }
}

AccountId StoreAndAccounts::addAccount(const QString& name, const QMap<QString, QString>& settings)
{
    NewAccount fresh;
    fresh.provider = QStringLiteral("fake");
    fresh.name = name;
    fresh.settings = settings;
    fresh.secrets.insert(
        QStringLiteral("token"), SecretText::fromString(QStringLiteral("secret-1")));
    const auto added = answerOf(accounts->add(fresh, false));
    if (!added) {
        qFatal("the account is not added: %s", qPrintable(added.error().detail()));
    }
    return *added;
}

Message StoreAndAccounts::message(MessageId id)
{
    return MessageTable::find(reader(), id).value_or(Message{});
}

std::vector<Message> StoreAndAccounts::messages()
{
    constexpr int all{100000};
    std::vector<Message> rows{MessageTable::newest(reader(), {}, {}, all)};
    std::reverse(rows.begin(), rows.end());
    return rows;
}

int StoreAndAccounts::countIn(DeliveryState state)
{
    const auto rows = messages();
    return int(std::count_if(rows.cbegin(), rows.cend(),
        [state](const Message& message) { return message.state == state; }));
}

void StoreAndAccounts::breakStore()
{
    write<Done>([](WriteContext& context) {
        context.db.execute(QStringLiteral("CREATE TRIGGER broken_insert BEFORE INSERT ON message "
                                          "BEGIN SELECT raise(ABORT, 'full'); END"));
        context.db.execute(QStringLiteral("CREATE TRIGGER broken_update BEFORE UPDATE ON message "
                                          "BEGIN SELECT raise(ABORT, 'full'); END"));
        return Done{};
    });
}

void StoreAndAccounts::mendStore()
{
    write<Done>([](WriteContext& context) {
        context.db.execute(QStringLiteral("DROP TRIGGER broken_insert"));
        context.db.execute(QStringLiteral("DROP TRIGGER broken_update"));
        return Done{};
    });
}

} // namespace Textdesk::Testing
