// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A provider that says what a test told it to and remembers what it was asked.
#pragma once

#include "app/providers/providerregistry.h"

#include <QMap>
#include <QPointer>

#include <functional>
#include <memory>
#include <vector>

namespace Textdesk::Testing {

// Lives outside of the providers made for accounts, so that a script survives a restart of the
// graph.
class FakeService final {
public:
    using SendAnswer = Result<SendReceipt>;
    using PageAnswer = Result<HistoryPage>;
    using Inbound = std::function<Result<VerifiedWebhook>(
        const RawRequest& request, const QString& purpose, qint64 nowMs)>;

    // Every send to this number (canonical) is answered so.
    void answerFor(const QString& number, const SendAnswer& answer);
    // The next sends, in order, whatever their number; after these "accepted" with a new id.
    void answerNext(const SendAnswer& answer) { m_next.push_back(answer); }
    // Forgets all answers: accepted again.
    void acceptAll();
    // While holding, sends wait until release().
    void hold() { m_holding = true; }
    // Answers what waits, oldest first; count < 0: all, and stops holding.
    void release(int count = -1);
    [[nodiscard]] int waiting() const;

    // What a send to the service turned into: "id-1", "id-2", ... in order.
    std::vector<OutgoingText> sends;
    int mostAtOnce{0};
    std::function<void(const OutgoingText&)> onSend; // before the answer
    bool canSend{true};
    int parallel{6};

    // Asked for each page; without it every listing is empty.
    std::function<PageAnswer(const HistoryQuery&)> history;
    std::vector<HistoryQuery> queries;
    bool holdPages{false}; // pages are never answered
    QStringList removed;
    QMap<QString, bool> readMarks;
    Result<Done> readMark{Done{}};
    bool holdReadMarks{false}; // until answerReadMarks()
    void answerReadMarks();
    Result<Done> removal{Done{}};

    Result<Done> proof{Done{}};
    int proofs{0};
    Inbound inbound; // null: every webhook is refused as forged

    // Used by the provider.
    [[nodiscard]] Call<SendReceipt>* send(const OutgoingText& text, QObject* service);
    [[nodiscard]] Call<Done>* setRead(const QString& providerId, bool read, QObject* service);

private:
    struct Waiting final {
        QPointer<Call<SendReceipt>> call;
        SendAnswer answer;
    };
    [[nodiscard]] SendAnswer nextAnswer(const OutgoingText& text);

    QMap<QString, SendAnswer> m_byNumber;
    std::vector<SendAnswer> m_next;
    std::vector<Waiting> m_waiting;
    std::vector<QPointer<Call<Done>>> m_waitingMarks;
    bool m_holding{false};
    int m_accepted{0};
};

// The kind "fake": settings region (ZA), poll-seconds; secrets token (required) and extra.
[[nodiscard]] ProviderKind fakeKind(const std::shared_ptr<FakeService>& service);

} // namespace Textdesk::Testing
