// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A request as the practice service's endpoints want to see it: path parts decoded, parameters
// merged.
#pragma once

#include "app/http/formdecoder.h"
#include "app/http/servermessage.h"

#include <QJsonDocument>
#include <QStringList>

#include <optional>

namespace Textdesk {

class PracticeRequest final {
public:
    explicit PracticeRequest(const RawRequest& raw);

    [[nodiscard]] const QByteArray& method() const { return m_raw.method; }
    [[nodiscard]] bool is(const char* verb) const { return m_raw.method == QByteArrayView{verb}; }
    // Decoded, without empty ones: {"app", "api", "rest", "v1", "messages", "all"}.
    [[nodiscard]] const QStringList& path() const { return m_path; }
    // Last value from the query or, for a form, from the body.
    [[nodiscard]] std::optional<QString> field(const QString& name) const;
    // Null when the body is no JSON object.
    [[nodiscard]] std::optional<QJsonObject> object() const;

    // zoomconnect.md 1.2: headers, else Basic, else parameters; the first way that is used decides.
    [[nodiscard]] bool isFrom(const QString& email, const QByteArray& token) const;
    // The service's own pages want the token header alone.
    [[nodiscard]] bool hasToken(const QByteArray& token) const;

private:
    RawRequest m_raw;
    QStringList m_path;
    FormFields m_fields;
};

} // namespace Textdesk
