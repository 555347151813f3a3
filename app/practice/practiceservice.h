// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A make-believe ZoomConnect on this computer: people try the program with it, tests lean on it.
#pragma once

#include "app/net/httpclient.h"
#include "app/practice/practicebehaviour.h"
#include "app/practice/practiceoptions.h"
#include "app/practice/practicewebhooks.h"

#include <QObject>
#include <QUrl>

#include <memory>

namespace Textdesk {

// Listens on 127.0.0.1 only. It speaks the ZoomConnect REST API v1; its own pages are
// /practice/ledger, webhooks, variant, script, reply and webhook-urls, which want the token header.
class PracticeService final : public QObject {
    Q_OBJECT
public:
    // client sends the webhooks and outlives the service.
    PracticeService(
        Clock& clock, HttpClient& client, PracticeOptions options = {}, QObject* parent = nullptr);
    ~PracticeService() override;

    // Port 0 picks a free one; returns the port. Error Offline when it cannot listen, Storage with
    // detail "ledger-file" when the ledger file cannot be used. May be called again after stop().
    [[nodiscard]] Result<quint16> start(quint16 port = 0);
    // Cuts everything short; the ledger stays, and start() goes on where this stopped.
    void stop();
    [[nodiscard]] bool isRunning() const;

    [[nodiscard]] QString baseUrl() const; // "http://127.0.0.1:PORT/app/"; empty when not running
    [[nodiscard]] const QString& email() const;
    [[nodiscard]] const SecretText& token() const;
    [[nodiscard]] const SecretText& webhookKey() const;
    [[nodiscard]] const QString& ownNumber() const;

    // Where replies and delivery reports are posted; an invalid URL: nowhere.
    void setWebhookUrls(const QUrl& replies, const QUrl& reports);
    // A person writes to the account's number. Returns the message id; error Rejected for what is
    // no number
    // ("invalid-number") or no text ("empty-message").
    [[nodiscard]] Result<QString> injectReply(const QString& from, const QString& text);

    [[nodiscard]] const PracticeVariant& variant() const;
    void setVariant(const PracticeVariant& variant);
    // Makes a number behave like one of practiceNumbers().
    void setBehaviour(const QString& number, PracticeBehaviour behaviour);

    // Credits for some more texts; the next one that would be refused for want of them goes out.
    void topUp();

    [[nodiscard]] int createdCount() const; // texts that were really accepted
    [[nodiscard]] double balance() const;
    [[nodiscard]] const PracticeWebhooks::Counts& webhookCounts() const;

signals:
    // After a request was answered or a webhook came to an end: counters may differ.
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Textdesk
