// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One thread's SQLite connection: cached statements, and errors that cannot be overlooked.
#pragma once

#include "app/base/result.h"

#include <QHash>
#include <QString>

#include <memory>
#include <optional>

struct sqlite3;

namespace Textdesk {

class Statement;
struct CachedStatement;

// Qt's driver opens the file; statements go straight to SQLite through the driver's handle, because
// QSqlQuery costs more than most of our statements do (tests/bench/README.md). Errors are sticky:
// after the first one every further statement does nothing, and the surrounding transaction is
// rolled back by whoever began it. So row code reads straight down, and nothing is committed after
// an overlooked failure.
class Connection final {
public:
    enum class Mode { ReadWrite, ReadOnly };

    // WAL, foreign keys and synchronous=FULL are set and verified. Errors: Storage with detail
    // "read-only", "damaged", "disk-full", "cannot-open", "no-driver", "not-durable" or "io".
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const QString& file, Mode mode);
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection();

    // A cached prepared statement; sql must be a string literal. Given back (reset) when it goes
    // out of scope.
    [[nodiscard]] Statement prepare(const char* sql);
    // For statements that are not worth keeping: migrations, pragmas.
    bool execute(const QString& sql);
    [[nodiscard]] qint64 pragma(const QString& name);
    // Pages in the WAL after the last commit of this connection.
    [[nodiscard]] int logPages() const { return m_logPages; }

    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }
    void clearError() { m_error.reset(); }
    // From any thread: what runs now ends with "interrupted".
    void interrupt();
    // For an error that was cleared to undo something, when the undoing failed too.
    void restoreError(const Error& error) { m_error = error; }
    // What SQLite says about its last call becomes the error.
    void takeError();

private:
    explicit Connection(QString name);
    [[nodiscard]] Result<Done> connect(const QString& file, Mode mode);
    void configure();
    [[nodiscard]] bool isDurable();

    QString m_name; // QSqlDatabase's
    sqlite3* m_handle{nullptr};
    int m_logPages{0};
    QHash<const char*, std::shared_ptr<CachedStatement>> m_statements;
    std::optional<Error> m_error;
};

} // namespace Textdesk
