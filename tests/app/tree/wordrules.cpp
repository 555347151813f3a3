// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/tree/wordrules.h"

#include "tests/app/tree/sourcetext.h"

#include <QRegularExpression>

#include <algorithm>
#include <vector>

namespace Textdesk::Testing {

namespace {

struct Rule final {
    QRegularExpression word;
    QStringList where;
    QStringList but;
    QString why;
    bool alsoInComments{false};
};

QStringList list(const char* words)
{
    return QString::fromLatin1(words).split(u' ', Qt::SkipEmptyParts);
}

Rule rule(const char* word, const char* where, const char* but, const char* why)
{
    return {QRegularExpression{QString::fromLatin1(word)}, list(where), list(but),
        QString::fromLatin1(why)};
}

Rule unfinished()
{
    Rule words{rule(R"(\b(TO)"
                    R"(DO|FIX)"
                    R"(ME)\b)",
        "app/ ui/ tests/", "", "finished, or an issue")};
    words.alsoInComments = true;
    return words;
}

const std::vector<Rule>& rules()
{
    static const std::vector<Rule> all{
        rule(R"(\bQSql\w*)", "app/ ui/", "app/storage/", "SQL lives in app/storage only"),
        rule(R"(\bsqlite3_?\w*)", "app/ ui/", "app/storage/", "SQL lives in app/storage only"),
        rule(R"(\bQNetwork(AccessManager|Reply)\b)", "app/ ui/", "app/net/",
            "HttpClient is the only user of it: it alone keeps Qt from sending twice"),
        rule(R"(\bprocessEvents\b)", "app/ ui/", "", "the event loop is entered once"),
        rule(R"(\bQEventLoop\b)", "app/ ui/", "", "no nested event loops"),
        rule(R"(\bwaitFor(ReadyRead|BytesWritten|Connected|Disconnected|Encrypted|Finished|)"
             R"(Started|NewConnection|Done)\s*\()",
            "app/ ui/", "", "nothing blocks a thread on I/O"),
        rule(R"(\b(sleep|msleep|usleep|nanosleep|sleep_for|sleep_until|qSleep)\s*\()",
            "app/ ui/ tests/", "", "no sleeps: use Clock::after, in tests QTRY_* and ManualClock"),
        rule(R"(\bqWait\s*\()", "tests/", "", "wait for a condition (qWaitFor), not for a time"),
        rule(R"(\b(QDateTime::current\w+|QDate::currentDate|QTime::currentTime|system_clock::now|)"
             R"(steady_clock::now|QElapsedTimer|QDeadlineTimer)\b)",
            "app/ ui/", "app/base/clock.cpp", "time comes from Clock only"),
        rule(R"(\bqApp\b)", "app/ ui/", "", "what is needed enters through the constructor"),
        rule(R"(\b(class|struct)\s+\w*(Manager|Utils|Helper)\b(?!\s*;))", "app/ ui/ tests/", "",
            "a name that says what the class is for"),
        unfinished(),
    };
    return all;
}

bool beginsWithAny(const QString& path, const QStringList& prefixes)
{
    return std::any_of(prefixes.cbegin(), prefixes.cend(),
        [&](const QString& prefix) { return path.startsWith(prefix); });
}

} // namespace

QStringList wordComplaints(const QString& path, const QString& text)
{
    QStringList complaints;
    const QStringList code{codeOf(text, Strings::Blank).split(u'\n')};
    const QStringList everything{text.split(u'\n')};
    for (const Rule& rule : rules()) {
        if (!beginsWithAny(path, rule.where) || beginsWithAny(path, rule.but)) {
            continue;
        }
        const QStringList& lines{rule.alsoInComments ? everything : code};
        for (qsizetype i{0}; i < lines.size(); ++i) {
            const auto match = rule.word.match(lines.at(i));
            if (match.hasMatch() && !lines.at(i).trimmed().startsWith(QStringLiteral("#include"))) {
                complaints.append(QStringLiteral("%1:%2: %3: %4")
                                      .arg(path)
                                      .arg(i + 1)
                                      .arg(match.captured(), rule.why));
            }
        }
    }
    return complaints;
}

} // namespace Textdesk::Testing
