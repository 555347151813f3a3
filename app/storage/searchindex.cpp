// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/searchindex.h"

#include "app/storage/statement.h"
#include "app/storage/symbolindex.h"

#include <QStringList>

#include <algorithm>
#include <functional>
#include <optional>

namespace Textdesk {

namespace {

constexpr int sliceRows{2000};

constexpr int waitingRows{5000};

// What is common is found among the newest rows without the index, which would gather every row
// that holds a word with that beginning; what is not found there is rare, and quick in the index.
constexpr int newestRows{1500};
// So many rows with the finished words are read to see whether they hold the begun one.
constexpr int checkedRows{3000};

bool isLetterOrNumber(char32_t character)
{
    return QChar::isLetterOrNumber(character) || QChar::isMark(character);
}

bool isAscii(const QString& text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() < 0x80; });
}

QString foldedAscii(const QString& text)
{
    QString words;
    words.reserve(text.size() + 2);
    words += u' ';
    for (const QChar c : text) {
        const char16_t lower{char16_t(c >= u'A' && c <= u'Z' ? c.unicode() + 0x20 : c.unicode())};
        if ((lower >= u'a' && lower <= u'z') || (lower >= u'0' && lower <= u'9')) {
            words += QChar{lower};
        } else if (!words.endsWith(u' ')) {
            words += u' ';
        }
    }
    return words.endsWith(u' ') ? words : words + u' ';
}

// As the index's tokenizer sees a text: words of letters and digits, without case and accents.
QString folded(const QString& text)
{
    if (isAscii(text)) {
        return foldedAscii(text);
    }
    QString words{u' '};
    for (const char32_t character : text.normalized(QString::NormalizationForm_D).toUcs4()) {
        if (QChar::category(character) == QChar::Mark_NonSpacing) {
            continue;
        }
        if (isLetterOrNumber(character)) {
            words += QChar::fromUcs4(QChar::toCaseFolded(character));
        } else if (!words.endsWith(u' ')) {
            words += u' ';
        }
    }
    return words.endsWith(u' ') ? words : words + u' ';
}

// What a person typed, split by what the index can answer.
struct Query final {
    QStringList words; // with a letter or digit in them
    QStringList foldedWords;
    QStringList symbols; // emoji and the like, which the index does not know

    explicit Query(const QString& typed)
    {
        for (const QString& word : typed.simplified().split(u' ', Qt::SkipEmptyParts)) {
            const auto characters = word.toUcs4();
            const bool known{std::any_of(characters.cbegin(), characters.cend(), isLetterOrNumber)};
            (known ? words : symbols).append(word);
            if (known) {
                foldedWords.append(folded(word));
            }
        }
    }
    // Every word quoted, so that FTS5's own operators in what a person types are plain words.
    [[nodiscard]] static QString quoted(const QStringList& words)
    {
        QStringList terms;
        for (QString word : words) {
            word.replace(u'"', QStringLiteral("\"\""));
            terms.append(QStringLiteral("\"%1\"").arg(word));
        }
        return terms.join(u' ');
    }
    [[nodiscard]] QString expression() const { return quoted(words) + u'*'; }
    // Without the last one, which may only be begun.
    [[nodiscard]] QString finishedWords() const { return quoted(words.mid(0, words.size() - 1)); }
    [[nodiscard]] bool symbolsIn(const QString& text) const
    {
        return std::all_of(symbols.cbegin(), symbols.cend(),
            [&text](const QString& symbol) { return text.contains(symbol); });
    }
    // The rule of the index, for a text that is at hand.
    [[nodiscard]] bool matches(const QString& text) const
    {
        const QString plain{folded(text)};
        for (qsizetype i{0}; i < foldedWords.size(); ++i) {
            const QString& word{foldedWords.at(i)};
            const bool prefix{i == foldedWords.size() - 1};
            if (!plain.contains(prefix ? word.chopped(1) : word)) {
                return false;
            }
        }
        return symbolsIn(text);
    }
};

std::vector<MessageId> searchWaiting(Connection& db, const Query& query, qint64 below)
{
    std::vector<MessageId> found;
    auto waiting =
        db.prepare("SELECT m.id, m.text FROM message_unindexed u JOIN message m ON m.id = u.id "
                   "WHERE u.id < ? ORDER BY u.id DESC LIMIT ?");
    waiting.run(below, waitingRows);
    while (waiting.next()) {
        if (query.matches(waiting.text(1))) {
            found.emplace_back(waiting.integer(0));
        }
    }
    return found;
}

// Stops reading at the limit: rows come newest first, so no further one can be wanted. A text is
// read only where the signs occur at all.
std::vector<MessageId> searchBoth(Connection& db, const Query& query, qint64 below, int limit)
{
    std::vector<MessageId> found;
    const SymbolPlaces places{db, query.symbols};
    if (!places.anywhere()) {
        return found;
    }
    auto rows = db.prepare("SELECT rowid, text FROM message_index WHERE message_index MATCH ? AND "
                           "rowid < ? ORDER BY rowid DESC");
    rows.run(query.expression(), below);
    while (int(found.size()) < limit && rows.next()) {
        const MessageId id{rows.integer(0)};
        if (places.mayHold(id) && query.symbolsIn(rows.text(1))) {
            found.push_back(id);
        }
    }
    return found;
}

// Nothing if there are too many rows with the finished words to look at each.
std::optional<std::vector<MessageId>> searchFinished(
    Connection& db, const Query& query, qint64 below, int limit)
{
    std::vector<MessageId> found;
    auto rows = db.prepare("SELECT rowid, text FROM message_index WHERE message_index MATCH ? AND "
                           "rowid < ? ORDER BY rowid DESC LIMIT ?");
    rows.run(query.finishedWords(), below, checkedRows);
    int seen{0};
    while (int(found.size()) < limit && rows.next()) {
        ++seen;
        if (query.matches(rows.text(1))) {
            found.emplace_back(rows.integer(0));
        }
    }
    const bool all{seen < checkedRows || int(found.size()) == limit};
    return all ? std::optional{std::move(found)} : std::nullopt;
}

std::vector<MessageId> searchIndexed(Connection& db, const Query& query, qint64 below, int limit)
{
    if (query.words.isEmpty()) {
        std::vector<MessageId> found;
        visitTextsWith(db, query.symbols, below, [&](MessageId id, const QString& text) {
            if (query.symbolsIn(text)) {
                found.push_back(id);
            }
            return int(found.size()) < limit;
        });
        return found;
    }
    if (!query.symbols.isEmpty()) {
        return searchBoth(db, query, below, limit);
    }
    if (query.words.size() > 1) {
        if (auto finished = searchFinished(db, query, below, limit)) {
            return *finished;
        }
    }
    auto indexed = db.prepare("SELECT rowid FROM message_index WHERE message_index MATCH ? AND "
                              "rowid < ? ORDER BY rowid DESC LIMIT ?");
    indexed.run(query.expression(), below, limit);
    std::vector<MessageId> found;
    while (indexed.next()) {
        found.emplace_back(indexed.integer(0));
    }
    return found;
}

// The newest rows, indexed or not, and below which id the rest is.
struct Newest final {
    std::vector<MessageId> found;
    qint64 below{0};
};

Newest searchNewest(Connection& db, const Query& query, qint64 below, int limit)
{
    Newest newest{{}, below};
    auto rows = db.prepare("SELECT id, text FROM message WHERE id < ? ORDER BY id DESC LIMIT ?");
    rows.run(below, newestRows);
    while (int(newest.found.size()) < limit && rows.next()) {
        newest.below = rows.integer(0);
        if (query.matches(rows.text(1))) {
            newest.found.emplace_back(newest.below);
        }
    }
    return newest;
}

} // namespace

bool indexNextSlice(Connection& db)
{
    auto last =
        db.prepare("SELECT max(id) FROM (SELECT id FROM message_unindexed ORDER BY id LIMIT ?)");
    if (!last.first(sliceRows) || last.integer(0) == 0) {
        return false;
    }
    const qint64 upTo{last.integer(0)};
    auto fill = db.prepare("INSERT INTO message_index(rowid, text) SELECT m.id, m.text FROM "
                           "message_unindexed u JOIN message m ON m.id = u.id WHERE u.id <= ?");
    fill.run(upTo);
    auto noted = db.prepare("SELECT m.id, m.text FROM message_unindexed u JOIN message m ON m.id = "
                            "u.id WHERE u.id <= ? ORDER BY u.id");
    noted.run(upTo);
    SymbolNotes notes{db};
    while (noted.next()) {
        notes.note(MessageId{noted.integer(0)}, noted.text(1));
    }
    auto forget = db.prepare("DELETE FROM message_unindexed WHERE id <= ?");
    forget.run(upTo);
    return forget.changes() >= sliceRows;
}

void addToIndex(Connection& db, const std::vector<std::pair<MessageId, QString>>& texts)
{
    SymbolNotes notes{db};
    for (const auto& [id, text] : texts) {
        db.prepare("INSERT INTO message_index(rowid, text) VALUES(?, ?)").run(id, text);
        notes.note(id, text);
    }
}

void removeFromIndex(Connection& db, MessageId id, const QString& text)
{
    auto waiting = db.prepare("DELETE FROM message_unindexed WHERE id = ?");
    waiting.run(id);
    if (waiting.changes() == 0) {
        db.prepare("INSERT INTO message_index(message_index, rowid, text) VALUES('delete', ?, ?)")
            .run(id, text);
    }
}

std::vector<MessageId> searchMessages(
    Connection& db, const QString& words, MessageId before, int limit)
{
    const Query query{words};
    if (query.words.isEmpty() && query.symbols.isEmpty()) {
        return {};
    }
    const qint64 below{before.isValid() ? before.value() : std::numeric_limits<qint64>::max()};
    Newest newest{searchNewest(db, query, below, limit)};
    std::vector<MessageId>& found{newest.found};
    if (int(found.size()) < limit) {
        // The waiting rows first: one that is indexed in between is then found twice, not never.
        const std::vector<MessageId> waiting{searchWaiting(db, query, newest.below)};
        const std::vector<MessageId> indexed{searchIndexed(db, query, newest.below, limit)};
        found.insert(found.end(), waiting.begin(), waiting.end());
        found.insert(found.end(), indexed.begin(), indexed.end());
        std::sort(found.begin(), found.end(), std::greater<>{});
        found.erase(std::unique(found.begin(), found.end()), found.end());
    }
    if (found.size() > size_t(limit)) {
        found.resize(size_t(limit));
    }
    return found;
}

} // namespace Textdesk
