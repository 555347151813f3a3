// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/people/conversationexport.h"

#include "app/storage/messagetable.h"

#include <limits>

namespace Textdesk {

namespace {

// A page or two of a document: a few milliseconds.
constexpr int sliceRows{100};
constexpr MessageId beforeAll{std::numeric_limits<qint64>::min()};

} // namespace

struct ConversationExport::Run final {
    ConversationId conversation;
    ExportHead head;
    std::unique_ptr<ExportSheet> sheet;
    MessageId after;
    MessageId last; // what comes while it runs is not exported
    Step step;
};

ConversationExport::ConversationExport(Database& database, ConversationId conversation,
    const ExportHead& head, std::unique_ptr<ExportSheet> sheet, QObject* parent)
    : QObject{parent}
    , m_database{database}
    , m_run{std::make_shared<Run>()}
    , m_call{new Call<qint64>{this}}
{
    m_run->conversation = conversation;
    m_run->head = head;
    m_run->sheet = std::move(sheet);
    m_run->after = beforeAll;
}

Call<qint64>* ConversationExport::start()
{
    m_call->onCancel([this] { m_isCancelled = true; });
    connect(m_call, &CallBase::finished, this, &ConversationExport::discard);
    step();
    return m_call;
}

void ConversationExport::step()
{
    m_database
        .read<Step>([run = m_run](Connection& db) {
            auto step = advance(*run, db);
            if (!step || step->isLast) {
                run->sheet.reset(); // here, where it lived
            }
            return step;
        })
        ->then(this, [this](const Result<Step>& step) {
            if (m_isCancelled) {
                return;
            }
            if (!step) {
                m_call->settle(fail(step.error()));
                return;
            }
            emit progressed(step->done, step->total);
            if (step->isLast) {
                m_call->settle(step->done);
            } else {
                this->step();
            }
        });
}

Result<ConversationExport::Step> ConversationExport::advance(Run& run, Connection& db)
{
    if (run.after == beforeAll) {
        const auto newest = MessageTable::page(db, run.conversation, {}, {}, 1);
        run.last = newest.empty() ? beforeAll : newest.back().id;
        run.step.total = MessageTable::count(db, run.conversation);
        const auto begun = run.sheet->begin(run.head);
        if (!begun) {
            return fail(begun.error());
        }
    }
    const auto added = addSlice(run, db);
    if (!added) {
        return fail(added.error());
    }
    if (!*added) {
        const auto ended = run.sheet->end();
        if (!ended) {
            return fail(ended.error());
        }
        run.step.isLast = true;
    }
    return run.step;
}

// False when nothing is left.
Result<bool> ConversationExport::addSlice(Run& run, Connection& db)
{
    auto slice = MessageTable::page(db, run.conversation, {}, run.after, sliceRows);
    if (db.error()) {
        return fail(*db.error()); // half a conversation must not look like a whole one
    }
    std::erase_if(slice, [&run](const Message& message) { return message.id > run.last; });
    if (slice.empty()) {
        return false;
    }
    run.after = slice.back().id;
    run.step.done += qint64(slice.size());
    return run.sheet->add(slice).map([](Done) { return true; });
}

void ConversationExport::discard()
{
    // Behind the slice that may be under way; a sheet that ended is gone already.
    m_database
        .read<Done>([run = m_run](Connection&) -> Result<Done> {
            run->sheet.reset();
            return Done{};
        })
        ->then(this, [this](const Result<Done>&) { deleteLater(); });
}

} // namespace Textdesk
