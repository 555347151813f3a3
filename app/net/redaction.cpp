// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/redaction.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

namespace Textdesk {

namespace {

const QString hidden{QStringLiteral("***")};

// A message or user id of a service is hidden too: it cannot be told from a key by its looks.
QString loggedSegment(const QString& segment)
{
    const bool hasDigit{
        std::any_of(segment.begin(), segment.end(), [](QChar c) { return c.isDigit(); })};
    if (segment.contains(u'@') || segment.size() >= 32 || (segment.size() >= 16 && hasDigit)) {
        return hidden;
    }
    QString masked{maskedNumbers(segment)};
    // Control characters would forge log lines.
    std::replace_if(
        masked.begin(), masked.end(), [](QChar c) { return !c.isPrint(); }, QChar{u'?'});
    return masked;
}

QString loggedPath(const QUrl& url)
{
    QStringList segments{url.path(QUrl::FullyEncoded).split(u'/')};
    for (QString& segment : segments) {
        segment = loggedSegment(QUrl::fromPercentEncoding(segment.toUtf8()));
    }
    return segments.join(u'/');
}

QString loggedQueryItem(const QString& item)
{
    const auto equals = item.indexOf(u'=');
    if (equals < 0) {
        return hidden;
    }
    const QString name{loggedSegment(QUrl::fromPercentEncoding(item.left(equals).toUtf8()))};
    const QString value{item.mid(equals + 1)};
    static const QRegularExpression harmless{QStringLiteral("^([0-9]{1,6}|true|false)$")};
    const bool shown{!isSensitiveName(name) && harmless.match(value).hasMatch()};
    return name + u'=' + (shown ? value : hidden);
}

} // namespace

bool isSensitiveName(QStringView name)
{
    QString plain{name.toString().toLower()};
    plain.remove(u'-').remove(u'_');
    static constexpr std::array words{"auth", "token", "cookie", "key", "pass", "pwd", "secret",
        "email", "signature", "checksum", "session", "credential", "user", "login", "otp", "pin"};
    return std::any_of(words.begin(), words.end(),
        [&plain](const char* word) { return plain.contains(QLatin1String{word}); });
}

QString maskedNumbers(const QString& text)
{
    static const QRegularExpression number{
        QStringLiteral("\\+?\\p{Nd}(?:[\\s().\\-]{0,3}\\p{Nd}){6,}"),
        QRegularExpression::UseUnicodePropertiesOption};
    return QString{text}.replace(number, hidden);
}

QString loggedUrl(const QUrl& url)
{
    QString origin{url.scheme() + QStringLiteral("://") + url.host(QUrl::FullyEncoded)};
    if (url.port() >= 0) {
        origin += u':' + QString::number(url.port());
    }
    return origin + loggedPath(url);
}

QString loggedUrlWithQuery(const QUrl& url)
{
    QString text{loggedUrl(url)};
    if (!url.hasQuery()) {
        return text;
    }
    QStringList items{url.query(QUrl::FullyEncoded).split(u'&')};
    for (QString& item : items) {
        item = loggedQueryItem(item);
    }
    return text + u'?' + items.join(u'&');
}

QString loggedHeader(const QByteArray& name, const QByteArray& value)
{
    const QString shownName{QString::fromLatin1(name)};
    return shownName + QStringLiteral(": ")
        + (isSensitiveName(shownName) ? hidden : loggedSegment(QString::fromLatin1(value)));
}

} // namespace Textdesk
