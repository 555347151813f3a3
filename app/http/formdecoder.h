// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// application/x-www-form-urlencoded as the WHATWG URL standard reads it (QUrlQuery leaves '+'
// alone).
#pragma once

#include <QByteArray>
#include <QString>

#include <utility>
#include <vector>

namespace Textdesk {

using FormFields = std::vector<std::pair<QString, QString>>;

// Order and repeats are kept; '+' is a space; broken percent escapes stay as they are; bytes that
// are not UTF-8 become U+FFFD.
[[nodiscard]] FormFields decodeForm(QByteArrayView encoded);
// Percent-encodes every value byte except unreserved characters; never emits a bare '+'.
[[nodiscard]] QByteArray encodeForm(const FormFields& fields);

} // namespace Textdesk
