// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The reply object of FakeNetwork: announces a scripted answer one turn of the event loop later.
#pragma once

#include "tests/support/net/fakenetwork.h"

#include <functional>

namespace Textdesk::Testing {

class FakeReply final : public QNetworkReply {
public:
    FakeReply(const QNetworkRequest& request, QNetworkAccessManager::Operation operation,
        FakeNetwork::Answer answer, std::function<void()> onAbort, QObject* parent);

    void abort() override;
    [[nodiscard]] qint64 bytesAvailable() const override;

protected:
    qint64 readData(char* data, qint64 maxSize) override;

private:
    void play();

    FakeNetwork::Answer m_answer;
    std::function<void()> m_onAbort;
    qint64 m_position{0};
};

} // namespace Textdesk::Testing
