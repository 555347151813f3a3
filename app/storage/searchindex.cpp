// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/searchindex.h"

#include "app/storage/statement.h"

#include <QStringList>

#include <algorithm>
#include <functional>

namespace Textdesk {

namespace {

constexpr int sliceRows{2000};

constexpr int waitingRows{5000};

bool isLetterOrNumber(char32_t character)
{
    return QChar::isLetterOrNumber(character) || QChar::isMark(character);
}

// As the index's tokenizer sees a text: words of letters and digits, without case and accents.
QString folded(const QString& text)
{
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
    QStringList symbols; // emoji and the like, which the index does not know

    explicit Query(const QString& typed)
    {
        for (const QString& word : typed.simplified().split(u' ', Qt::SkipEmptyParts)) {
            const auto characters = word.toUcs4();
            const bool known{std::any_of(characters.cbegin(), characters.cend(), isLetterOrNumber)};
            (known ? words : symbols).append(word);
        }
    }
    // Every word quoted, so that FTS5's own operators in what a person types are plain words.
    [[nodiscard]] QString expression() const
    {
        QStringList terms;
        for (QString word : words) {
            word.replace(u'"', QStringLiteral("\"\""));
            terms.append(QStringLiteral("\"%1\"").arg(word));
        }
        return terms.join(u' ') + u'*';
    }
    [[nodiscard]] bool symbolsIn(const QString& text) const
    {
        return std::all_of(symbols.cbegin(), symbols.cend(),
            [&text](const QString& symbol) { return text.contains(symbol); });
    }
    // The rule of the index, for a text it does not hold yet.
    [[nodiscard]] bool matches(const QString& text) const
    {
        const QString plain{folded(text)};
        for (qsizetype i{0}; i < words.size(); ++i) {
            const QString word{folded(words.at(i))};
            const bool prefix{i == words.size() - 1};
            if (!plain.contains(prefix ? word.chopped(1) : word)) {
                return false;
            }
        }
        return symbolsIn(text);
    }
};

QString likePattern(QString word)
{
    for (const QChar special : {u'\\', u'%', u'_'}) {
        word.replace(special, QString{u'\\'} + special);
    }
    return u'%' + word + u'%';
}

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

// Stops reading at the limit: rows come newest first, so no further one can be wanted.
std::vector<MessageId> takeMatching(Statement& rows, const Query& query, int limit)
{
    std::vector<MessageId> found;
    while (int(found.size()) < limit && rows.next()) {
        if (query.symbols.isEmpty() || query.symbolsIn(rows.text(1))) {
            found.emplace_back(rows.integer(0));
        }
    }
    return found;
}

std::vector<MessageId> searchIndexed(Connection& db, const Query& query, qint64 below, int limit)
{
    if (query.words.isEmpty()) {
        auto scan = db.prepare("SELECT id, text FROM message WHERE id < ? AND text LIKE ? ESCAPE "
                               "'\\' ORDER BY id DESC");
        scan.run(below, likePattern(query.symbols.constFirst()));
        return takeMatching(scan, query, limit);
    }
    if (!query.symbols.isEmpty()) {
        auto both =
            db.prepare("SELECT rowid, text FROM message_index WHERE message_index MATCH ? AND "
                       "rowid < ? ORDER BY rowid DESC");
        both.run(query.expression(), below);
        return takeMatching(both, query, limit);
    }
    auto indexed = db.prepare("SELECT rowid FROM message_index WHERE message_index MATCH ? AND "
                              "rowid < ? ORDER BY rowid DESC LIMIT ?");
    indexed.run(query.expression(), below, limit);
    return takeMatching(indexed, query, limit);
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
    auto forget = db.prepare("DELETE FROM message_unindexed WHERE id <= ?");
    forget.run(upTo);
    return forget.changes() >= sliceRows;
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
    // The waiting rows first: one that is indexed in between is then found twice, not never.
    std::vector<MessageId> found{searchWaiting(db, query, below)};
    const std::vector<MessageId> indexed{searchIndexed(db, query, below, limit)};
    found.insert(found.end(), indexed.begin(), indexed.end());
    std::sort(found.begin(), found.end(), std::greater<>{});
    found.erase(std::unique(found.begin(), found.end()), found.end());
    if (found.size() > size_t(limit)) {
        found.resize(size_t(limit));
    }
    return found;
}

} // namespace Textdesk
