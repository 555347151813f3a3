// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/wordmatch.h"

#include <QStringList>

#include <algorithm>

namespace Textdesk {

namespace {

enum Fit { None = 0, Initials = 1, Middle = 2, WordStart = 3, TitleStart = 4 };

QString folded(const QString& text)
{
    QString plain;
    for (const QChar letter : text.normalized(QString::NormalizationForm_KD)) {
        if (!letter.isMark()) {
            plain.append(letter.toCaseFolded());
        }
    }
    return plain;
}

QStringList wordsOf(const QString& text)
{
    QStringList words{QString{}};
    for (const QChar letter : text) {
        if (letter.isLetterOrNumber()) {
            words.back().append(letter);
        } else if (!words.back().isEmpty()) {
            words.append(QString{});
        }
    }
    words.removeAll(QString{});
    return words;
}

Fit fit(const QString& title, const QStringList& words, const QString& typed)
{
    if (title.startsWith(typed)) {
        return TitleStart;
    }
    if (std::any_of(words.cbegin(), words.cend(),
            [&typed](const QString& word) { return word.startsWith(typed); })) {
        return WordStart;
    }
    if (title.contains(typed)) {
        return Middle;
    }
    QString initials;
    for (const QString& word : words) {
        initials.append(word.front());
    }
    return initials.contains(typed) ? Initials : None;
}

} // namespace

int wordMatch(const QString& title, const QString& typed)
{
    const QString plain{folded(title)};
    const QStringList words{wordsOf(plain)};
    const QStringList wanted{folded(typed).split(u' ', Qt::SkipEmptyParts)};
    if (wanted.isEmpty()) {
        return TitleStart;
    }
    // As good as its worst word; the first word breaks ties, since it is what people type first.
    int worst{TitleStart};
    for (const QString& word : wanted) {
        worst = std::min(worst, int(fit(plain, words, word)));
    }
    return worst == None ? 0 : worst * 8 + fit(plain, words, wanted.front());
}

} // namespace Textdesk
