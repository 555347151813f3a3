// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settingseffects.h"

#include "app/secrets/secrets.h"
#include "ui/options.h"

#include <QLoggingCategory>

namespace Textdesk {

namespace {

const SecretKey passwordKey{QStringLiteral("network"), QStringLiteral("proxy-password")};
const QLatin1String certificateNotice{"extra-ca"};
const QLatin1String proxyNotice{"proxy"};
const QLatin1String listenerNotice{"listener-port"};

} // namespace

SettingsEffects::SettingsEffects(const EffectServices& services, QObject* parent)
    : QObject{parent}
    , m_services{services}
{
    connect(&m_services.settings, &Settings::changed, this, &SettingsEffects::take);
}

void SettingsEffects::begin()
{
    applyLog();
    applyNetwork();
    // A keychain is asked only where there is something to ask for.
    if (m_services.settings.text(Setting::ProxyMode) == QStringLiteral("manual")
        && !m_services.settings.text(Setting::ProxyUser).isEmpty()) {
        readPassword();
    }
}

void SettingsEffects::take(Setting setting)
{
    switch (setting) {
    case Setting::Theme:
        m_services.theme.choose(themeFromName(m_services.settings.text(Setting::Theme))
                                    .value_or(Theme::Choice::System));
        return;
    case Setting::ProxyMode:
    case Setting::ProxyHost:
    case Setting::ProxyPort:
    case Setting::ProxyUser:
    case Setting::ExtraCaFile:
        applyNetwork();
        return;
    case Setting::ListenerPort:
    case Setting::ListenerAddress:
        listenAgain();
        return;
    case Setting::LogDetail:
        applyLog();
        return;
    default:
        return;
    }
}

void SettingsEffects::readPassword()
{
    if (m_services.secrets == nullptr) {
        return;
    }
    m_services.secrets->read(passwordKey)->then(this, [this](const Result<SecretText>& read) {
        if (read) {
            m_password = *read;
            applyNetwork();
        }
    });
}

void SettingsEffects::keepProxyPassword(
    const SecretText& password, std::function<void(const QString&)> told)
{
    if (m_services.secrets == nullptr) {
        told(tr("There is no keychain here to keep it in. Nothing was changed."));
        return;
    }
    auto* call = password.isEmpty() ? m_services.secrets->remove(passwordKey)
                                    : m_services.secrets->write(passwordKey, password);
    call->then(this, [this, password, told = std::move(told)](const Result<Done>& kept) {
        if (!kept) {
            told(
                tr("The keychain did not take it. Nothing was changed; unlock the keychain and try "
                   "again."));
            return;
        }
        m_password = password;
        applyNetwork();
        told({});
    });
}

void SettingsEffects::applyNetwork()
{
    const Settings& settings{m_services.settings};
    NetworkSettings network;
    const QString mode{settings.text(Setting::ProxyMode)};
    network.proxyMode = mode == QStringLiteral("manual") ? ProxyMode::Manual
        : mode == QStringLiteral("none")                 ? ProxyMode::None
                                                         : ProxyMode::System;
    network.proxyHost = settings.text(Setting::ProxyHost);
    network.proxyPort = quint16(settings.number(Setting::ProxyPort));
    network.proxyUser = settings.text(Setting::ProxyUser);
    network.proxyPassword = m_password;
    network.extraCaFile = settings.text(Setting::ExtraCaFile);
    const Result<Done> applied{m_services.http.apply(network)};
    const QString problem{applied ? QString{} : applied.error().detail()};
    if (problem == QStringLiteral("proxy")) {
        emit noticeRaised({proxyNotice, Banner::Level::Warning, tr("The proxy has no name yet."),
            tr("Textdesk reaches the provider as it did before. Type the proxy's name in the "
               "settings, under Network."),
            {}});
        return;
    }
    emit noticeCleared(proxyNotice);
    if (applied) {
        emit noticeCleared(certificateNotice);
        return;
    }
    emit noticeRaised({certificateNotice, Banner::Level::Warning,
        tr("The file with further certificates cannot be read."),
        tr("The system's own certificates are used. Choose another file in the settings, under "
           "Network."),
        {}});
    network.extraCaFile.clear();
    (void)m_services.http.apply(network);
}

void SettingsEffects::applyLog()
{
    const bool everything{
        m_services.settings.text(Setting::LogDetail) == QStringLiteral("everything")};
    QLoggingCategory::setFilterRules(
        everything ? QStringLiteral("textdesk.*.debug=true") : QString{});
}

void SettingsEffects::listenAgain()
{
    m_services.engine.listener().stop();
    listen(quint16(m_services.settings.number(Setting::ListenerPort)));
}

void SettingsEffects::listen(quint16 port)
{
    ListenerOptions options;
    options.port = port;
    options.address = QHostAddress{m_services.settings.text(Setting::ListenerAddress)};
    m_services.engine.listener().start(options)->then(
        this, [this, port](const Result<quint16>& started) {
            if (started) {
                if (port != 0) {
                    emit noticeCleared(listenerNotice);
                }
                return;
            }
            emit noticeRaised({listenerNotice, Banner::Level::Warning,
                tr("Textdesk cannot listen at that address and port."),
                tr("Another program may use it. Replies still come in by asking the provider; "
                   "choose another port in the settings."),
                {}});
            if (port != 0) {
                listen(0);
            }
        });
}

} // namespace Textdesk
