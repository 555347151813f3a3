// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// An account's settings, read once and checked, so that nothing further down meets text it cannot
// use.
#pragma once

#include "app/providers/providerregistry.h"

#include <QTimeZone>
#include <QUrl>

namespace Textdesk {

enum class ZoomAuth { Headers, Basic, Url };

struct ZoomSettings final {
    QUrl base; // ends with a slash
    QString email;
    ZoomAuth auth{ZoomAuth::Headers};
    QString region; // for numbers without country code; may be empty
    QTimeZone zone; // in which the provider writes and reads dates
    bool checksumRequired{true};
};

// The settings a ZoomConnect account has, with their defaults.
[[nodiscard]] QList<SettingField> zoomSettingFields();
// Error Rejected with a detail "<setting>: <rule>". A missing setting has its default.
[[nodiscard]] Result<ZoomSettings> readZoomSettings(const AccountConfig& config);
// "+02:00", "UTC" or a name such as "Africa/Johannesburg"; invalid for anything else.
[[nodiscard]] QTimeZone zoomZone(const QString& text);

} // namespace Textdesk
