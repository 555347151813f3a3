// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Reads fields of an answer whose types the sheet does not vouch for: every type is checked, none
// is assumed.
#pragma once

#include "app/base/result.h"

#include <QJsonObject>
#include <QJsonValue>

#include <optional>

namespace Textdesk {

// Any JSON value, bare scalars and null included. Error Protocol with detail "empty", "html" or
// "not-json".
[[nodiscard]] Result<QJsonValue> readJson(const QByteArray& body);

// A string or number as text; null and absent give the empty text; nothing for other types.
[[nodiscard]] std::optional<QString> textField(const QJsonValue& value);
// An id: a string without outer white space, or a whole number. Empty when it is neither or is too
// long.
[[nodiscard]] QString idField(const QJsonValue& value);
// A finite number, quoted or not.
[[nodiscard]] std::optional<double> numberField(const QJsonValue& value);
[[nodiscard]] std::optional<qint64> integerField(const QJsonValue& value);
// true or false, quoted or not.
[[nodiscard]] std::optional<bool> boolField(const QJsonValue& value);
// True for an id that can be put into a path as one part of it.
[[nodiscard]] bool isUsableId(const QString& id);

} // namespace Textdesk
