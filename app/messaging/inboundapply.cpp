// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/messaging/inboundapply.h"

#include "app/domain/segments.h"
#include "app/messaging/optoutwords.h"
#include "app/messaging/reference.h"
#include "app/storage/conversationtable.h"
#include "app/storage/forgetting.h"
#include "app/storage/inboundtable.h"
#include "app/storage/messageids.h"
#include "app/storage/messagetable.h"
#include "app/storage/optouttable.h"

namespace Textdesk {

namespace {

class Application final {
public:
    Application(WriteContext& context, AccountId account, qint64 arrivedMs)
        : m_context{context}
        , m_account{account}
        , m_arrivedMs{arrivedMs}
    { }

    void operator()(const IncomingText& text);
    void operator()(const DeliveryReport& report);
    void operator()(const OutgoingSeen& seen);

    Applied applied;

private:
    [[nodiscard]] std::optional<Message> findOutgoing(const DeliveryReport& report);
    [[nodiscard]] bool wasDeleted(const DeliveryReport& report);
    void applyReport(Message message, const DeliveryReport& report);
    [[nodiscard]] MessageId questionOf(const IncomingText& text);

    WriteContext& m_context;
    AccountId m_account;
    qint64 m_arrivedMs;
};

void Application::operator()(const IncomingText& text)
{
    if (const auto known =
            MessageTable::findByProviderId(m_context.db, m_account, text.providerId)) {
        ++applied.repeats;
        applied.lastMessage = known->id;
        // Read elsewhere is news. "Unread" may only mean that our own mark has not arrived there
        // yet.
        if (text.read.value_or(false)) {
            MessageTable::setRead(m_context, *known, true);
        }
        return;
    }
    // Not by the reference in its data field: that names the text it answers.
    if (wasForgotten(m_context.db, m_account, text.providerId, {})) {
        ++applied.repeats;
        ++applied.forgotten;
        return;
    }
    Message message;
    message.account = m_account;
    message.conversation =
        ConversationTable::findOrCreate(m_context, m_account, text.from.canonical());
    message.direction = Direction::In;
    message.state = DeliveryState::Received;
    message.peer = text.from.canonical();
    message.text = text.text;
    message.providerId = text.providerId;
    message.dataField = fromWire(text.dataField).personal;
    message.campaign = text.campaign;
    message.atMs = incomingTime(text.at, m_arrivedMs);
    message.stateMs = m_arrivedMs;
    message.parts = countSegments(text.text).segments;
    message.read = text.read.value_or(false);
    message.id = nextMessageId(m_context.db, message.atMs, questionOf(text));
    // What is shown and what orders the thread are one time.
    message.atMs = timeOfMessageId(message.id);
    MessageTable::insert(m_context, message);
    ++applied.newTexts;
    applied.lastMessage = message.id;
    applied.optOuts += heedOptOutWord(m_context, message) ? 1 : 0;
}

MessageId Application::questionOf(const IncomingText& text)
{
    auto asked = MessageTable::findByProviderId(m_context.db, m_account, text.repliedToProviderId);
    if (!asked) {
        // A fast reply comes before the answer that names our text: our reference knows it.
        asked = MessageTable::findByReference(m_context.db, fromWire(text.dataField).reference);
    }
    return asked && asked->account == m_account ? asked->id : MessageId{};
}

std::optional<Message> Application::findOutgoing(const DeliveryReport& report)
{
    auto known = MessageTable::findByProviderId(m_context.db, m_account, report.providerId);
    if (!known) {
        // Its answer never arrived or has not yet: our reference in the data field names it.
        known = MessageTable::findByReference(m_context.db, fromWire(report.dataField).reference);
        if (known && (known->account != m_account || !known->providerId.isEmpty())) {
            known.reset();
        }
    }
    return known && known->direction == Direction::Out ? known : std::nullopt;
}

bool Application::wasDeleted(const DeliveryReport& report)
{
    return wasForgotten(
        m_context.db, m_account, report.providerId, fromWire(report.dataField).reference);
}

void Application::applyReport(Message message, const DeliveryReport& report)
{
    applied.lastMessage = message.id;
    const DeliveryState next{advance(message.state, report.state)};
    const bool learnsId{message.providerId.isEmpty() && !report.providerId.isEmpty()};
    if (next == message.state && !learnsId) {
        ++applied.repeats;
        return;
    }
    if (next != message.state) {
        message.state = next;
        message.reason = next == DeliveryState::Failed ? report.reason : QString{};
        message.reasonText.clear();
        message.stateMs = m_arrivedMs;
        ++applied.stateChanges;
    }
    if (learnsId) {
        message.providerId = report.providerId;
    }
    MessageTable::updateState(m_context, message);
    if (report.state == DeliveryState::Failed && report.reason == QStringLiteral("opted-out")) {
        applied.optOuts += closeByProvider(m_context, message) ? 1 : 0;
    }
}

void Application::operator()(const DeliveryReport& report)
{
    if (const auto message = findOutgoing(report)) {
        applyReport(*message, report);
        return;
    }
    if (wasDeleted(report)) {
        ++applied.repeats;
        ++applied.forgotten;
        return;
    }
    InboundTable::keepEarlyReport(
        m_context, m_account, report.providerId, {report.state, report.reason});
    ++applied.stateChanges;
}

void Application::operator()(const OutgoingSeen& seen)
{
    if (const auto message = findOutgoing(seen.report)) {
        DeliveryReport report{seen.report};
        // Being listed is proof of acceptance, whatever the status word beside it means.
        if (advance(DeliveryState::Unknown, report.state) == DeliveryState::Unknown) {
            report.state = DeliveryState::Accepted;
        }
        applyReport(*message, report);
        return;
    }
    if (wasDeleted(seen.report)) {
        ++applied.repeats;
        return;
    }
    // Written elsewhere, e.g. in the provider's portal: part of the conversation all the same.
    Message message;
    message.account = m_account;
    message.conversation =
        ConversationTable::findOrCreate(m_context, m_account, seen.to.canonical());
    message.direction = Direction::Out;
    message.state = seen.report.state;
    message.reason = seen.report.reason;
    message.text = seen.text;
    message.providerId = seen.report.providerId;
    message.dataField = fromWire(seen.report.dataField).personal;
    message.campaign = seen.report.campaign;
    message.atMs = incomingTime(seen.at, m_arrivedMs);
    message.stateMs = m_arrivedMs;
    message.parts = countSegments(seen.text).segments;
    message.id = nextMessageId(m_context.db, message.atMs);
    if (const auto early =
            InboundTable::takeEarlyReport(m_context, m_account, message.providerId)) {
        message.state = advance(message.state, early->state);
    }
    MessageTable::insert(m_context, message);
    ++applied.newTexts;
    applied.lastMessage = message.id;
}

} // namespace

bool closeByProvider(WriteContext& context, const Message& message)
{
    OptOutRow row;
    row.peer = message.peer;
    row.sinceMs = context.nowMs;
    row.source = QStringLiteral("provider");
    row.account = message.account;
    row.message = message.id;
    return OptOutTable::close(context, row);
}

Applied applyInbound(WriteContext& context, AccountId account,
    const std::vector<InboundEvent>& events, qint64 arrivedMs)
{
    Application application{context, account, arrivedMs};
    for (const InboundEvent& event : events) {
        std::visit(application, event);
    }
    return application.applied;
}

} // namespace Textdesk
