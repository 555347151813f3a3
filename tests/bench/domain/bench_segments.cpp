// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How long the part count of one text takes: what every key stroke in a compose box pays.
#include "app/domain/segments.h"

#include <chrono>
#include <cstdio>

using namespace Textdesk;

namespace {

constexpr int rounds{200000};

bool measure(const char* what, const QString& text, int expectedSegments)
{
    int sum{0};
    const auto start = std::chrono::steady_clock::now();
    for (int i{0}; i < rounds; ++i) {
        sum += countSegments(text).segments;
    }
    const std::chrono::duration<double, std::micro> spent{std::chrono::steady_clock::now() - start};
    std::printf("segment count, %s: %.2f us\n", what, spent.count() / rounds);
    return sum == expectedSegments * rounds;
}

} // namespace

int main()
{
    const QString latin(160, u'a');
    const QString cyrillic(160, QChar{0x0436});
    QString extension;
    for (int i{0}; i < 80; ++i) {
        extension += QStringLiteral("a]");
    }
    bool right{measure("160 GSM-7 characters", latin, 1)};
    right &= measure("160 characters, half of them extended", extension, 2);
    right &= measure("160 Cyrillic letters", cyrillic, 3);
    return right ? 0 : 1;
}
