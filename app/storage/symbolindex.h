// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where emoji and other signs occur: the full-text index knows letters and digits only, and to read
// a million texts for a sign that is in none of them takes half a second and more.
#pragma once

#include "app/base/ids.h"
#include "app/storage/connection.h"

#include <QSet>

#include <functional>
#include <optional>

namespace Textdesk {

// With the text index, never before it, and within one transaction: what it wrote already it does
// not write again. Fastest when ids ascend.
class SymbolNotes final {
public:
    explicit SymbolNotes(Connection& db)
        : m_db{db}
    { }
    void note(MessageId id, const QString& text);

private:
    Connection& m_db;
    QSet<qint64> m_noted; // in that stretch of time
    qint64 m_stretch{-1};
};

// All messages anew, e.g. after a salvage.
void noteAllSymbols(Connection& db);

// Which of the texts that were noted may hold all of these words.
class SymbolPlaces final {
public:
    SymbolPlaces(Connection& db, const QStringList& symbols);
    [[nodiscard]] bool anywhere() const { return !m_stretches || !m_stretches->isEmpty(); }
    [[nodiscard]] bool mayHold(MessageId id) const;

private:
    std::optional<QSet<qint64>> m_stretches; // nothing: nobody knows
};

// Hands over the texts below an id that may hold all of them, newest first, until the visitor
// returns false.
void visitTextsWith(Connection& db, const QStringList& symbols, qint64 below,
    const std::function<bool(MessageId id, const QString& text)>& visit);

} // namespace Textdesk
