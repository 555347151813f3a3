// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The life of every secret of an account, never its value: since when, proved when, used when.
#pragma once

#include "app/base/ids.h"
#include "app/storage/writer.h"

#include <QString>

#include <vector>

namespace Textdesk {

struct CredentialRow final {
    AccountId account;
    QString name; // "token", "webhook-key"
    QString label; // what the person calls it
    qint64 createdMs{0}; // since when this value is here
    qint64 provedMs{0}; // the last time the service took it; 0 = never
    qint64 usedMs{0};
    int rotateDays{90}; // how old it may become; 0 = as old as it likes
};

struct CredentialEvent final {
    QString action; // added, copied, proved, replaced, refused, removed
    qint64 atMs{0};
};

namespace CredentialTable {

// Of accounts that are still there.
[[nodiscard]] std::vector<CredentialRow> all(Connection& db);
// Newest first.
[[nodiscard]] std::vector<CredentialEvent> history(
    Connection& db, AccountId account, const QString& name, int limit);

// A new value came here; label and rotation period of an earlier one stay. action is "added" or
// "replaced".
void begin(WriteContext& context, AccountId account, const QString& name, bool proved,
    const QString& action);
void setProved(WriteContext& context, AccountId account, const QString& name);
// Times never go back.
void setUsed(WriteContext& context, AccountId account, const QString& name, qint64 usedMs);
// False if there is no such credential.
[[nodiscard]] bool setLabel(
    WriteContext& context, AccountId account, const QString& name, const QString& label);
[[nodiscard]] bool setRotateDays(
    WriteContext& context, AccountId account, const QString& name, int days);
void note(WriteContext& context, AccountId account, const QString& name, const QString& action);
// With its account; the log stays.
void removeOf(WriteContext& context, AccountId account);

} // namespace CredentialTable

} // namespace Textdesk
