// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thread/markedwords.h"

#include <QStringList>

#include <algorithm>

namespace Textdesk {

namespace {

QString folded(const QString& word)
{
    QString plain;
    for (const char32_t c : word.normalized(QString::NormalizationForm_D).toUcs4()) {
        if (QChar::category(c) != QChar::Mark_NonSpacing) {
            plain += QChar::fromUcs4(QChar::toCaseFolded(c));
        }
    }
    return plain;
}

// Letters, digits and marks; a surrogate pair is taken for a letter when it is one.
bool isInWord(const QString& text, int at)
{
    const QChar c{text.at(at)};
    if (c.isHighSurrogate() && at + 1 < text.size()) {
        const char32_t whole{QChar::surrogateToUcs4(c, text.at(at + 1))};
        return QChar::isLetterOrNumber(whole) || QChar::isMark(whole);
    }
    if (c.isLowSurrogate() && at > 0) {
        return isInWord(text, at - 1);
    }
    return c.isLetterOrNumber() || c.isMark();
}

QList<MarkedWord> wordsOf(const QString& text)
{
    QList<MarkedWord> words;
    for (int at{0}; at < text.size(); ++at) {
        if (!isInWord(text, at)) {
            continue;
        }
        const int start{at};
        while (at < text.size() && isInWord(text, at)) {
            ++at;
        }
        words.append({start, at - start});
    }
    return words;
}

} // namespace

QList<MarkedWord> markedWords(const QString& text, const QString& words)
{
    QStringList wanted;
    QList<MarkedWord> marks;
    for (const QString& word : words.split(u' ', Qt::SkipEmptyParts)) {
        const QList<MarkedWord> parts{wordsOf(word)};
        for (const MarkedWord& part : parts) {
            wanted.append(folded(word.mid(part.start, part.length)));
        }
        for (qsizetype at{parts.isEmpty() ? text.indexOf(word) : -1}; at >= 0;
             at = text.indexOf(word, at + word.size())) {
            marks.append({int(at), int(word.size())});
        }
    }
    for (const MarkedWord& word : wordsOf(text)) {
        const QString plain{folded(text.mid(word.start, word.length))};
        const bool begins{!wanted.isEmpty() && plain.startsWith(wanted.last())};
        if (begins || wanted.contains(plain)) {
            marks.append(word);
        }
    }
    std::sort(marks.begin(), marks.end(),
        [](const MarkedWord& a, const MarkedWord& b) { return a.start < b.start; });
    return marks;
}

} // namespace Textdesk
