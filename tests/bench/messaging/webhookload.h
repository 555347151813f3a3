// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Many signed webhooks over a few keep-alive connections, as fast as they are answered.
#pragma once

#include <QByteArray>

#include <vector>

namespace Textdesk::Bench {

struct LoadResult final {
    double perSecond{0};
    double p50Ms{0};
    double p99Ms{0};
    int wrong{0}; // answers other than 200
};

// Complete request bytes, signed with the key; number makes ids and nonces differ.
[[nodiscard]] QByteArray replyRequest(
    const QByteArray& path, const QByteArray& key, int number, const QByteArray& expires);
[[nodiscard]] QByteArray reportRequest(
    const QByteArray& path, const QByteArray& key, int number, const QByteArray& expires);

// Splits the requests over that many connections, each on a thread of its own with blocking
// sockets.
[[nodiscard]] LoadResult send(
    quint16 port, const std::vector<QByteArray>& requests, int connections);

} // namespace Textdesk::Bench
