// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Any text a person pastes or a provider sends: no crash, and every spelling leads back to itself.
#include "app/domain/address.h"

#include <array>
#include <cstdlib>

using namespace Textdesk;

namespace {

void require(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

void readsBack(const Address& address)
{
    const Address stored{Address::fromCanonical(address.canonical())};
    require(stored == address && stored.kind() == address.kind());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    static const std::array<QString, 8> regions{QStringLiteral("ZA"), QStringLiteral("US"),
        QStringLiteral("GB"), QStringLiteral("IT"), QStringLiteral("AR"), QStringLiteral("AU"),
        QString{}, QStringLiteral("BR")};
    if (size == 0) {
        return 0;
    }
    const QString& region{regions[data[0] % regions.size()]};
    const QString text{
        QString::fromUtf8(reinterpret_cast<const char*>(data + 1), qsizetype(size - 1))};
    readsBack(Address::fromProvider(text, region));
    const Result<Address> typed{Address::parse(text, region)};
    if (typed) {
        require(typed->canReceive());
        readsBack(*typed);
        for (const QString& home : regions) {
            const Result<Address> again{Address::parse(typed->display(home), home)};
            require(again && *again == *typed);
        }
    }
    return 0;
}
