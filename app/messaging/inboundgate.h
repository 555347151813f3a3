// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Decides about a webhook on the listener thread: whose it is, whether it is genuine, and what it
// changes.
#pragma once

#include "app/accounts/accountlist.h"
#include "app/messaging/inboundapply.h"
#include "app/webhook/webhooksink.h"

#include <QHash>
#include <QObject>

#include <memory>
#include <mutex>

namespace Textdesk {

// What became of one webhook, for the event log's readers.
struct WebhookVerdict final {
    AccountId account; // invalid: no such address
    QString purpose;
    QString verdict; // "applied", "replayed", "refused"
    QString reason;
    MessageId message;
};

class InboundGate final : public QObject, public WebhookSink {
    Q_OBJECT
public:
    // Follows accounts.changed(): the listener thread works on immutable copies of each account's
    // rules.
    InboundGate(Database& database, AccountList& accounts, Clock& clock, QObject* parent = nullptr);

    ~InboundGate() override;

    // Answers 200 after the commit (also for a repeat, so that the service stops trying), 403
    // forged or expired, 400 unreadable, 404 no such account, 503 when storage failed, so that the
    // service tries again.
    void receive(RoutedWebhook webhook, AnswerFunction answer) override;

signals:
    // On this object's thread, after the commit.
    void decided(const Textdesk::WebhookVerdict& verdict);

private:
    struct Target final {
        AccountId account;
        std::shared_ptr<const InboundRules> rules;
    };
    using Targets = QHash<QString, Target>; // by webhook key
    // The writer thread may finish a webhook after this object died.
    struct Anchor final {
        std::mutex mutex;
        InboundGate* gate{nullptr};
    };

    void refreshTargets();
    [[nodiscard]] std::optional<Target> target(const QString& key) const;
    void apply(const Target& target, const RoutedWebhook& webhook, VerifiedWebhook verified,
        qint64 nowMs, AnswerFunction answer);
    void refuse(AccountId account, const RoutedWebhook& webhook, const Error& error, qint64 nowMs,
        AnswerFunction answer);
    [[nodiscard]] bool mayLogRefusal(qint64 nowMs);
    // verifiedMs 0: not an authenticated webhook.
    static void announce(
        const std::shared_ptr<Anchor>& anchor, const WebhookVerdict& verdict, qint64 verifiedMs);

    Database& m_database;
    AccountList& m_accounts;
    Clock& m_clock;
    std::shared_ptr<Anchor> m_anchor;
    mutable std::mutex m_mutex;
    std::shared_ptr<const Targets> m_targets;
    // Touched on the listener thread alone.
    qint64 m_refusalSecond{0};
    int m_refusalsInSecond{0};
};

} // namespace Textdesk

Q_DECLARE_METATYPE(Textdesk::WebhookVerdict)
