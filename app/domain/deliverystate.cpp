// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/deliverystate.h"

#include <array>
#include <utility>

namespace Textdesk {

namespace {

struct StateInfo {
    DeliveryState state{};
    int rank{0}; // progress; -1 stands outside of it
    QLatin1String name;
};

constexpr std::array states{
    StateInfo{DeliveryState::Draft, 0, QLatin1String{"draft", 5}},
    StateInfo{DeliveryState::Scheduled, 4, QLatin1String{"scheduled", 9}},
    StateInfo{DeliveryState::Queued, 1, QLatin1String{"queued", 6}},
    StateInfo{DeliveryState::Submitting, 2, QLatin1String{"submitting", 10}},
    StateInfo{DeliveryState::Accepted, 5, QLatin1String{"accepted", 8}},
    StateInfo{DeliveryState::Sent, 6, QLatin1String{"sent", 4}},
    StateInfo{DeliveryState::Delivered, 8, QLatin1String{"delivered", 9}},
    StateInfo{DeliveryState::Failed, 7, QLatin1String{"failed", 6}},
    StateInfo{DeliveryState::Unknown, 3, QLatin1String{"unknown", 7}},
    StateInfo{DeliveryState::Received, -1, QLatin1String{"received", 8}},
};

constexpr bool isIndexedByState()
{
    for (std::size_t i{0}; i < states.size(); ++i) {
        if (std::size_t(states[i].state) != i) {
            return false;
        }
    }
    return true;
}
static_assert(isIndexedByState());

int rank(DeliveryState state)
{
    return states[std::size_t(state)].rank;
}

} // namespace

QString deliveryStateName(DeliveryState state)
{
    return states[std::size_t(state)].name;
}

std::optional<DeliveryState> deliveryStateFromName(const QString& name)
{
    for (const StateInfo& info : states) {
        if (info.name == name) {
            return info.state;
        }
    }
    return std::nullopt;
}

DeliveryState advance(DeliveryState from, DeliveryState news)
{
    // An incoming text has no progress, and no news makes an outgoing one incoming.
    if (rank(from) < 0) {
        return from;
    }
    return rank(news) > rank(from) ? news : from;
}

bool isFinal(DeliveryState state)
{
    return state == DeliveryState::Delivered || state == DeliveryState::Failed
        || state == DeliveryState::Received;
}

} // namespace Textdesk
