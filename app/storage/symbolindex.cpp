// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/symbolindex.h"

#include "app/storage/statement.h"

#include <QSet>
#include <QStringList>

#include <algorithm>
#include <functional>
#include <iterator>
#include <limits>
#include <optional>
#include <vector>

namespace Textdesk {

namespace {

constexpr int stretchBits{43}; // 2^23 ms, a little over two hours

constexpr char32_t firstBeyondAscii{0x80};
constexpr qint64 firstPair{0x110000}; // beyond all code points

bool isAsciiSign(char32_t character)
{
    return character > U' ' && character < firstBeyondAscii && !QChar::isLetterOrNumber(character);
}

bool isSymbol(char32_t character)
{
    if (character < firstBeyondAscii) {
        return isAsciiSign(character);
    }
    const QChar::Category category{QChar::category(character)};
    return !QChar::isLetterOrNumber(character) && !QChar::isMark(character)
        && !QChar::isSpace(character) && category != QChar::Other_Format
        && category != QChar::Other_Control;
}

// Signs, and pairs of ASCII ones: of ";-)" only the pairs are rare.
QSet<qint64> symbolsOf(const QString& text)
{
    QSet<qint64> symbols;
    char32_t before{U' '};
    for (qsizetype i{0}; i < text.size(); ++i) {
        char32_t character{text.at(i).unicode()};
        if (QChar::isHighSurrogate(character) && i + 1 < text.size()) {
            character = QChar::surrogateToUcs4(text.at(i), text.at(i + 1));
            ++i;
        }
        if (character >= firstBeyondAscii || isAsciiSign(character)) {
            if (isSymbol(character)) {
                symbols.insert(qint64{character});
            }
            if (isAsciiSign(before) && isAsciiSign(character)) {
                symbols.insert(firstPair + qint64{before} * firstBeyondAscii + character);
            }
        }
        before = character;
    }
    return symbols;
}

bool isComplete(Connection& db)
{
    auto all = db.prepare("SELECT 1 FROM message_symbol WHERE symbol = 0 AND stretch = 1");
    return all.first();
}

std::vector<qint64> stretchesOf(Connection& db, qint64 sign, qint64 below)
{
    std::vector<qint64> stretches;
    auto rows = db.prepare("SELECT stretch FROM message_symbol WHERE symbol = ? AND stretch <= ? "
                           "ORDER BY stretch DESC");
    rows.run(sign, below >> stretchBits);
    while (rows.next()) {
        stretches.push_back(rows.integer(0));
    }
    return stretches;
}

// In which all of them occur, newest first; nothing if these signs are not in the index.
std::optional<std::vector<qint64>> stretchesWith(
    Connection& db, const QStringList& symbols, qint64 below)
{
    const QSet<qint64> signs{symbolsOf(symbols.join(u' '))}; // pairs within a word only
    if (signs.isEmpty() || !isComplete(db)) {
        return std::nullopt;
    }
    std::optional<std::vector<qint64>> common;
    for (const qint64 sign : signs) {
        std::vector<qint64> stretches{stretchesOf(db, sign, below)};
        if (common) {
            std::vector<qint64> both;
            std::set_intersection(common->cbegin(), common->cend(), stretches.cbegin(),
                stretches.cend(), std::back_inserter(both), std::greater<>{});
            stretches = std::move(both);
        }
        common = std::move(stretches);
        if (common->empty()) {
            break;
        }
    }
    return common;
}

} // namespace

void SymbolNotes::note(MessageId id, const QString& text)
{
    const qint64 stretch{id.value() >> stretchBits};
    if (stretch != m_stretch) {
        m_stretch = stretch;
        m_noted.clear();
    }
    for (const qint64 symbol : symbolsOf(text)) {
        if (!m_noted.contains(symbol)) {
            m_noted.insert(symbol);
            m_db.prepare("INSERT OR IGNORE INTO message_symbol(symbol, stretch) VALUES(?, ?)")
                .run(symbol, stretch);
        }
    }
}

void noteAllSymbols(Connection& db)
{
    db.prepare("DELETE FROM message_symbol").run();
    SymbolNotes notes{db};
    auto rows = db.prepare("SELECT id, text FROM message ORDER BY id");
    rows.run();
    while (rows.next()) {
        notes.note(MessageId{rows.integer(0)}, rows.text(1));
    }
    db.prepare("INSERT INTO message_symbol(symbol, stretch) VALUES(0, 1)").run();
}

SymbolPlaces::SymbolPlaces(Connection& db, const QStringList& symbols)
{
    if (const auto all = stretchesWith(db, symbols, std::numeric_limits<qint64>::max())) {
        m_stretches.emplace(all->cbegin(), all->cend());
    }
}

bool SymbolPlaces::mayHold(MessageId id) const
{
    return !m_stretches || m_stretches->contains(id.value() >> stretchBits);
}

void visitTextsWith(Connection& db, const QStringList& symbols, qint64 below,
    const std::function<bool(MessageId id, const QString& text)>& visit)
{
    const auto stretches = stretchesWith(db, symbols, below);
    const auto visitRange = [&](qint64 from, qint64 end) {
        auto rows = db.prepare("SELECT id, text FROM message WHERE id >= ? AND id < ? AND "
                               "instr(text, ?) > 0 ORDER BY id DESC");
        rows.run(from, end, symbols.constFirst());
        while (rows.next()) {
            if (!visit(MessageId{rows.integer(0)}, rows.text(1))) {
                return false;
            }
        }
        return true;
    };
    if (!stretches) {
        (void)visitRange(0, below);
        return;
    }
    for (const qint64 stretch : *stretches) {
        if (!visitRange(stretch << stretchBits, std::min(below, (stretch + 1) << stretchBits))) {
            return;
        }
    }
}

} // namespace Textdesk
