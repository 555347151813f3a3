// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/storage/books.h"

#include "app/storage/messagecolumns.h"

#include <QMap>

namespace Textdesk::Testing {

namespace {

struct Account final {
    qint64 unread{0};
    qint64 failed{0};
    Message last;
};

QMap<qint64, Account> countedFromMessages(Connection& db)
{
    QMap<qint64, Account> counted;
    auto query = db.prepare(TEXTDESK_SELECT_MESSAGE "ORDER BY m.id");
    query.run();
    while (query.next()) {
        const Message message{readMessage(query)};
        Account& account{counted[message.conversation.value()]};
        const bool lost{
            message.state == DeliveryState::Failed || message.state == DeliveryState::Unknown};
        account.unread += message.direction == Direction::In && !message.read ? 1 : 0;
        account.failed += message.direction == Direction::Out && lost ? 1 : 0;
        account.last = message;
    }
    return counted;
}

} // namespace

QStringList wrongBooks(Connection& db)
{
    QStringList wrong;
    const QMap<qint64, Account> counted{countedFromMessages(db)};
    auto rows =
        db.prepare("SELECT id, unread, failed, last_message_id, preview, preview_direction, "
                   "preview_state, preview_reason, draft_ms, sort_ms, returned_ms, waiting, "
                   "handled_id FROM conversation");
    rows.run();
    while (rows.next()) {
        const Account& right{counted.value(rows.integer(0))};
        const auto note = [&](const char* field, const QString& is, const QString& shall) {
            if (is != shall) {
                wrong +=
                    QStringLiteral("%1 of %2: %3 instead of %4")
                        .arg(QLatin1String{field}, QString::number(rows.integer(0)), is, shall);
            }
        };
        const auto number = [](auto value) { return QString::number(qint64(value)); };
        const qint64 lastMs{right.last.id.value() >> 20};
        note("unread", rows.text(1), number(right.unread));
        note("failed", rows.text(2), number(right.failed));
        note("last message", rows.text(3), number(right.last.id.value()));
        note("preview", rows.text(4), right.last.text.left(120).simplified());
        if (right.last.id.isValid()) {
            note("direction", rows.text(5), number(right.last.direction));
            note("state", rows.text(6), number(right.last.state));
            note("reason", rows.text(7), right.last.reason);
        }
        const qint64 returnedMs{right.last.id.isValid() ? rows.integer(10) : 0};
        note("time", rows.text(9), number(std::max({rows.integer(8), lastMs, returnedMs})));
        const bool waits{right.last.id.isValid() && right.last.direction == Direction::In
            && right.last.id.value() > rows.integer(12)};
        note("waiting", rows.text(11), number(waits ? 1 : 0));
    }
    return wrong;
}

} // namespace Textdesk::Testing
