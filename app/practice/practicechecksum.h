// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Signs webhooks as zoomconnect.md 9.4 tells; deliberately shares no code with the side that
// verifies.
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

namespace Textdesk {

// Sorted by key, which is what the checksum wants.
using PracticeFields = QMap<QString, QString>;

// application/x-www-form-urlencoded as Java's URLEncoder writes it, '+' for a space.
[[nodiscard]] QByteArray practiceFormEncoded(const QString& value);
// key=value joined by '&'; values encoded or as they are, keys never.
[[nodiscard]] QByteArray practiceSignedText(const PracticeFields& fields, bool formEncoded);
// Lower-case hex HMAC-SHA1; key must not be empty.
[[nodiscard]] QByteArray practiceHmacSha1(const QByteArray& key, const QByteArray& text);

} // namespace Textdesk
