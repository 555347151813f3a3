// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The same bytes read by Boost.Beast: a request reaches the handler only if both readers agree on
// it.
#pragma once

#include "app/http/requesthead.h"

namespace Textdesk {

// message is one whole request. True if Beast takes exactly all of it, as the same method, target,
// version, headers (chunked ones may have gained trailers) and body.
[[nodiscard]] bool isSameToBeast(
    QByteArrayView message, const RequestHead& head, QByteArrayView body);

} // namespace Textdesk
