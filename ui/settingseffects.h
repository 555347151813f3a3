// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a changed setting does at once: theme, network, listener, log.
#pragma once

#include "app/engine/engine.h"
#include "app/net/httpclient.h"
#include "app/settings/settings.h"
#include "ui/theme/theme.h"
#include "ui/widgets/bannerarea.h"

#include <QObject>

#include <functional>

namespace Textdesk {

struct EffectServices final {
    Engine& engine;
    HttpClient& http;
    Settings& settings;
    Theme& theme;
    Secrets* secrets; // null: no proxy password
};

class SettingsEffects final : public QObject {
    Q_OBJECT
public:
    explicit SettingsEffects(const EffectServices& services, QObject* parent = nullptr);

    // What holds at the start, but for theme and listener, which start by themselves.
    void begin();
    // An empty password is forgotten; told hears what went wrong, in words, or nothing.
    void keepProxyPassword(const SecretText& password, std::function<void(const QString&)> told);

signals:
    void noticeRaised(const Textdesk::Notice& notice);
    void noticeCleared(const QString& key);

private:
    void take(Setting setting);
    void readPassword();
    void applyNetwork();
    void applyLog();
    void listenAgain();
    void listen(quint16 port);

    EffectServices m_services;
    SecretText m_password;
};

} // namespace Textdesk
