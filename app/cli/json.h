// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The stable JSON forms of the command line (cli.md); ids are strings.
#pragma once

#include "app/accounts/account.h"
#include "app/domain/message.h"
#include "app/storage/conversationtable.h"

#include <QJsonObject>

namespace Textdesk {

[[nodiscard]] QJsonObject messageJson(const Message& message, const QString& account);
[[nodiscard]] QJsonObject accountJson(const Account& account);
[[nodiscard]] QJsonObject conversationJson(const ConversationRow& row, const QString& account);
// ISO 8601 in UTC with milliseconds; empty for 0.
[[nodiscard]] QString isoTime(qint64 ms);

} // namespace Textdesk
