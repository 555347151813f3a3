// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How a person keeps an inbox in order: labels, "not now" and "done".
#pragma once

#include "app/domain/label.h"
#include "app/storage/database.h"

namespace Textdesk {

class Triage final : public QObject {
    Q_OBJECT
public:
    Triage(Database& database, Clock& clock, QObject* parent = nullptr);

    // Brings conversations back when their snooze ends, from now on; those whose time passed while
    // the program was off come back at once.
    void start();

    [[nodiscard]] QList<Label> labels() const;
    // Errors Rejected: "empty-name", "name-too-long", "name-taken".
    [[nodiscard]] Call<LabelId>* addLabel(const QString& name, int colour);
    // As above, and NotFound "no-label".
    [[nodiscard]] Call<Done>* changeLabel(const Label& label);
    [[nodiscard]] Call<Done>* removeLabel(LabelId id);
    [[nodiscard]] Call<Done>* hang(ConversationId conversation, LabelId label, bool on);

    // Out of sight until then, or until a new text comes in; 0 brings it back now. Error Rejected
    // "time-passed".
    [[nodiscard]] Call<Done>* snooze(ConversationId conversation, qint64 untilMs);
    // Nothing waits for an answer there any more; false takes that back.
    [[nodiscard]] Call<Done>* setDone(ConversationId conversation, bool done);

signals:
    void labelsChanged();

private:
    void plan();
    void wake();
    Database& m_database;
    Clock& m_clock;
    std::unique_ptr<QObject> m_timer; // what the pending call of the clock belongs to
    qint64 m_plannedMs{-1};
    bool m_started{false};
};

} // namespace Textdesk
