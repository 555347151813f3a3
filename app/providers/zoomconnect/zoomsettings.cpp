// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/providers/zoomconnect/zoomsettings.h"

#include "app/domain/region.h"

#include <QHostAddress>
#include <QRegularExpression>

namespace Textdesk {

namespace {

tl::unexpected<Error> refuse(const QString& why)
{
    return fail(ErrorKind::Rejected, why);
}

QString settingOf(const AccountConfig& config, const QString& key)
{
    const auto at = config.settings.constFind(key);
    if (at != config.settings.cend()) {
        return at->trimmed();
    }
    for (const SettingField& field : zoomSettingFields()) {
        if (field.key == key) {
            return field.defaultValue;
        }
    }
    return {};
}

bool isTrue(const AccountConfig& config, const QString& key)
{
    return settingOf(config, key) == QLatin1String{"true"};
}

bool isLoopback(const QString& host)
{
    return host == QLatin1String{"localhost"} || QHostAddress{host}.isLoopback();
}

Result<QUrl> readBase(const AccountConfig& config)
{
    QUrl url{settingOf(config, QStringLiteral("base-url")), QUrl::StrictMode};
    const bool secure{url.scheme() == QLatin1String{"https"}};
    if (!url.isValid() || url.host().isEmpty()
        || (!secure && url.scheme() != QLatin1String{"http"})) {
        return refuse(QStringLiteral("base-url: not a web address"));
    }
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment()) {
        return refuse(QStringLiteral("base-url: more than an address"));
    }
    if (!secure && !isLoopback(url.host()) && !isTrue(config, QStringLiteral("allow-insecure"))) {
        return refuse(QStringLiteral("base-url: insecure"));
    }
    if (!url.path().endsWith(QLatin1Char{'/'})) {
        url.setPath(url.path(QUrl::FullyEncoded) + QLatin1Char{'/'}, QUrl::TolerantMode);
    }
    return url;
}

Result<ZoomAuth> readAuth(const AccountConfig& config)
{
    const QString word{settingOf(config, QStringLiteral("auth"))};
    if (word == QLatin1String{"headers"}) {
        return ZoomAuth::Headers;
    }
    if (word == QLatin1String{"basic"}) {
        return ZoomAuth::Basic;
    }
    if (word != QLatin1String{"url"}) {
        return refuse(QStringLiteral("auth: unknown"));
    }
    // The sheet (1.2): the vendor advises it for tests only, since URLs end up in logs.
    if (!isTrue(config, QStringLiteral("testing"))) {
        return refuse(QStringLiteral("auth: url needs testing"));
    }
    return ZoomAuth::Url;
}

Result<QString> readEmail(const AccountConfig& config, ZoomAuth auth)
{
    const QString email{settingOf(config, QStringLiteral("email"))};
    static const QRegularExpression shape{QStringLiteral("^[^\\s@\\p{C}]+@[^\\s@\\p{C}]+$"),
        QRegularExpression::UseUnicodePropertiesOption};
    if (email.isEmpty()) {
        return refuse(QStringLiteral("email: missing"));
    }
    if (!shape.match(email).hasMatch()) {
        return refuse(QStringLiteral("email: not an address"));
    }
    // RFC 7617, section 2: a user-id with a colon cannot be told from the password.
    if (auth == ZoomAuth::Basic && email.contains(QLatin1Char{':'})) {
        return refuse(QStringLiteral("email: colon with basic"));
    }
    return email;
}

Result<Done> checkTheRest(const AccountConfig& config)
{
    for (const QString& key : {QStringLiteral("testing"), QStringLiteral("allow-insecure")}) {
        const QString word{settingOf(config, key)};
        if (word != QLatin1String{"true"} && word != QLatin1String{"false"}) {
            return refuse(key + QStringLiteral(": true or false"));
        }
    }
    bool isNumber{false};
    const int seconds{settingOf(config, QStringLiteral("poll-seconds")).toInt(&isNumber)};
    if (!isNumber || seconds < 10 || seconds > 86400) {
        return refuse(QStringLiteral("poll-seconds: 10 to 86400"));
    }
    const QString address{settingOf(config, QStringLiteral("public-url"))};
    const QUrl url{address, QUrl::StrictMode};
    if (!address.isEmpty()
        && (!url.isValid() || url.host().isEmpty()
            || !url.scheme().startsWith(QLatin1String{"http"}))) {
        return refuse(QStringLiteral("public-url: not a web address"));
    }
    return Done{};
}

// Region, zone and checksum: the settings that decide how answers are read.
Result<Done> readReading(const AccountConfig& config, ZoomSettings& settings)
{
    static const QRegularExpression twoLetters{QStringLiteral("^([A-Za-z]{2})?$")};
    const QString region{settingOf(config, QStringLiteral("region"))};
    if (!twoLetters.match(region).hasMatch()) {
        return refuse(QStringLiteral("region: two letters"));
    }
    if (!region.isEmpty() && !isKnownRegion(region.toUpper())) {
        return refuse(QStringLiteral("region: no country"));
    }
    settings.region = region.toUpper();
    settings.zone = zoomZone(settingOf(config, QStringLiteral("provider-zone")));
    if (!settings.zone.isValid()) {
        return refuse(QStringLiteral("provider-zone: unknown"));
    }
    const QString checksum{settingOf(config, QStringLiteral("checksum"))};
    if (checksum != QLatin1String{"required"} && checksum != QLatin1String{"off"}) {
        return refuse(QStringLiteral("checksum: unknown"));
    }
    settings.checksumRequired = checksum == QLatin1String{"required"};
    return Done{};
}

} // namespace

QList<SettingField> zoomSettingFields()
{
    const QStringList yesOrNo{QStringLiteral("false"), QStringLiteral("true")};
    const auto text = [](const QString& key, const QString& value, const QString& form,
                          bool required = false) {
        return SettingField{key, value, {}, required, form};
    };
    const auto choice = [](const QString& key, const QStringList& choices) {
        return SettingField{key, choices.first(), choices, false, QStringLiteral("choice")};
    };
    return {text(QStringLiteral("base-url"), QStringLiteral("https://www.zoomconnect.com/app/"),
                QStringLiteral("url"), true),
        text(QStringLiteral("email"), {}, QStringLiteral("email"), true),
        choice(QStringLiteral("auth"),
            {QStringLiteral("headers"), QStringLiteral("basic"), QStringLiteral("url")}),
        text(QStringLiteral("region"), QStringLiteral("ZA"), QStringLiteral("region")),
        text(QStringLiteral("provider-zone"), QStringLiteral("+02:00"), QStringLiteral("zone")),
        choice(QStringLiteral("checksum"), {QStringLiteral("required"), QStringLiteral("off")}),
        text(QStringLiteral("poll-seconds"), QStringLiteral("60"), QStringLiteral("seconds")),
        text(QStringLiteral("public-url"), {}, QStringLiteral("url")),
        choice(QStringLiteral("testing"), yesOrNo),
        choice(QStringLiteral("allow-insecure"), yesOrNo)};
}

Result<ZoomSettings> readZoomSettings(const AccountConfig& config)
{
    ZoomSettings settings;
    auto base = readBase(config);
    if (!base) {
        return fail(base.error());
    }
    const auto auth = readAuth(config);
    if (!auth) {
        return fail(auth.error());
    }
    const auto email = readEmail(config, *auth);
    if (!email) {
        return fail(email.error());
    }
    settings.base = *std::move(base);
    settings.auth = *auth;
    settings.email = *email;
    if (const auto reading = readReading(config, settings); !reading) {
        return fail(reading.error());
    }
    if (const auto rest = checkTheRest(config); !rest) {
        return fail(rest.error());
    }
    return settings;
}

QTimeZone zoomZone(const QString& text)
{
    static const QRegularExpression offset{QStringLiteral("^([+-])([0-9]{2}):?([0-9]{2})$")};
    if (const auto match = offset.match(text); match.hasMatch()) {
        const int hours{match.captured(2).toInt()};
        const int minutes{match.captured(3).toInt()};
        if (hours > 14 || minutes > 59) {
            return {};
        }
        const int seconds{(hours * 60 + minutes) * 60};
        return QTimeZone{match.captured(1) == QLatin1String{"-"} ? -seconds : seconds};
    }
    if (text == QLatin1String{"UTC"} || text == QLatin1String{"Z"}) {
        return QTimeZone{0};
    }
    const QByteArray name{text.toLatin1()};
    return QTimeZone::isTimeZoneIdAvailable(name) ? QTimeZone{name} : QTimeZone{};
}

} // namespace Textdesk
