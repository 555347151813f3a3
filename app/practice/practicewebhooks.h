// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Posts replies and delivery reports to the client's webhook addresses and tries again for a while
// when nobody takes them (zoomconnect.md 9).
#pragma once

#include "app/net/httpclient.h"
#include "app/practice/practicechecksum.h"
#include "app/practice/practiceoptions.h"
#include "app/practice/practiceschedule.h"

#include <QJsonArray>
#include <QUrl>

#include <deque>

namespace Textdesk {

class PracticeWebhooks final : public QObject {
    Q_OBJECT
public:
    enum class Kind { Reply, Report };
    struct Counts final {
        int attempts{0};
        int delivered{0};
        int failed{0}; // given up
    };

    // options and variant are looked at for each delivery, so that changes apply at once.
    PracticeWebhooks(Clock& clock, HttpClient& client, const PracticeOptions& options,
        const PracticeVariant& variant, QObject* parent = nullptr);

    // An invalid URL: nothing of that kind is sent.
    void setUrls(const QUrl& replies, const QUrl& reports);
    [[nodiscard]] const QUrl& url(Kind kind) const;
    // afterFirstTry runs when the first attempt came to an end, at once if there is no URL.
    void post(Kind kind, const PracticeFields& fields, std::function<void()> afterFirstTry = {});
    // Forgets what is under way; the record stays.
    void stop();

    [[nodiscard]] const Counts& counts() const { return m_counts; }
    // Every delivery with its state, oldest first; the last 20,000.
    [[nodiscard]] QJsonArray toJson() const;

signals:
    void changed();

private:
    struct Delivery;
    using DeliveryPtr = std::shared_ptr<Delivery>;
    void next();
    void attempt(const DeliveryPtr& delivery);
    void settle(const DeliveryPtr& delivery, const Result<ClientAnswer>& answer);
    void sign(Delivery& delivery) const;

    Clock& m_clock;
    HttpClient& m_client;
    const PracticeOptions& m_options;
    const PracticeVariant& m_variant;
    PracticeSchedule m_schedule;
    QUrl m_replies;
    QUrl m_reports;
    std::deque<DeliveryPtr> m_record;
    std::deque<DeliveryPtr> m_waiting;
    std::unique_ptr<QObject> m_calls; // callbacks die with it
    int m_running{0};
    Counts m_counts;
};

} // namespace Textdesk
