// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Turns what Qt says about a failed request into what may be done next; the rule that keeps texts
// from doubling.
#pragma once

#include "app/base/error.h"

#include <QNetworkReply>

namespace Textdesk {

// How far a request got when it failed.
struct RequestProgress final {
    bool isRead{false}; // GET or HEAD: may be repeated, whatever happened
    bool hasBody{false}; // without a body nothing tells how far the request got
    qint64 bodyTaken{0}; // bytes that Qt took from the body
    bool throughProxy{false}; // Qt does not say whether the proxy or the service failed

    // Whether the service may have carried the request out, as far as the body can tell.
    [[nodiscard]] bool mayHaveHappened() const { return !isRead && (!hasBody || bodyTaken > 0); }
};

// True when Qt's error only repeats the status of an answer that was read to its end.
[[nodiscard]] bool isPlainAnswer(QNetworkReply::NetworkError error, int status);

// Offline only when the service certainly did not carry the request out.
[[nodiscard]] Error transportError(
    QNetworkReply::NetworkError error, const RequestProgress& progress);

} // namespace Textdesk
