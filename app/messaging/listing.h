// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Walks all pages of one listing, however the service counts them.
#pragma once

#include "app/base/call.h"
#include "app/providers/facets.h"

#include <QObject>
#include <QSet>

#include <functional>

namespace Textdesk {

struct ListingEnd final {
    int pages{0};
    qint64 rows{0};
    int unreadable{0};
    bool complete{false}; // every page was seen; false when it stopped early or at the page limit
};

class Listing final : public QObject {
    Q_OBJECT
public:
    // Handed each page; true stops early (nothing further is of interest). `next` must be called to
    // go on.
    using PageHandler =
        std::function<void(const HistoryPage& page, std::function<void(bool stop)> next)>;

    // Asked before each page: null once the account went, which ends the walk with Cancelled
    // "account-gone".
    using FacetSource = std::function<HistoryFacet*()>;

    // Ends on an empty page, a page of ids already seen, or when the service's own counters say so.
    // A page that is merely short does not end it: services are known to cut pages silently
    // (zoomconnect.md 1.8).
    [[nodiscard]] static Call<ListingEnd>* start(
        FacetSource history, const HistoryQuery& query, PageHandler handler, QObject* service);

private:
    Listing(FacetSource history, HistoryQuery query, PageHandler handler, QObject* service);
    void fetch();
    void giveUp();
    void arrived(const Result<HistoryPage>& page);

    FacetSource m_history;
    HistoryQuery m_query;
    PageHandler m_handler;
    QSet<QString> m_seen;
    int m_answeredPage{0};
    ListingEnd m_end;
    Call<ListingEnd>* m_call;
};

} // namespace Textdesk
