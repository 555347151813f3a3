// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/migrations.h"

#include <QDir>
#include <QFile>
#include <QStringList>

// The resource lives in a static library: without this the linker drops it.
static void initialiseMigrations()
{
    Q_INIT_RESOURCE(migrations);
}

namespace Textdesk {

namespace {

QStringList migrationFiles()
{
    initialiseMigrations();
    return QDir{QStringLiteral(":/migrations")}.entryList(
        {QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
}

int numberOf(const QString& file)
{
    return file.left(4).toInt();
}

// Statements end with ';' at the end of a line (after an optional comment); our files hold no
// triggers.
QStringList statementsOf(const QString& script)
{
    QStringList statements;
    QString current;
    for (const QString& line : script.split(u'\n')) {
        const QString code{line.section(QStringLiteral("--"), 0, 0).trimmed()};
        if (code.isEmpty()) {
            continue;
        }
        current += code + u'\n';
        if (code.endsWith(u';')) {
            statements.append(current);
            current.clear();
        }
    }
    return statements;
}

Result<Done> runMigration(Connection& connection, const QString& name)
{
    QFile file{QStringLiteral(":/migrations/") + name};
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorKind::Storage, QStringLiteral("migration-missing"));
    }
    connection.execute(QStringLiteral("BEGIN IMMEDIATE"));
    for (const QString& statement : statementsOf(QString::fromUtf8(file.readAll()))) {
        connection.execute(statement);
    }
    connection.execute(QStringLiteral("PRAGMA user_version=%1").arg(numberOf(name)));
    connection.execute(QStringLiteral("COMMIT"));
    if (const std::optional<Error> error{connection.error()}) {
        connection.clearError();
        connection.execute(QStringLiteral("ROLLBACK"));
        connection.clearError();
        return fail(*error);
    }
    return Done{};
}

Result<Done> keepCopy(Connection& connection, const QString& file, int version)
{
    const QString copy{
        QStringLiteral("%1.before-%2").arg(file).arg(version + 1, 4, 10, QChar{u'0'})};
    QFile::remove(copy);
    QString quoted{copy};
    quoted.replace(u'\'', QStringLiteral("''"));
    connection.execute(QStringLiteral("VACUUM INTO '%1'").arg(quoted));
    if (connection.error()) {
        return fail(*connection.error());
    }
    QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner);
    return Done{};
}

} // namespace

int newestSchema()
{
    const QStringList files{migrationFiles()};
    return files.isEmpty() ? 0 : numberOf(files.constLast());
}

Result<Done> migrate(Connection& connection, const QString& file)
{
    const auto version = int(connection.pragma(QStringLiteral("user_version")));
    if (connection.error()) {
        return fail(*connection.error());
    }
    if (version > newestSchema()) {
        return fail(ErrorKind::Storage,
            QStringLiteral("newer-version: have %1, know %2").arg(version).arg(newestSchema()));
    }
    if (version > 0 && version < newestSchema()) {
        if (const auto kept = keepCopy(connection, file, version); !kept) {
            return kept;
        }
    }
    for (const QString& name : migrationFiles()) {
        if (numberOf(name) > version) {
            if (const auto done = runMigration(connection, name); !done) {
                return done;
            }
        }
    }
    return Done{};
}

} // namespace Textdesk
