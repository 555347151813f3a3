// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// An answer as it goes on the wire. What a handler hands over cannot break out of its header line.
#pragma once

#include "app/http/servermessage.h"

#include <QDateTime>

namespace Textdesk {

struct AnswerForm final {
    bool withoutBody{false}; // the answer to HEAD
    bool keepAlive{false};
    int minorVersion{1}; // of the request
};

[[nodiscard]] QByteArray answerBytes(
    const ServerAnswer& answer, const AnswerForm& form, const QDateTime& now);

} // namespace Textdesk
