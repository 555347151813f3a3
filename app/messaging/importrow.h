// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One row of an imported history: a JSON object in the form that the command line prints messages
// in, checked field by field. Pure.
#pragma once

#include "app/base/result.h"
#include "app/domain/address.h"
#include "app/domain/message.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <optional>

QT_BEGIN_NAMESPACE
class QJsonObject;
QT_END_NAMESPACE

namespace Textdesk {

struct ImportAccount final {
    AccountId id;
    QString region; // of numbers without a country code
};

class ImportRowReader final {
public:
    // Rows that name no account belong to fallback, if there is one. nowMs: nothing later is
    // history.
    ImportRowReader(QHash<QString, ImportAccount> accounts, std::optional<ImportAccount> fallback,
        qint64 nowMs);

    // A message without id and conversation. Error Rejected with one of: "not-json",
    // "bad-field: NAME", "no-account", "unknown-account", "bad-direction", "bad-peer", "bad-sender"
    // (a name longer than networks carry), "bad-recipient" (a name, which nobody can text),
    // "bad-text", "empty-text", "bad-state", "not-final" (it would still be sent, or is in doubt),
    // "bad-time", "future-time".
    [[nodiscard]] Result<Message> read(const QByteArray& line);

private:
    struct Peer final {
        QString canonical; // empty: not an address
        bool canReceive{false};
        bool isSender{false}; // a number, or a name as networks carry them
    };
    [[nodiscard]] Result<Message> readObject(const QJsonObject& row);
    [[nodiscard]] QString readAccount(const QJsonObject& row, Message& message, QString& region);
    [[nodiscard]] QString readState(const QJsonObject& row, Message& message);
    [[nodiscard]] QString readPeer(const QJsonObject& row, const QString& region, Message& message);
    [[nodiscard]] QString readWords(const QJsonObject& row, Message& message);
    [[nodiscard]] QString readTime(const QJsonObject& row, Message& message) const;
    [[nodiscard]] const Peer& peerOf(const QString& text, const QString& region);

    QHash<QString, ImportAccount> m_accounts;
    std::optional<ImportAccount> m_fallback;
    qint64 m_nowMs;
    QHash<QString, Peer> m_peers; // reading a number costs more than all the rest of a row
};

} // namespace Textdesk
