// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Makes what goes over the wire fit for a log: no token, address, number or text stays in it.
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace Textdesk {

// Whether values under this header name or query key are kept from every log ("token", "X-Api-Key",
// ...).
[[nodiscard]] bool isSensitiveName(QStringView name);
// Runs of seven digits or more, of any script and also when spaced or dashed, become "***".
[[nodiscard]] QString maskedNumbers(const QString& text);
// Scheme, host, port and path. Path segments that are a number, an address or look like a key
// become "***".
[[nodiscard]] QString loggedUrl(const QUrl& url);
// The same with the query: its keys, and only such values as a page number; all others become
// "***".
[[nodiscard]] QString loggedUrlWithQuery(const QUrl& url);
[[nodiscard]] QString loggedHeader(const QByteArray& name, const QByteArray& value);

} // namespace Textdesk
