// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/programdesk.h"

#include "app/domain/address.h"

namespace Textdesk {

namespace {

ConversationFilter filterFrom(const QString& key)
{
    return key == QStringLiteral("unread") ? ConversationFilter::Unread
        : key == QStringLiteral("failed")  ? ConversationFilter::Failed
        : key == QStringLiteral("waiting") ? ConversationFilter::Waiting
        : key == QStringLiteral("snoozed") ? ConversationFilter::Snoozed
                                           : ConversationFilter::All;
}

template <typename T> Call<T>* failedCall(QObject* owner, ErrorKind kind, const QString& detail)
{
    return settledCall<T>(owner, fail(kind, detail));
}

} // namespace

ProgramDesk::ProgramDesk(const DeskServices& services, QObject* parent)
    : Desk{parent}
    , m_services{services}
    , m_inbox{{services.inbox, services.people, services.triage, services.deletions,
          services.conversations, services.undoMs}}
{
    m_list.setSourceModel(&m_services.conversations);
    connect(&m_services.accounts, &AccountList::changed, this, [this] {
        m_services.hasStoredAccounts = false; // they are here now
        m_services.practice.connectWebhooks();
        refreshNotices();
        emit accountsChanged();
    });
    connect(
        &m_services.conversations, &ConversationModel::countsChanged, this, &Desk::countsChanged);
    connect(&m_services.conversations, &ConversationModel::keptChanged, this, &Desk::cardChanged);
    connect(
        &m_services.found, &FoundConversations::searchingChanged, this, &Desk::searchingChanged);
    connect(&m_services.conversations, &QAbstractItemModel::dataChanged, this,
        [this](const QModelIndex& first, const QModelIndex& last) {
            for (int row{first.row()}; row <= last.row(); ++row) {
                emit cardChanged(m_services.conversations.idAt(row));
            }
        });
    connect(&m_services.outbox, &Outbox::quiet, this, [this] {
        for (const Account* account : m_services.accounts.all()) {
            m_services.accounts.refreshBalance(account->id());
        }
    });
    connect(&m_services.sync, &HistorySync::synced, this, &ProgramDesk::noteSync);
}

QAbstractItemModel* ProgramDesk::conversations()
{
    return &m_list;
}

void ProgramDesk::narrow(const QString& filter, const QString& search)
{
    m_services.found.setWords(search);
    if (!search.isEmpty()) {
        m_list.setSourceModel(&m_services.found);
        return;
    }
    m_inbox.filter(filterFrom(filter));
    m_list.setSourceModel(&m_services.conversations);
}

InboxCounts ProgramDesk::counts() const
{
    const ConversationCounts& counts{m_services.conversations.counts()};
    return {counts.unreadConversations, counts.unreadMessages, counts.failedConversations,
        counts.waitingConversations, counts.snoozedConversations};
}

QAbstractItemModel* ProgramDesk::open(ConversationId id, MessageId around)
{
    if (m_thread) {
        m_thread->deleteLater();
    }
    m_services.conversations.setKept(id);
    m_thread = m_services.makeThread(this);
    if (!around.isValid() || !m_thread->openAround(around) || m_thread->conversation() != id) {
        m_thread->open(id);
    }
    return m_thread;
}

ConversationCard ProgramDesk::card(ConversationId id) const
{
    ConversationCard card;
    card.id = id;
    const auto row = m_services.inbox.conversation(id);
    if (!row) {
        return card;
    }
    const Account* account{m_services.accounts.find(row->account)};
    const QString region{account ? account->region() : m_services.region()};
    card.number = Address::fromCanonical(row->peer).display(region);
    const QString names{m_services.people.namesAt(row->peer)};
    card.isNamed = !names.isEmpty();
    card.title = card.isNamed ? names : card.number;
    //: The account a conversation belongs to, under the number at its head.
    card.subtitle = account ? tr("%1 line").arg(account->row.name) : tr("The account was removed");
    if (card.isNamed) {
        //: Number and line, under the name at the head of a conversation.
        card.subtitle = tr("%1 · %2").arg(card.number, card.subtitle);
    }
    if (account && m_services.accounts.all().size() > 1) {
        card.line = account->row.name;
        card.lineColour = account->row.shownColour();
    }
    card.hold = account ? holdOf(*account) : QString{};
    card.gap = account ? gapOf(*account) : QString{};
    card.labels = m_inbox.labelsOf(row->labels);
    card.waiting = row->waiting;
    card.snoozedMs = row->snoozedMs;
    card.draft = row->draft;
    card.unread = row->unread;
    if (row->optedOut) {
        card.blocked = tr("This person asked not to be texted. Nothing can be sent to them.");
    } else if (!account) {
        card.blocked =
            tr("The account of this conversation was removed, so nothing can be sent here.");
    }
    return card;
}

void ProgramDesk::loadOlder(ConversationId id)
{
    if (m_thread && m_thread->conversation() == id) {
        m_thread->fetchOlder();
    }
}

void ProgramDesk::loadNewer(ConversationId id)
{
    if (m_thread && m_thread->conversation() == id) {
        m_thread->fetchNewer();
    }
}

Call<Done>* ProgramDesk::fetchMissing(ConversationId id)
{
    const auto row = m_services.inbox.conversation(id);
    auto* call = new Call<Done>{this};
    m_services.sync.syncNow(row ? row->account : AccountId{})
        ->then(this, [call](const Result<SyncReport>& asked) {
            call->settle(asked ? Result<Done>{Done{}} : fail(asked.error()));
        });
    return call;
}

Call<MessageId>* ProgramDesk::send(ConversationId id, const QString& text)
{
    const auto row = m_services.inbox.conversation(id);
    if (!row) {
        return failedCall<MessageId>(this, ErrorKind::NotFound, QStringLiteral("no-conversation"));
    }
    Draft draft;
    draft.account = row->account;
    draft.to = row->peer;
    draft.text = text;
    draft.undoMs = m_services.undoMs();
    auto* call = new Call<MessageId>{this};
    m_services.outbox.send({draft})->then(
        this, [this, call, id](const Result<std::vector<MessageId>>& stored) {
            if (!stored) {
                call->settle(fail(stored.error()));
                return;
            }
            // Who answers has read; and the draft is now a message.
            (void)m_services.inbox.setConversationRead(id);
            (void)m_services.inbox.setDraft(id, {});
            call->settle(stored->front());
        });
    return call;
}

Call<ConversationId>* ProgramDesk::startConversation(
    const QString& number, AccountId account, const QString& text)
{
    Draft draft;
    draft.account = account;
    draft.to = number;
    draft.text = text;
    draft.undoMs = m_services.undoMs();
    auto* call = new Call<ConversationId>{this};
    m_services.outbox.send({draft})->then(
        this, [this, call](const Result<std::vector<MessageId>>& stored) {
            if (!stored) {
                call->settle(fail(stored.error()));
                return;
            }
            call->settle(m_services.inbox.conversationOf(stored->front()));
        });
    return call;
}

void ProgramDesk::saveDraft(ConversationId id, const QString& text)
{
    (void)m_services.inbox.setDraft(id, text);
}

Call<Done>* ProgramDesk::setRead(ConversationId id, bool read)
{
    return read ? m_services.inbox.setConversationRead(id)
                : m_services.inbox.setConversationUnread(id);
}

Call<Done>* ProgramDesk::undo(MessageId id)
{
    const ConversationId conversation{m_services.inbox.conversationOf(id)};
    auto* call = new Call<Done>{this};
    m_services.outbox.takeBack(id)->then(
        this, [this, call, conversation](const Result<QString>& text) {
            if (!text) {
                call->settle(fail(text.error()));
                return;
            }
            returnWords(conversation, *text, call);
        });
    return call;
}

// Taken back, not thrown away, and what was written since is kept as well.
void ProgramDesk::returnWords(ConversationId conversation, const QString& text, Call<Done>* call)
{
    const auto row = m_services.inbox.conversation(conversation);
    const QString present{row ? row->draft : QString{}};
    m_services.inbox.setDraft(conversation, present.isEmpty() ? text : text + u'\n' + present)
        ->then(this, [call](const Result<Done>& kept) { call->settle(kept); });
}

Call<MessageId>* ProgramDesk::sendAgain(MessageId id)
{
    return m_services.outbox.sendAgain(id);
}

Call<Done>* ProgramDesk::settle(MessageId id, bool wasSent)
{
    return m_services.outbox.settle(id, wasSent);
}

std::vector<DeskAccount> ProgramDesk::accounts() const
{
    std::vector<DeskAccount> rows;
    for (const Account* account : m_services.accounts.all()) {
        rows.push_back(deskAccount(*account));
    }
    return rows;
}

bool ProgramDesk::hasAccounts() const
{
    return m_services.hasStoredAccounts || !m_services.accounts.all().empty();
}

Call<AccountId>* ProgramDesk::tryPractice()
{
    for (const Account* account : m_services.accounts.all()) {
        if (account->row.practice) {
            return settledCall<AccountId>(this, account->id());
        }
    }
    const Result<NewAccount> ready{m_services.practice.start()};
    if (!ready) {
        return settledCall<AccountId>(this, fail(ready.error()));
    }
    return m_services.accounts.add(*ready, true);
}

std::vector<PracticeTip> ProgramDesk::practiceNumbers() const
{
    const auto all = m_services.accounts.all();
    const bool practises{std::any_of(
        all.cbegin(), all.cend(), [](const Account* account) { return account->row.practice; })};
    return practises ? m_services.practice.tips() : std::vector<PracticeTip>{};
}

} // namespace Textdesk
