// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Any answer of a provider: no crash, no receipt without an id, and no doubt left unsaid about a
// create.
#include "app/providers/zoomconnect/zoomreceipts.h"
#include "app/providers/zoomconnect/zoomrefusals.h"
#include "app/providers/zoomconnect/zoomrows.h"

#include <cmath>
#include <cstdlib>

using namespace Textdesk;

namespace {

void require(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

const ZoomSettings& settings()
{
    static const ZoomSettings made{[] {
        ZoomSettings values;
        values.region = QStringLiteral("ZA");
        values.zone = zoomZone(QStringLiteral("+02:00"));
        return values;
    }()};
    return made;
}

void checkReceipt(const Result<SendReceipt>& receipt)
{
    if (receipt) {
        require(!receipt->providerId.isEmpty());
    } else if (receipt.error().kind() == ErrorKind::Protocol) {
        require(receipt.error().mayHaveHappened());
    }
}

void checkReads(const ClientAnswer& answer)
{
    if (const auto balance = readZoomBalance(answer)) {
        require(std::isfinite(balance->amount));
    } else {
        require(!balance.error().mayHaveHappened());
    }
    const auto page = readZoomPage(answer, {}, settings());
    if (page) {
        require(page->unreadable >= 0
            && page->providerIds.size() <= page->events.size() + std::size_t(page->unreadable));
    } else {
        require(!page.error().mayHaveHappened());
    }
    if (const auto one = readZoomMessage(answer, QStringLiteral("1"), settings()); !one) {
        require(!one.error().mayHaveHappened());
    }
}

} // namespace

// The first byte picks the status, the second how many receipts are expected; the rest is the body.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    if (size < 2) {
        return 0;
    }
    ClientAnswer answer;
    answer.body = QByteArray{reinterpret_cast<const char*>(data + 2), qsizetype(size - 2)};
    answer.headers.add("Retry-After", answer.body.left(40));
    if (data[0] & 1) {
        answer.status = 300 + data[0];
        const Error error{zoomHttpError(answer, Effect::Change, 1772442000000)};
        require(answer.status < 500 || error.mayHaveHappened());
        return 0;
    }
    answer.status = 200;
    checkReceipt(readZoomReceipt(answer));
    const std::size_t expected{std::size_t(data[1] % 4) + 1};
    if (const auto receipts = readZoomReceipts(answer, expected)) {
        require(receipts->size() == expected);
        for (const auto& receipt : *receipts) {
            checkReceipt(receipt);
        }
    } else if (receipts.error().kind() == ErrorKind::Protocol) {
        require(receipts.error().mayHaveHappened());
    }
    if (const auto done = readZoomDone(answer); !done) {
        require(done.error().kind() != ErrorKind::Protocol || done.error().mayHaveHappened());
    }
    checkReads(answer);
    return 0;
}
