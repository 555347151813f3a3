// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/log.h"

namespace Textdesk {

Q_LOGGING_CATEGORY(logNet, "textdesk.net", QtInfoMsg)
Q_LOGGING_CATEGORY(logHttp, "textdesk.http", QtInfoMsg)
Q_LOGGING_CATEGORY(logStorage, "textdesk.storage", QtInfoMsg)
Q_LOGGING_CATEGORY(logMessaging, "textdesk.messaging", QtInfoMsg)
Q_LOGGING_CATEGORY(logWebhook, "textdesk.webhook", QtInfoMsg)
Q_LOGGING_CATEGORY(logAccounts, "textdesk.accounts", QtInfoMsg)
Q_LOGGING_CATEGORY(logPractice, "textdesk.practice", QtInfoMsg)
Q_LOGGING_CATEGORY(logUi, "textdesk.ui", QtInfoMsg)

} // namespace Textdesk
