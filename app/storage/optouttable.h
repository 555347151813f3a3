// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// People who said STOP: closed on every line, with who, when and why.
#pragma once

#include "app/base/ids.h"
#include "app/storage/writer.h"

#include <QString>

#include <vector>

namespace Textdesk {

struct OptOutRow final {
    QString peer; // canonical address
    qint64 sinceMs{0};
    QString source; // "stop-word", "person", "provider"
    AccountId account; // where it was said; invalid for a person's own entry
    MessageId message;
};

struct OptOutLogRow final {
    QString peer;
    QString action; // "closed", "opened"
    qint64 atMs{0};
    QString source;
};

namespace OptOutTable {

[[nodiscard]] bool isClosed(Connection& db, const QString& peer);
// False if the person was closed already; the log is written only when something changed.
bool close(WriteContext& context, const OptOutRow& row);
bool open(WriteContext& context, const QString& peer, const QString& source);
[[nodiscard]] std::vector<OptOutRow> all(Connection& db, int limit);
[[nodiscard]] std::vector<OptOutLogRow> log(Connection& db, const QString& peer);

} // namespace OptOutTable

} // namespace Textdesk
