// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Waits for a Call in a test and hands its result over; fails instead of hanging.
#pragma once

#include "app/base/call.h"

#include <QTest>

#include <optional>

namespace Textdesk::Testing {

// The result of the call; an Error with detail "test: never settled" after the time limit
// (milliseconds).
template <typename T> [[nodiscard]] Result<T> resultOf(Call<T>* call, int limitMs = 10000)
{
    QObject context;
    std::optional<Result<T>> seen;
    call->then(&context, [&seen](const Result<T>& result) { seen = result; });
    if (!QTest::qWaitFor([&seen] { return seen.has_value(); }, limitMs)) {
        return fail(ErrorKind::Cancelled, QStringLiteral("test: never settled"));
    }
    return *seen;
}

} // namespace Textdesk::Testing
