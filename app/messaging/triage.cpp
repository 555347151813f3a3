// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/messaging/triage.h"

#include "app/base/log.h"
#include "app/storage/labeltable.h"
#include "app/storage/triagetable.h"

#include <algorithm>

namespace Textdesk {

namespace {

// Timers stand still while a computer sleeps, so the wall clock is looked at now and then.
constexpr qint64 longestRestMs{60'000};

Result<Label> cleanLabel(Label label)
{
    label.name = label.name.simplified();
    label.colour = std::clamp(label.colour, 0, labelColours - 1);
    if (label.name.isEmpty()) {
        return fail(ErrorKind::Rejected, QStringLiteral("empty-name"));
    }
    if (label.name.size() > longestLabel) {
        return fail(ErrorKind::Rejected, QStringLiteral("name-too-long"));
    }
    return label;
}

} // namespace

Triage::Triage(Database& database, Clock& clock, QObject* parent)
    : QObject{parent}
    , m_database{database}
    , m_clock{clock}
{
    connect(&database, &Database::changed, this, [this](const ChangeSet& changes) {
        if (changes.labels) {
            emit labelsChanged();
        }
        if (m_started && !changes.conversations.isEmpty()) {
            plan();
        }
    });
}

void Triage::start()
{
    m_started = true;
    plan();
}

void Triage::plan()
{
    const qint64 next{TriageTable::nextWake(m_database.reader())};
    if (next < 0) {
        m_timer.reset();
        m_plannedMs = -1;
        return;
    }
    if (m_timer && m_plannedMs == next) {
        return;
    }
    m_plannedMs = next;
    m_timer = std::make_unique<QObject>();
    const qint64 rest{std::clamp(next - m_clock.nowMs(), qint64{0}, longestRestMs)};
    m_clock.after(std::chrono::milliseconds{rest}, m_timer.get(), [this] {
        m_plannedMs = -1;
        wake();
    });
}

void Triage::wake()
{
    if (TriageTable::nextWake(m_database.reader()) > m_clock.nowMs()) {
        plan();
        return;
    }
    m_database
        .write<int>(WritePriority::Person,
            [](WriteContext& context) -> Result<int> { return TriageTable::wakeDue(context); })
        ->then(this, [this](const Result<int>& woken) {
            if (!woken) {
                qCWarning(logMessaging) << "a snooze cannot end:" << woken.error().detail();
                m_timer.reset(); // with the next change
                return;
            }
            plan();
        });
}

QList<Label> Triage::labels() const
{
    return LabelTable::all(m_database.reader());
}

Call<LabelId>* Triage::addLabel(const QString& name, int colour)
{
    const Result<Label> label{cleanLabel({{}, name, colour})};
    if (!label) {
        return settledCall<LabelId>(this, fail(label.error()));
    }
    return m_database.write<LabelId>(WritePriority::Person,
        [label = *label](WriteContext& context) { return LabelTable::insert(context, label); });
}

Call<Done>* Triage::changeLabel(const Label& wanted)
{
    const Result<Label> label{cleanLabel(wanted)};
    if (!label) {
        return settledCall<Done>(this, fail(label.error()));
    }
    return m_database.write<Done>(WritePriority::Person,
        [label = *label](WriteContext& context) { return LabelTable::change(context, label); });
}

Call<Done>* Triage::removeLabel(LabelId id)
{
    return m_database.write<Done>(
        WritePriority::Person, [id](WriteContext& context) -> Result<Done> {
            LabelTable::remove(context, id);
            return Done{};
        });
}

Call<Done>* Triage::hang(ConversationId conversation, LabelId label, bool on)
{
    return m_database.write<Done>(
        WritePriority::Person, [conversation, label, on](WriteContext& context) -> Result<Done> {
            LabelTable::hang(context, conversation, label, on);
            return Done{};
        });
}

Call<Done>* Triage::snooze(ConversationId conversation, qint64 untilMs)
{
    if (untilMs != 0 && untilMs <= m_clock.nowMs()) {
        return settledCall<Done>(this, fail(ErrorKind::Rejected, QStringLiteral("time-passed")));
    }
    return m_database.write<Done>(
        WritePriority::Person, [conversation, untilMs](WriteContext& context) -> Result<Done> {
            if (!TriageTable::snooze(context, conversation, untilMs)) {
                return fail(ErrorKind::NotFound, QStringLiteral("no-conversation"));
            }
            return Done{};
        });
}

Call<Done>* Triage::setDone(ConversationId conversation, bool done)
{
    return m_database.write<Done>(
        WritePriority::Person, [conversation, done](WriteContext& context) -> Result<Done> {
            if (!TriageTable::setDone(context, conversation, done)) {
                return fail(ErrorKind::NotFound, QStringLiteral("no-conversation"));
            }
            return Done{};
        });
}

} // namespace Textdesk
