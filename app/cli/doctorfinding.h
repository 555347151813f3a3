// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What 'doctor' found out about one thing, and the looks that need nobody's answer: at the folder,
// the store and the settings of a profile.
#pragma once

#include "app/accounts/account.h"
#include "app/storage/connection.h"

#include <QString>

#include <vector>

namespace Textdesk {

struct Finding final {
    QString check; // "database": a stable word for scripts
    bool ok{true};
    QString message; // a whole sentence
    QString advice{}; // what to do; empty when all is well
    QString account{}; // whom it is about; empty: all
};

namespace Doctor {

using Findings = std::vector<Finding>;

[[nodiscard]] Finding good(const QString& check, const QString& message);
[[nodiscard]] Finding bad(const QString& check, const QString& message, const QString& advice);

// Without opening anything: folder, backups, room on the disk, settings. Nothing is changed or
// made.
[[nodiscard]] Findings ofFolder(const QString& folder, qint64 nowMs);
// Why the store could not be opened, in words of its own.
[[nodiscard]] Finding ofProblem(const Error& error);
// What the store knows: version, what waits or is in doubt, who is closed.
[[nodiscard]] Findings ofStore(Connection& db);
// Settings, secrets and pauses; the provider is asked elsewhere.
[[nodiscard]] Findings ofAccount(const Account& account, const ProviderRegistry& registry);
// Whether something else has the port that webhooks come in on.
[[nodiscard]] Finding ofPort(const QString& folder);

} // namespace Doctor

} // namespace Textdesk
