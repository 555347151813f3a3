// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The shapes of answer that the ZoomConnect API gives (zoomconnect.md 1.7, 6).
#pragma once

#include "app/http/servermessage.h"
#include "app/practice/practicestate.h"

#include <QJsonArray>
#include <QJsonObject>

namespace Textdesk {

[[nodiscard]] ServerAnswer practiceJson(const QJsonObject& object, int status = 200);
[[nodiscard]] ServerAnswer practiceJson(const QJsonArray& array);
// A RestErrorDTO; code 1 general, 2 invalid number, 3 empty message.
[[nodiscard]] ServerAnswer practiceError(int status, int code, const QString& text);
// A number, boolean or text that is the whole body, in the quoting the variant asks for.
[[nodiscard]] ServerAnswer practiceScalar(const QJsonValue& value, PracticeVariant::Scalars form);
[[nodiscard]] ServerAnswer practiceEmpty(int status);
[[nodiscard]] ServerAnswer practiceNotFound();
[[nodiscard]] ServerAnswer practiceWrongMethod();

// An id as the variant writes it: text, or a bare number for decimal ids.
[[nodiscard]] QJsonValue practiceId(const QString& id, PracticeVariant::Ids form);
// A WebServiceMessage.
[[nodiscard]] QJsonObject practiceMessageJson(
    const PracticeMessage& message, const PracticeState& state);

} // namespace Textdesk
