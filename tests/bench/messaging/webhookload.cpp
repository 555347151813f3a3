// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/messaging/webhookload.h"

#include <QMessageAuthenticationCode>

#include <algorithm>
#include <arpa/inet.h>
#include <atomic>
#include <chrono>
#include <map>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace Textdesk::Bench {

namespace {

using Fields = std::map<QByteArray, QByteArray>;
using SteadyClock = std::chrono::steady_clock;

QByteArray signedRequest(const QByteArray& path, const QByteArray& key, Fields fields)
{
    QByteArray plain;
    QByteArray body;
    for (const auto& [name, value] : fields) {
        plain += (plain.isEmpty() ? "" : "&") + name + '=' + value;
        body += (body.isEmpty() ? "" : "&") + name + '=' + value.toPercentEncoding();
    }
    const QByteArray checksum{
        QMessageAuthenticationCode::hash(plain, key, QCryptographicHash::Sha1).toHex()};
    body += "&checksum=" + checksum;
    return "POST " + path
        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

int connectTo(quint16 port)
{
    const int handle{::socket(AF_INET, SOCK_STREAM, 0)};
    const int on{1};
    ::setsockopt(handle, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return ::connect(handle, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0 ? handle
                                                                                         : -1;
}

// True for a 200; our server answers with a short body, so one read carries the whole answer.
bool exchange(int handle, const QByteArray& request)
{
    if (::write(handle, request.constData(), size_t(request.size())) != request.size()) {
        return false;
    }
    char answer[1024];
    const ssize_t got{::read(handle, answer, sizeof answer)};
    return got > 12 && QByteArrayView{answer, 12} == "HTTP/1.1 200";
}

} // namespace

QByteArray replyRequest(
    const QByteArray& path, const QByteArray& key, int number, const QByteArray& expires)
{
    const QByteArray id{QByteArray::number(number).rightJustified(24, '0')};
    const QByteArray person{"+2782" + QByteArray::number(number % 5000).rightJustified(7, '0')};
    return signedRequest(path, key,
        {{"from", person}, {"to", "27820000001"}, {"messageId", id},
            {"message", "Thank you, I will be there"}, {"date", expires.left(12)},
            {"nonce", "reply-" + id}, {"nonce-date", expires}});
}

QByteArray reportRequest(
    const QByteArray& path, const QByteArray& key, int number, const QByteArray& expires)
{
    const QByteArray id{"a" + QByteArray::number(number).rightJustified(23, '0')};
    return signedRequest(path, key,
        {{"messageId", id}, {"status", "DELIVERED"}, {"nonce", "report-" + id},
            {"nonce-date", expires}});
}

LoadResult send(quint16 port, const std::vector<QByteArray>& requests, int connections)
{
    std::atomic<size_t> next{0};
    std::atomic<int> wrong{0};
    std::vector<std::vector<double>> waits(static_cast<size_t>(connections));
    const auto start = SteadyClock::now();
    std::vector<std::thread> threads;
    for (auto& own : waits) {
        threads.emplace_back([&] {
            const int handle{connectTo(port)};
            for (size_t i{next++}; i < requests.size(); i = next++) {
                const auto before = SteadyClock::now();
                wrong += exchange(handle, requests[i]) ? 0 : 1;
                own.push_back(
                    std::chrono::duration<double, std::milli>{SteadyClock::now() - before}.count());
            }
            ::close(handle);
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    const std::chrono::duration<double> spent{SteadyClock::now() - start};
    std::vector<double> all;
    for (const auto& own : waits) {
        all.insert(all.end(), own.begin(), own.end());
    }
    std::sort(all.begin(), all.end());
    return {double(requests.size()) / spent.count(), all[all.size() / 2],
        all[all.size() * 99 / 100], wrong};
}

} // namespace Textdesk::Bench
