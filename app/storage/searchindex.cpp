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

// Every word quoted, so that FTS5's own operators in what a person types are plain words.
QString matchExpression(const QString& words)
{
    QStringList terms;
    for (QString word : words.simplified().split(u' ', Qt::SkipEmptyParts)) {
        word.replace(u'"', QStringLiteral("\"\""));
        terms.append(QStringLiteral("\"%1\"").arg(word));
    }
    return terms.isEmpty() ? QString{} : terms.join(u' ') + u'*';
}

QString likePattern(QString word)
{
    for (const QChar special : {u'\\', u'%', u'_'}) {
        word.replace(special, QString{u'\\'} + special);
    }
    return u'%' + word + u'%';
}

bool holdsEveryWord(const QString& text, const QStringList& words)
{
    return std::all_of(words.cbegin(), words.cend(),
        [&text](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace

bool indexNextSlice(Connection& db)
{
    auto last = db.prepare("SELECT max(id) FROM (SELECT id FROM message_unindexed ORDER BY id LIMIT ?)");
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
    std::vector<MessageId> found;
    const QString expression{matchExpression(words)};
    if (expression.isEmpty()) {
        return found;
    }
    const qint64 below{before.isValid() ? before.value() : std::numeric_limits<qint64>::max()};
    auto indexed = db.prepare("SELECT rowid FROM message_index WHERE message_index MATCH ? AND "
                              "rowid < ? ORDER BY rowid DESC LIMIT ?");
    indexed.run(expression, below, limit);
    while (indexed.next()) {
        found.emplace_back(indexed.integer(0));
    }
    const QStringList terms{words.simplified().split(u' ', Qt::SkipEmptyParts)};
    auto waiting = db.prepare("SELECT m.id, m.text FROM message_unindexed u JOIN message m ON m.id = u.id "
                              "WHERE u.id < ? AND m.text LIKE ? ESCAPE '\\' ORDER BY u.id DESC LIMIT 5000");
    waiting.run(below, likePattern(terms.constLast()));
    while (waiting.next()) {
        if (holdsEveryWord(waiting.text(1), terms)) {
            found.emplace_back(waiting.integer(0));
        }
    }
    std::sort(found.begin(), found.end(), std::greater<>{});
    if (found.size() > size_t(limit)) {
        found.resize(size_t(limit));
    }
    return found;
}

} // namespace Textdesk
