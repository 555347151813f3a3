// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/storage/oldstore.h"

#include "app/storage/connection.h"

#include <QFile>
#include <QStringList>

namespace Textdesk::Testing {

namespace {

void executeOrEnd(Connection& db, const QString& statement)
{
    if (!db.execute(statement)) {
        qFatal("not executed: %s", qPrintable(statement));
    }
}

void runFirstMigration(Connection& db)
{
    QFile script{QStringLiteral(TEXTDESK_SOURCE_DIR "/resources/migrations/0001_initial.sql")};
    if (!script.open(QIODevice::ReadOnly)) {
        qFatal("no first migration");
    }
    QString statement;
    for (const QString& line : QString::fromUtf8(script.readAll()).split(u'\n')) {
        const QString code{line.section(QStringLiteral("--"), 0, 0).trimmed()};
        statement += code + u'\n';
        if (code.endsWith(u';')) {
            executeOrEnd(db, statement);
            statement.clear();
        }
    }
}

} // namespace

void makeStoreOfVersionOne(const QString& file, int furtherTexts)
{
    const auto db = Connection::open(file, Connection::Mode::ReadWrite);
    if (!db) {
        qFatal("cannot open %s", qPrintable(file));
    }
    runFirstMigration(**db);
    const QStringList rows{
        QStringLiteral("INSERT INTO account(id, name, provider, webhook_key, created_ms) VALUES(1, "
                       "'Office', 'zoomconnect', 'key', 5)"),
        QStringLiteral("INSERT INTO line(id, account_id) VALUES(1, 1)"),
        QStringLiteral(
            "INSERT INTO conversation(id, line_id, account_id, peer, sort_ms, last_message_id, "
            "preview_direction) VALUES(1, 1, 1, '+27820000001', 3000, 3145728000, 1)"),
        QStringLiteral("INSERT INTO message(id, account_id, conversation_id, direction, state, "
                       "text, at_ms) VALUES(2097152000, 1, 1, 0, 6, 'an old text', 2000), "
                       "(3145728000, 1, 1, 1, 9, 'an old reply', 3000)"),
        QStringLiteral(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) INSERT "
            "INTO message(id, account_id, conversation_id, direction, state, text, at_ms) SELECT "
            "i, 1, 1, 0, 6, 'an older text ' || i, 0 FROM n WHERE %1 > 0")
            .arg(furtherTexts),
        QStringLiteral("PRAGMA user_version=1")};
    for (const QString& row : rows) {
        executeOrEnd(**db, row);
    }
}

} // namespace Textdesk::Testing
