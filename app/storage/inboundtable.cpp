// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/inboundtable.h"

#include "app/storage/statement.h"

namespace Textdesk::InboundTable {

void logEvent(WriteContext& context, const InboundEventRow& row)
{
    context.db
        .prepare(
            "INSERT INTO inbound_event(account_id, received_ms, source, purpose, verdict, reason, "
            "query, body, message_id) VALUES(?, ?, 'webhook', ?, ?, ?, ?, ?, ?)")
        .run(row.account.isValid() ? QVariant{row.account.value()}
                                   : QVariant{QMetaType::fromType<qint64>()},
            row.receivedMs, row.purpose, row.verdict, row.reason, row.query, row.body, row.message);
    context.changes.inboundEvents = true;
}

std::vector<InboundEventRow> newestEvents(Connection& db, int limit)
{
    std::vector<InboundEventRow> rows;
    auto query =
        db.prepare("SELECT id, account_id, received_ms, purpose, verdict, reason, query, body, "
                   "message_id FROM inbound_event ORDER BY id DESC LIMIT ?");
    query.run(limit);
    while (query.next()) {
        rows.push_back({EventId{query.integer(0)}, AccountId{query.integer(1)}, query.integer(2),
            query.text(3), query.text(4), query.text(5), query.blob(6), query.blob(7),
            MessageId{query.integer(8)}});
    }
    return rows;
}

void blankEvents(
    WriteContext& context, AccountId account, MessageId message, const QString& providerId)
{
    context.db
        .prepare("UPDATE inbound_event SET query = x'', body = x'' WHERE message_id = ? AND "
                 "message_id <> 0")
        .run(message);
    if (!providerId.isEmpty()) {
        // Nothing links these to the message but the id in their bytes.
        context.db
            .prepare("UPDATE inbound_event SET query = x'', body = x'' WHERE verdict IN "
                     "('replayed', 'refused') AND account_id = ?1 AND (instr(body, ?2) > 0 OR "
                     "instr(query, ?2) > 0)")
            .run(account, providerId.toUtf8());
    }
    context.changes.inboundEvents = true;
}

void pruneRefused(WriteContext& context, int keep)
{
    context.db
        .prepare("DELETE FROM inbound_event WHERE verdict = 'refused' AND id <= coalesce((SELECT "
                 "id FROM "
                 "inbound_event WHERE verdict = 'refused' ORDER BY id DESC LIMIT 1 OFFSET ?), 0)")
        .run(keep);
}

bool useNonce(WriteContext& context, AccountId account, const QString& nonce, qint64 expiresMs)
{
    // Half an hour past its end a nonce cannot be accepted any more, whatever the skew allowed.
    constexpr qint64 keepAfterExpiryMs{1800000};
    context.db.prepare("DELETE FROM nonce WHERE expires_ms < ?")
        .run(context.nowMs - keepAfterExpiryMs);
    auto add = context.db.prepare(
        "INSERT INTO nonce(account_id, nonce, expires_ms) VALUES(?, ?, ?) ON CONFLICT DO NOTHING");
    add.run(account, nonce, expiresMs);
    return add.changes() > 0;
}

void keepEarlyReport(
    WriteContext& context, AccountId account, const QString& providerId, const EarlyReport& report)
{
    // A report whose message never shows up is of no use to anybody after a month.
    constexpr qint64 keepMs{30 * qint64{86400000}};
    context.db.prepare("DELETE FROM early_report WHERE received_ms < ?")
        .run(context.nowMs - keepMs);
    const std::optional<EarlyReport> earlier{takeEarlyReport(context, account, providerId)};
    const DeliveryState state{earlier ? advance(earlier->state, report.state) : report.state};
    const QString reason{state == report.state ? report.reason : earlier->reason};
    context.db
        .prepare("INSERT INTO early_report(account_id, provider_id, state, reason, received_ms) "
                 "VALUES(?, ?, ?, ?, ?)")
        .run(account, providerId, state, reason, context.nowMs);
}

std::optional<EarlyReport> takeEarlyReport(
    WriteContext& context, AccountId account, const QString& providerId)
{
    std::optional<EarlyReport> report;
    {
        auto query = context.db.prepare(
            "SELECT state, reason FROM early_report WHERE account_id = ? AND provider_id = ?");
        if (query.first(account, providerId)) {
            report = EarlyReport{static_cast<DeliveryState>(query.integer(0)), query.text(1)};
        }
    }
    if (report) {
        context.db.prepare("DELETE FROM early_report WHERE account_id = ? AND provider_id = ?")
            .run(account, providerId);
    }
    return report;
}

} // namespace Textdesk::InboundTable
