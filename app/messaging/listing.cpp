// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/messaging/listing.h"

namespace Textdesk {

namespace {

constexpr int mostPages{10000};

} // namespace

Call<ListingEnd>* Listing::start(
    FacetSource history, const HistoryQuery& query, PageHandler handler, QObject* service)
{
    auto* listing = new Listing{std::move(history), query, std::move(handler), service};
    Call<ListingEnd>* call{listing->m_call};
    listing->fetch();
    return call;
}

Listing::Listing(FacetSource history, HistoryQuery query, PageHandler handler, QObject* service)
    : m_history{std::move(history)}
    , m_query{std::move(query)}
    , m_handler{std::move(handler)}
    , m_call{new Call<ListingEnd>{service}}
{
    setParent(m_call);
    m_query.page = 1;
}

void Listing::fetch()
{
    HistoryFacet* history{m_history()};
    if (!history) {
        giveUp();
        return;
    }
    Call<HistoryPage>* call{history->page(m_query)};
    call->then(this, [this](const Result<HistoryPage>& page) { arrived(page); });
    // A removed account takes its calls with it, silently. Queued: after an answer that came first.
    connect(
        call, &QObject::destroyed, this,
        [this, asked = m_query.page] {
            if (m_answeredPage < asked) {
                giveUp();
            }
        },
        Qt::QueuedConnection);
}

void Listing::giveUp()
{
    m_call->settle(fail(ErrorKind::Cancelled, QStringLiteral("account-gone")));
}

void Listing::arrived(const Result<HistoryPage>& page)
{
    m_answeredPage = m_query.page;
    if (!page) {
        m_call->settle(fail(page.error()));
        return;
    }
    ++m_end.pages;
    m_end.unreadable += page->unreadable;
    const auto before = m_seen.size();
    for (const QString& id : page->providerIds) {
        m_seen.insert(id);
    }
    m_end.rows = m_seen.size();
    const bool nothingNew{m_seen.size() == before};
    const bool countedOut{page->totalElements >= 0 && m_end.rows >= page->totalElements};
    const bool last{nothingNew || countedOut};
    m_handler(*page, [this, last](bool stop) {
        if (last || stop || m_query.page >= mostPages) {
            m_end.complete = last;
            m_call->settle(m_end);
            return;
        }
        ++m_query.page;
        fetch();
    });
}

} // namespace Textdesk
