// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/messaging/outboxbench.h"

#include <algorithm>

namespace Textdesk::Testing {

OutboxBench::OutboxBench(OutboxOptions chosen)
    : options{chosen}
{
    restart();
}

OutboxBench::~OutboxBench()
{
    outbox.reset();
    inbox.reset();
}

void OutboxBench::restart()
{
    outbox.reset();
    inbox.reset();
    reopen();
    inbox = std::make_unique<Inbox>(*database, *accounts, clock);
    outbox = std::make_unique<Outbox>(*database, *accounts, clock, options);
}

void OutboxBench::start()
{
    if (!answerOf(outbox->start())) {
        qFatal("the outbox does not start");
    }
}

Draft OutboxBench::draft(const QString& to, const QString& text) const
{
    Draft draft;
    draft.account = account;
    draft.to = to;
    draft.text = text;
    return draft;
}

MessageId OutboxBench::send(const Draft& draft)
{
    const auto ids = answerOf(outbox->send({draft}));
    return ids ? ids->front() : MessageId{};
}

MessageId OutboxBench::send(const QString& to, const QString& text)
{
    return send(draft(to, text));
}

std::vector<MessageId> OutboxBench::sendMany(int count)
{
    std::vector<Draft> drafts;
    for (int i{0}; i < count; ++i) {
        drafts.push_back(draft(person(i)));
    }
    return answerOf(outbox->send(drafts)).value_or(std::vector<MessageId>{});
}

bool OutboxBench::becomesQuiet()
{
    return eventually([this] { return outbox->isQuiet(); });
}

bool OutboxBench::becomes(MessageId id, DeliveryState state)
{
    return eventually([this, id, state] { return message(id).state == state; });
}

void OutboxBench::settleDown()
{
    constexpr int rounds{6}; // an answer leads to a write, that to a claim, that to a request, ...
    for (int i{0}; i < rounds; ++i) {
        (void)answerOf(database->write<Done>(
            WritePriority::Bulk, [](WriteContext&) -> Result<Done> { return Done{}; }));
    }
}

QStringList OutboxBench::sentTexts() const
{
    QStringList texts;
    for (const OutgoingText& one : service->sends) {
        texts.append(one.text);
    }
    return texts;
}

int OutboxBench::sendsTo(const QString& number) const
{
    return int(std::count_if(service->sends.cbegin(), service->sends.cend(),
        [&number](const OutgoingText& one) { return one.to.canonical() == number; }));
}

Applied OutboxBench::apply(const std::vector<InboundEvent>& events)
{
    return answerOf(inbox->apply(account, events, WritePriority::Webhook)).value_or(Applied{});
}

QString OutboxBench::paused() const
{
    return accounts->find(account)->row.paused;
}

QString person(int index)
{
    constexpr int first{100};
    return QStringLiteral("+2782%1").arg(first + index, 7, 10, QLatin1Char{'0'});
}

Error perhaps(ErrorKind kind)
{
    Error error{kind, QStringLiteral("cut")};
    error.withMayHaveHappened(true);
    return error;
}

IncomingText incoming(const QString& id, const QString& from, const QString& text)
{
    return {id, Address::fromCanonical(from), {}, text, std::nullopt, {}, {}, {}, std::nullopt};
}

DeliveryReport report(const QString& id, DeliveryState state, const QString& reason)
{
    return {id, state, {}, reason, {}, {}, std::nullopt};
}

} // namespace Textdesk::Testing
