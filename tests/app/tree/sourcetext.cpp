// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/tree/sourcetext.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

namespace Textdesk::Testing {

namespace {

bool startsAt(const QString& text, qsizetype at, const char* what)
{
    return QStringView{text}.mid(at).startsWith(QLatin1String{what});
}

// A quote inside a number (1'000) opens nothing; one behind a prefix (u'x') does.
bool isDigitSeparator(const QString& text, qsizetype at)
{
    qsizetype start{at};
    while (start > 0 && (text.at(start - 1).isLetterOrNumber() || text.at(start - 1) == u'\'')) {
        --start;
    }
    return start < at && text.at(start).isDigit();
}

bool isRawStringQuote(const QString& text, qsizetype at)
{
    if (at == 0 || text.at(at - 1) != u'R') {
        return false;
    }
    return at < 2 || !text.at(at - 2).isLetterOrNumber()
        || QStringLiteral("uUL8").contains(text.at(at - 2));
}

// Where the literal or comment that opens at `at` ends (one past its last character).
qsizetype endOfRawString(const QString& text, qsizetype at)
{
    const qsizetype bracket{text.indexOf(u'(', at)};
    if (bracket < 0) {
        return text.size();
    }
    const QString close{u')' + text.mid(at + 1, bracket - at - 1) + u'"'};
    const qsizetype end{text.indexOf(close, bracket)};
    return end < 0 ? text.size() : end + close.size();
}

qsizetype endOfLiteral(const QString& text, qsizetype at)
{
    const QChar quote{text.at(at)};
    for (qsizetype i{at + 1}; i < text.size(); ++i) {
        if (text.at(i) == u'\\') {
            ++i;
        } else if (text.at(i) == quote || text.at(i) == u'\n') {
            return i + 1;
        }
    }
    return text.size();
}

void blank(QString& text, qsizetype from, qsizetype to)
{
    for (qsizetype i{from}; i < to && i < text.size(); ++i) {
        if (text.at(i) != u'\n') {
            text[i] = u' ';
        }
    }
}

} // namespace

QString sourceRoot()
{
    return QStringLiteral(TEXTDESK_SOURCE_DIR);
}

QStringList filesBelow(const QStringList& folders, const QStringList& wildcards)
{
    const QDir root{sourceRoot()};
    QStringList found;
    for (const QString& folder : folders) {
        QDirIterator files{root.filePath(folder), wildcards, QDir::Files | QDir::Hidden,
            QDirIterator::Subdirectories};
        while (files.hasNext()) {
            found.append(root.relativeFilePath(files.next()));
        }
    }
    found.sort();
    return found;
}

QString readSource(const QString& path)
{
    QFile file{QDir{sourceRoot()}.filePath(path)};
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString{};
}

QString codeOf(const QString& text, Strings strings)
{
    QString code{text};
    qsizetype at{0};
    while (at < text.size()) {
        qsizetype end{at + 1};
        const QChar c{text.at(at)};
        if (startsAt(text, at, "//")) {
            end = text.indexOf(u'\n', at);
            end = end < 0 ? text.size() : end;
            blank(code, at, end);
        } else if (startsAt(text, at, "/*")) {
            end = text.indexOf(QStringLiteral("*/"), at + 2);
            end = end < 0 ? text.size() : end + 2;
            blank(code, at, end);
        } else if (c == u'"' || (c == u'\'' && !isDigitSeparator(text, at))) {
            end = c == u'"' && isRawStringQuote(text, at) ? endOfRawString(text, at)
                                                          : endOfLiteral(text, at);
            if (strings == Strings::Blank) {
                blank(code, at + 1, end - 1);
            }
        }
        at = end;
    }
    return code;
}

} // namespace Textdesk::Testing
