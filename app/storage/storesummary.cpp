// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/storesummary.h"

#include "app/domain/deliverystate.h"
#include "app/storage/statement.h"

namespace Textdesk {

namespace {

std::vector<NamedCount> read(Statement query)
{
    std::vector<NamedCount> rows;
    query.run();
    while (query.next()) {
        rows.emplace_back(query.text(0), query.integer(1));
    }
    return rows;
}

// One literal, because statements are kept by their address; a test compares it with the schema.
std::vector<NamedCount> tables(Connection& db)
{
    return read(db.prepare(
        "SELECT 'account', count(*) FROM account UNION ALL SELECT 'line', count(*) FROM line UNION "
        "ALL SELECT 'conversation', count(*) FROM conversation UNION ALL SELECT 'message', "
        "count(*) FROM message UNION ALL SELECT 'message_unindexed', count(*) FROM "
        "message_unindexed UNION ALL SELECT 'deleted_message', count(*) FROM deleted_message UNION "
        "ALL SELECT 'scrub', count(*) FROM scrub UNION ALL SELECT 'inbound_event', count(*) FROM "
        "inbound_event UNION ALL SELECT 'nonce', count(*) FROM nonce UNION ALL SELECT "
        "'early_report', count(*) FROM early_report UNION ALL SELECT 'opt_out', count(*) FROM "
        "opt_out UNION ALL SELECT 'opt_out_log', count(*) FROM opt_out_log UNION ALL SELECT "
        "'sync_mark', count(*) FROM sync_mark UNION ALL SELECT 'contact', count(*) FROM contact "
        "UNION ALL SELECT 'contact_address', count(*) FROM contact_address UNION ALL SELECT "
        "'label', count(*) FROM label UNION ALL SELECT 'conversation_label', count(*) FROM "
        "conversation_label UNION ALL SELECT 'credential', count(*) FROM credential UNION ALL "
        "SELECT 'provider_removal', count(*) FROM provider_removal UNION ALL SELECT "
        "'credential_log', count(*) FROM credential_log UNION ALL SELECT 'profile_fact', "
        "count(*) FROM profile_fact UNION ALL SELECT 'message_symbol', count(*) FROM "
        "message_symbol"));
}

std::vector<NamedCount> states(Connection& db)
{
    std::vector<NamedCount> rows;
    auto query =
        db.prepare("SELECT direction, state, count(*) FROM message GROUP BY direction, state");
    query.run();
    while (query.next()) {
        rows.emplace_back(QStringLiteral("%1 %2").arg(
                              query.integer(0) == 0 ? QStringLiteral("out") : QStringLiteral("in"),
                              deliveryStateName(DeliveryState(query.integer(1)))),
            query.integer(2));
    }
    return rows;
}

} // namespace

Result<StoreSummary> summarise(Connection& db)
{
    StoreSummary summary;
    summary.schema = int(db.pragma(QStringLiteral("user_version")));
    {
        auto version = db.prepare("SELECT sqlite_version()");
        if (version.first()) {
            summary.sqlite = version.text(0);
        }
    }
    summary.rows = tables(db);
    summary.states = states(db);
    // What follows a colon may be a provider's own words.
    summary.verdicts = read(db.prepare(
        "SELECT verdict || ' ' || iif(instr(reason, ':') > 0, substr(reason, 1, instr(reason, ':') "
        "- 1), reason) AS what, count(*) FROM inbound_event GROUP BY what"));
    summary.pauses = read(
        db.prepare("SELECT provider || iif(practice, ' practice', '') || iif(removed_ms > 0, ' "
                   "removed', '') || ' ' || iif(paused = '', 'works', paused) AS what, count(*) "
                   "FROM account GROUP BY what"));
    summary.facts = read(db.prepare(
        "SELECT key, CAST(value AS INTEGER) FROM profile_fact WHERE key LIKE '%-ms' ORDER BY key"));
    if (const auto& error = db.error()) {
        return fail(*error);
    }
    return summary;
}

} // namespace Textdesk
