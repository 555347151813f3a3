// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/messaging/draftchecks.h"

#include <algorithm>
#include <iterator>
#include <thread>

namespace Textdesk {

namespace {

// Fewer are read before a thread has begun.
constexpr size_t fewestAThread{500};
constexpr size_t mostThreads{4};

} // namespace

std::vector<Result<Address>> checkDrafts(
    const std::vector<Draft>& drafts, const std::function<QString(const Draft& draft)>& regionOf)
{
    std::vector<QString> regions;
    regions.reserve(drafts.size());
    std::transform(drafts.cbegin(), drafts.cend(), std::back_inserter(regions), regionOf);

    std::vector<Result<Address>> checked(
        drafts.size(), Result<Address>{fail(ErrorKind::Cancelled)});
    const auto check = [&](size_t from, size_t end) {
        for (size_t i{from}; i < end; ++i) {
            checked[i] = checkDraft(drafts[i], regions[i]);
        }
    };
    const size_t threads{std::clamp<size_t>(drafts.size() / fewestAThread, 1,
        std::clamp<size_t>(std::thread::hardware_concurrency(), 1, mostThreads))};
    const size_t share{(drafts.size() + threads - 1) / threads};
    std::vector<std::thread> others;
    for (size_t i{1}; i < threads; ++i) {
        others.emplace_back(check, i * share, std::min((i + 1) * share, drafts.size()));
    }
    check(0, std::min(share, drafts.size()));
    for (std::thread& other : others) {
        other.join();
    }
    return checked;
}

} // namespace Textdesk
