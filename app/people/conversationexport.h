// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Brings a conversation into a file, slice by slice on the reader thread: it may hold 300,000
// messages, and a search must not wait for them.
#pragma once

#include "app/people/exportsheet.h"
#include "app/storage/database.h"

namespace Textdesk {

class ConversationExport final : public QObject {
    Q_OBJECT
public:
    // Deletes itself when it is over.
    ConversationExport(Database& database, ConversationId conversation, const ExportHead& head,
        std::unique_ptr<ExportSheet> sheet, QObject* parent);

    // Once. How many messages are in the file: those that were there when it began. Cancelling the
    // call leaves no file. Errors: those of ExportSheet and of a store that cannot be read.
    [[nodiscard]] Call<qint64>* start();

signals:
    void progressed(qint64 done, qint64 total);

private:
    struct Run; // the reader thread's
    struct Step final {
        qint64 done{0};
        qint64 total{0};
        bool isLast{false};
    };
    [[nodiscard]] static Result<Step> advance(Run& run, Connection& db);
    [[nodiscard]] static Result<bool> addSlice(Run& run, Connection& db);
    void step();
    void discard();

    Database& m_database;
    std::shared_ptr<Run> m_run;
    Call<qint64>* m_call;
    bool m_isCancelled{false};
};

} // namespace Textdesk
