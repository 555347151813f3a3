// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The kept form of a statement, seen only by Connection and Statement.
#pragma once

#include "app/storage/connection.h"

#include <sqlite3.h>

namespace Textdesk {

struct CachedStatement final {
    explicit CachedStatement(sqlite3* database)
        : handle{database}
    { }
    CachedStatement(const CachedStatement&) = delete;
    CachedStatement& operator=(const CachedStatement&) = delete;
    ~CachedStatement() { sqlite3_finalize(statement); }

    // Once; what could not be prepared because an error stood is tried again the next time.
    void prepare(Connection& connection, const char* sql)
    {
        if (statement || connection.error()) {
            return;
        }
        if (sqlite3_prepare_v3(handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr)
            != SQLITE_OK) {
            connection.takeError();
        }
    }

    sqlite3* handle;
    sqlite3_stmt* statement{nullptr}; // null until it was prepared
    bool lent{false};
};

} // namespace Textdesk
