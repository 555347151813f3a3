// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingwords.h"

#include <QCoreApplication>

namespace Textdesk {

namespace {

class Words final {
    Q_DECLARE_TR_FUNCTIONS(SettingWords)
public:
    static SettingWords look(Setting setting);
    static SettingWords notices(Setting setting);
    static SettingWords network(Setting setting);
    static SettingWords rest(Setting setting);
    static QString group(SettingGroup group);
};

SettingWords Words::look(Setting setting)
{
    switch (setting) {
    case Setting::Theme:
        return {SettingGroup::Appearance, tr("Light or dark"), tr("How the window looks."),
            tr("theme colour night appearance"),
            {tr("As this computer is set"), tr("Light"), tr("Dark")}};
    case Setting::UndoMs:
        return {SettingGroup::Writing, tr("Time to undo"),
            tr("How long a text waits here, so that it can be taken back. 0 sends at once."),
            tr("delay take back seconds"), {}, tr(" seconds"), 1000};
    case Setting::DefaultRegion:
        return {SettingGroup::Writing, tr("Country of numbers"),
            tr("Where numbers without a country code are from, unless an account says otherwise."),
            tr("region national prefix default")};
    default:
        return notices(setting);
    }
}

SettingWords Words::notices(Setting setting)
{
    switch (setting) {
    case Setting::Notifications:
        return {SettingGroup::Notices, tr("Notifications"),
            tr("Tell of new texts while you do not look at the window."), tr("notify sound popup")};
    case Setting::HideContent:
        return {SettingGroup::Notices, tr("Hide content"),
            tr("Names and texts are covered in the window and left out of notifications. The "
               "pointer uncovers what it rests on."),
            tr("privacy content preview screen")};
    case Setting::QuietHours:
        return {SettingGroup::Notices, tr("Quiet hours"),
            tr("Do not disturb turns itself on and off. Texts still come in and are counted."),
            tr("do not disturb silence night evening schedule")};
    case Setting::QuietFrom:
        return {SettingGroup::Notices, tr("Quiet from"), tr("When they begin."),
            tr("do not disturb evening time")};
    case Setting::QuietTo:
        return {SettingGroup::Notices, tr("Quiet until"),
            tr("When they end: the next morning if this is the earlier time."),
            tr("do not disturb morning time")};
    case Setting::QuietDays:
        return {SettingGroup::Notices, tr("Quiet on"), tr("The days on which they begin."),
            tr("do not disturb weekdays weekend")};
    case Setting::KeepInTray:
        return {SettingGroup::Notices, tr("Stay in the tray"),
            tr("Closing the window leaves Textdesk running, so that texts keep coming in."),
            tr("background close quit icon")};
    default:
        return network(setting);
    }
}

SettingWords Words::network(Setting setting)
{
    switch (setting) {
    case Setting::ProxyMode:
        return {SettingGroup::Network, tr("Proxy"), tr("The way to the internet."),
            tr("http company firewall"),
            {tr("As this computer is set"), tr("None"), tr("As written below")}};
    case Setting::ProxyHost:
        return {SettingGroup::Network, tr("Proxy address"),
            tr("Its name or IP address, without http://."), tr("host server")};
    case Setting::ProxyPort:
        return {SettingGroup::Network, tr("Proxy port"), tr("Often 8080 or 3128."), {}};
    case Setting::ProxyUser:
        return {SettingGroup::Network, tr("Proxy user"), tr("Empty if it asks for none."),
            tr("login name")};
    case Setting::ExtraCaFile:
        return {SettingGroup::Network, tr("Further certificates"),
            tr("A file (PEM) with an authority of your company, trusted beside the system's."),
            tr("CA authority TLS SSL pem")};
    default:
        return rest(setting);
    }
}

SettingWords Words::rest(Setting setting)
{
    switch (setting) {
    case Setting::ListenerPort:
        return {SettingGroup::Webhooks, tr("Port"),
            tr("Where replies and reports come in. 0 takes any free one."),
            tr("listener webhook number")};
    case Setting::ListenerAddress:
        return {SettingGroup::Webhooks, tr("Address"),
            tr("127.0.0.1 listens to this computer only, 0.0.0.0 to everybody who can reach it."),
            tr("listener webhook interface IP")};
    case Setting::LogDetail:
        return {SettingGroup::Help, tr("Log"),
            tr("How much the log tells. It never holds texts, numbers or keys."),
            tr("debug trace diagnostics"), {tr("The usual"), tr("Everything")}};
    default:
        return {};
    }
}

QString Words::group(SettingGroup group)
{
    switch (group) {
    case SettingGroup::Appearance:
        return tr("Appearance");
    case SettingGroup::Writing:
        return tr("Writing");
    case SettingGroup::Notices:
        return tr("Notifications");
    case SettingGroup::Network:
        return tr("Network");
    case SettingGroup::Webhooks:
        return tr("Listening for replies");
    case SettingGroup::Help:
        break;
    }
    return tr("Help");
}

} // namespace

SettingWords wordsOf(Setting setting)
{
    return Words::look(setting);
}

QString titleOf(SettingGroup group)
{
    return Words::group(group);
}

} // namespace Textdesk
