// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/practice/practicerequest.h"

#include "app/base/secrettext.h"

#include <QJsonObject>

#include <algorithm>

namespace Textdesk {

using namespace Qt::StringLiterals;

PracticeRequest::PracticeRequest(const RawRequest& raw)
    : m_raw{raw}
    , m_fields{decodeForm(raw.query())}
{
    for (const QByteArray& part : raw.path().split('/')) {
        if (!part.isEmpty()) {
            m_path.append(QString::fromUtf8(QByteArray::fromPercentEncoding(part)));
        }
    }
    const QByteArray type{raw.headers.value("content-type").value_or(QByteArray{}).toLower()};
    if (type.startsWith("application/x-www-form-urlencoded")) {
        const FormFields body{decodeForm(raw.body)};
        m_fields.insert(m_fields.end(), body.begin(), body.end());
    }
}

std::optional<QString> PracticeRequest::field(const QString& name) const
{
    const auto found = std::find_if(m_fields.rbegin(), m_fields.rend(),
        [&name](const auto& field) { return field.first == name; });
    return found == m_fields.rend() ? std::nullopt : std::optional{found->second};
}

std::optional<QJsonObject> PracticeRequest::object() const
{
    const QJsonDocument document{QJsonDocument::fromJson(m_raw.body)};
    return document.isObject() ? std::optional{document.object()} : std::nullopt;
}

bool PracticeRequest::hasToken(const QByteArray& token) const
{
    return equalInConstantTime(m_raw.headers.value("token").value_or(QByteArray{}), token);
}

bool PracticeRequest::isFrom(const QString& email, const QByteArray& token) const
{
    const auto matches = [&email, &token](const QString& givenEmail, const QByteArray& givenToken) {
        return givenEmail.compare(email, Qt::CaseInsensitive) == 0
            && equalInConstantTime(givenToken, token);
    };
    if (m_raw.headers.contains("token")) {
        const QByteArray given{m_raw.headers.value("email").value_or(QByteArray{})};
        return matches(QString::fromUtf8(given), *m_raw.headers.value("token"));
    }
    if (const auto basic = m_raw.headers.value("authorization")) {
        const QByteArray pair{
            basic->toLower().startsWith("basic ") ? QByteArray::fromBase64(basic->mid(6)) : ""};
        const qsizetype colon{pair.indexOf(':')};
        return colon > 0 && matches(QString::fromUtf8(pair.left(colon)), pair.mid(colon + 1));
    }
    return matches(
        field(u"email"_s).value_or(QString{}), field(u"token"_s).value_or(QString{}).toUtf8());
}

} // namespace Textdesk
