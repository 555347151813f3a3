// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/searchquery.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>

namespace Textdesk {

namespace {

// Words at spaces; quotes keep a value together: from:"Thandi Mokoena".
QStringList tokensOf(const QString& typed)
{
    QStringList tokens;
    QString token;
    bool quoted{false};
    for (const QChar c : typed) {
        if (c == u'"' && (quoted || token.endsWith(u':'))) {
            quoted = !quoted;
            token += c;
        } else if (c.isSpace() && !quoted) {
            tokens.append(token);
            token.clear();
        } else {
            token += c;
        }
    }
    tokens.append(token);
    tokens.removeAll(QString{});
    return tokens;
}

QString unquoted(QString value)
{
    if (value.startsWith(u'"')) {
        value.remove(0, 1);
        if (value.endsWith(u'"')) {
            value.chop(1);
        }
    }
    return value.trimmed();
}

QDate dayFrom(const QString& value, const QDate& today)
{
    if (value.compare(QStringLiteral("today"), Qt::CaseInsensitive) == 0) {
        return today;
    }
    if (value.compare(QStringLiteral("yesterday"), Qt::CaseInsensitive) == 0) {
        return today.addDays(-1);
    }
    return QDate::fromString(value, Qt::ISODate);
}

bool takesDay(const QString& name)
{
    return name == QStringLiteral("after") || name == QStringLiteral("before")
        || name == QStringLiteral("on");
}

bool begins(const QStringList& words, const QString& value)
{
    return std::any_of(words.cbegin(), words.cend(),
        [&value](const QString& word) { return word.startsWith(value, Qt::CaseInsensitive); });
}

// Somebody may be typing on.
bool isBeginning(MisreadOperator::Wants wants, const QString& value)
{
    if (wants == MisreadOperator::Wants::State) {
        return begins(searchStates(), value);
    }
    static const QRegularExpression date{
        QStringLiteral("^\\d{1,3}$|^\\d{4}(-|-\\d{1,2}|-\\d{2}-\\d?)?$")};
    return date.match(value).hasMatch()
        || begins({QStringLiteral("today"), QStringLiteral("yesterday")}, value);
}

class Reader final {
public:
    Reader(const QDate& today, const QTimeZone& zone)
        : m_today{today}
        , m_zone{zone}
    { }

    // False for what is only words.
    bool take(const QString& name, const QString& value)
    {
        if (value.isEmpty()) {
            return false;
        }
        if (name == QStringLiteral("from") || name == QStringLiteral("with")) {
            query.person = value;
            return true;
        }
        if (name == QStringLiteral("line")) {
            query.line = value;
            return true;
        }
        const bool isState{name == QStringLiteral("is")};
        if (isState ? takeState(value.toLower()) : takeDay(name, value)) {
            return true;
        }
        if (isState || takesDay(name)) {
            const auto wants =
                isState ? MisreadOperator::Wants::State : MisreadOperator::Wants::Day;
            query.misread.append({name + u':' + value, wants, isBeginning(wants, value)});
        }
        return false;
    }

    SearchQuery query;

private:
    bool takeDay(const QString& name, const QString& value)
    {
        const QDate day{dayFrom(value, m_today)};
        if (!day.isValid()) {
            return false;
        }
        const qint64 start{day.startOfDay(m_zone).toMSecsSinceEpoch()};
        const qint64 end{day.addDays(1).startOfDay(m_zone).toMSecsSinceEpoch()};
        if (name == QStringLiteral("after")) {
            query.fromMs = start; // that day included, as people mean it
        } else if (name == QStringLiteral("before")) {
            query.beforeMs = start;
        } else if (name == QStringLiteral("on")) {
            query.fromMs = start;
            query.beforeMs = end;
        } else {
            return false;
        }
        return true;
    }
    bool takeState(const QString& value)
    {
        if (value == QStringLiteral("received")) {
            query.direction = Direction::In;
        } else if (value == QStringLiteral("sent")) {
            query.direction = Direction::Out;
            // What failed, waits or is in doubt has words of its own.
            query.states.append(
                {DeliveryState::Accepted, DeliveryState::Sent, DeliveryState::Delivered});
        } else if (value == QStringLiteral("unread")) {
            query.unreadOnly = true;
        } else if (value == QStringLiteral("failed")) {
            query.states.append(DeliveryState::Failed);
        } else if (value == QStringLiteral("delivered")) {
            query.states.append(DeliveryState::Delivered);
        } else if (value == QStringLiteral("unknown")) {
            query.states.append(DeliveryState::Unknown);
        } else if (value == QStringLiteral("queued")) {
            query.states.append(DeliveryState::Queued);
        } else {
            return false;
        }
        return true;
    }
    QDate m_today;
    QTimeZone m_zone;
};

} // namespace

SearchQuery parseSearch(const QString& typed, const QDate& today, const QTimeZone& zone)
{
    Reader reader{today, zone};
    QStringList words;
    const QStringList tokens{tokensOf(typed)};
    for (qsizetype i{0}; i < tokens.size(); ++i) {
        const QString& token{tokens.at(i)};
        const qsizetype before{reader.query.misread.size()};
        const qsizetype colon{token.indexOf(u':')};
        if (colon < 1
            || !reader.take(token.left(colon).toLower(), unquoted(token.mid(colon + 1)))) {
            words.append(token);
        }
        if (reader.query.misread.size() > before) {
            MisreadOperator& misread{reader.query.misread.last()};
            misread.typed = token;
            misread.mayBeUnfinished =
                misread.mayBeUnfinished && i + 1 == tokens.size() && !typed.back().isSpace();
        }
    }
    reader.query.words = words.join(u' ');
    return reader.query;
}

QStringList searchStates()
{
    return {QStringLiteral("received"), QStringLiteral("sent"), QStringLiteral("unread"),
        QStringLiteral("failed"), QStringLiteral("delivered"), QStringLiteral("unknown"),
        QStringLiteral("queued")};
}

QString typedSearch(const QStringList& words)
{
    QStringList typed;
    for (const QString& word : words) {
        const QString name{word.section(u':', 0, 0).toLower()};
        const bool takesName{name == QStringLiteral("from") || name == QStringLiteral("with")
            || name == QStringLiteral("line")};
        const QString value{word.section(u':', 1)};
        typed.append(takesName && value.contains(u' ') && !value.startsWith(u'"')
                ? name + QStringLiteral(":\"") + value + u'"'
                : word);
    }
    return typed.join(u' ');
}

QString withOperator(const QString& typed, const QString& name, const QString& value)
{
    QStringList kept;
    for (const QString& token : tokensOf(typed)) {
        if (!token.startsWith(name + u':', Qt::CaseInsensitive)) {
            kept.append(token);
        }
    }
    if (!value.isEmpty()) {
        QString plain{value};
        plain.remove(u'"');
        kept.append(name + u':' + (plain.contains(u' ') ? u'"' + plain + u'"' : plain));
    }
    return kept.join(u' ');
}

} // namespace Textdesk
