// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/providers/zoomconnect/zoomparameters.h"

#include "app/http/formdecoder.h"
#include "app/providers/zoomconnect/zoomfields.h"

#include <QJsonObject>

namespace Textdesk {

namespace {

tl::unexpected<Error> unreadable(const QString& what)
{
    return fail(ErrorKind::Protocol, QStringLiteral("unreadable: ") + what);
}

Result<Done> add(ZoomParameters& parameters, const QString& key, const QString& value)
{
    const auto known = parameters.constFind(key);
    if (known == parameters.cend()) {
        parameters.insert(key, value);
    } else if (*known != value) {
        // Which of the two the checksum was made over cannot be told.
        return unreadable(QStringLiteral("two values for one key"));
    }
    return Done{};
}

Result<Done> addForm(ZoomParameters& parameters, QByteArray form, PlusSign plus)
{
    if (plus == PlusSign::Literal) {
        form.replace('+', "%2B");
    }
    for (const auto& [key, value] : decodeForm(form)) {
        if (key.isEmpty() && value.isEmpty()) {
            continue; // the vendor prints "?&status=...", zoomconnect.md S4
        }
        if (const auto added = add(parameters, key, value); !added) {
            return added;
        }
    }
    return Done{};
}

Result<Done> addJson(ZoomParameters& parameters, const QByteArray& body)
{
    const auto json = readJson(body);
    if (!json || !json->isObject()) {
        return unreadable(QStringLiteral("body"));
    }
    const QJsonObject object{json->toObject()};
    for (auto field = object.constBegin(); field != object.constEnd(); ++field) {
        if (field.value().isNull()) {
            continue;
        }
        const auto value = textField(field.value());
        if (!value) {
            return unreadable(QStringLiteral("body"));
        }
        if (const auto added = add(parameters, field.key(), *value); !added) {
            return added;
        }
    }
    return Done{};
}

} // namespace

Result<ZoomParameters> zoomParameters(const RawRequest& request, PlusSign plus)
{
    ZoomParameters parameters;
    if (const auto added = addForm(parameters, request.query(), plus); !added) {
        return fail(added.error());
    }
    // By its look, not by Content-Type, which senders get wrong; no form of theirs starts with a
    // brace.
    const QByteArray body{request.body.trimmed()};
    const auto added =
        body.startsWith('{') ? addJson(parameters, body) : addForm(parameters, body, plus);
    if (!added) {
        return fail(added.error());
    }
    return parameters;
}

} // namespace Textdesk
