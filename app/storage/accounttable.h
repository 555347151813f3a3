// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The accounts of this profile, without their secrets.
#pragma once

#include "app/base/ids.h"
#include "app/storage/writer.h"

#include <QMap>
#include <QString>

#include <optional>
#include <vector>

namespace Textdesk {

struct AccountRow final {
    AccountId id;
    QString name;
    QString provider;
    QMap<QString, QString> settings;
    QString webhookKey;
    bool practice{false};
    QString paused; // why sending is paused; empty = it is not
    qint64 webhookVerifiedMs{0};
    qint64 createdMs{0};
    bool removed{false};
    int colour{-1}; // what a person chose; -1 = none
    QString secretName; // set where its secrets are kept under another name than its own

    // Stays when the account gets another name.
    [[nodiscard]] const QString& secretAccount() const
    {
        return secretName.isEmpty() ? name : secretName;
    }
    // An index into the theme's label colours.
    [[nodiscard]] int shownColour() const;
};

// What hangs on an account.
struct AccountUse final {
    int conversations{0};
    int waiting{0}; // texts that have not gone out
};

namespace AccountTable {

// Also makes the account's default line. Error Rejected "name-taken".
[[nodiscard]] Result<AccountId> insert(WriteContext& context, const AccountRow& row);
[[nodiscard]] std::vector<AccountRow> all(Connection& db, bool withRemoved = false);
void setSettings(WriteContext& context, AccountId id, const QMap<QString, QString>& settings);
// Its secrets stay where they are. Error Rejected "name-taken".
[[nodiscard]] Result<Done> setLook(
    WriteContext& context, AccountId id, const QString& name, int colour);
void setPaused(WriteContext& context, AccountId id, const QString& reason);
void setWebhookVerified(WriteContext& context, AccountId id, qint64 ms);
// The conversations stay; what was queued is marked failed with reason "account-removed".
void remove(WriteContext& context, AccountId id);
[[nodiscard]] AccountUse use(Connection& db, AccountId id);
[[nodiscard]] LineId defaultLine(Connection& db, AccountId id);

[[nodiscard]] QString syncMark(Connection& db, AccountId id, const QString& kind);
void setSyncMark(WriteContext& context, AccountId id, const QString& kind, const QString& value);

} // namespace AccountTable

} // namespace Textdesk
