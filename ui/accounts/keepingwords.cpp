// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/keepingwords.h"

#include "ui/words/errorwords.h"

#include <QCoreApplication>
#include <QHash>

namespace Textdesk {

namespace {

class KeepingTexts final {
    Q_DECLARE_TR_FUNCTIONS(KeepingTexts)
public:
    static KeepingWords of(KeepingState state, const QString& keychain);
    static KeepingWords ofVault(KeepingState state);
    static QString ofError(const QString& word);
};

KeepingWords KeepingTexts::of(KeepingState state, const QString& keychain)
{
    switch (state) {
    case KeepingState::NoBackend:
        return {tr("There is no keychain on this computer"),
            tr("Textdesk keeps the tokens of your accounts in the computer’s keychain, and none is "
               "running. Your messages and contacts stay readable; nothing can be sent for now. "
               "Start the keychain and try again, or keep the tokens under a passphrase of your "
               "own.")};
    case KeepingState::Locked:
        return {tr("The keychain is locked"),
            tr("%1 holds your tokens and is locked. Your messages and contacts stay readable; what "
               "you send waits here. Press Unlock and type its password, usually that of your "
               "computer.")
                .arg(keychain)};
    case KeepingState::Denied:
        return {tr("The keychain refuses"),
            tr("%1 does not let Textdesk read the tokens. Your messages and contacts stay "
               "readable; what you send waits here. Allow Textdesk in the keychain’s own program "
               "and try again.")
                .arg(keychain)};
    case KeepingState::Silent:
        return {tr("The keychain does not answer"),
            tr("%1 was asked for your tokens and said nothing. Perhaps a question of it is open "
               "behind another window. Your messages and contacts stay readable; what you send "
               "waits here. Look for the question, then try again.")
                .arg(keychain)};
    case KeepingState::VaultLocked:
    case KeepingState::VaultDamaged:
    case KeepingState::Good:
        break;
    }
    return ofVault(state);
}

KeepingWords KeepingTexts::ofVault(KeepingState state)
{
    if (state == KeepingState::VaultLocked) {
        return {tr("Type your passphrase"),
            tr("The tokens of your accounts are kept under a passphrase in this profile. Without "
               "it your messages and contacts stay readable, and what you send waits here.")};
    }
    if (state == KeepingState::VaultDamaged) {
        return {tr("The file with your tokens is damaged"),
            tr("The file secrets.vault of this profile cannot be read. Your messages and contacts "
               "stay readable and nothing was changed. Textdesk's own backups do not hold it: "
               "put a copy of your own in its place and try again, or move the file away and "
               "connect your accounts anew.")};
    }
    return {tr("Your tokens are safe"),
        tr("Textdesk can read the tokens of your accounts. There is nothing to do here.")};
}

QString KeepingTexts::ofError(const QString& word)
{
    static const QHash<QString, QString> sentences{
        {QStringLiteral("wrong-passphrase"),
            tr("This is not the passphrase. Look at the language of your keyboard and try again.")},
        {QStringLiteral("passphrase-short"), tr("Take eight characters or more.")},
        {QStringLiteral("vault-damaged"),
            tr("The file secrets.vault is damaged. Nothing was changed; put a copy of your "
               "own in its place.")},
        {QStringLiteral("vault-newer"),
            tr("A newer Textdesk wrote the file secrets.vault. Use that version.")},
        {QStringLiteral("vault-write"),
            tr("The file could not be written. Free some disk space and try again.")},
        {QStringLiteral("vault-memory"),
            tr("There is not enough free memory just now. Close other programs and try again.")},
        {QStringLiteral("left-behind"),
            tr("Your tokens are under your passphrase now, but the keychain would not give up its "
               "copies. Delete the entries “Textdesk” in the keychain’s own program.")},
        {QStringLiteral("vault-exists"),
            tr("This profile has a passphrase already. Start Textdesk again.")}};
    return sentences.value(word);
}

} // namespace

KeepingWords wordsForKeeping(KeepingState state, const QString& keychain)
{
    return KeepingTexts::of(state, keychain);
}

QString describeKeeping(const Error& error)
{
    const QString known{KeepingTexts::ofError(error.detail())};
    return known.isEmpty() ? describe(error).sentence() : known;
}

KeepingState keepingStateOf(const Error& error)
{
    static const QHash<QString, KeepingState> states{
        {QStringLiteral("no-backend"), KeepingState::NoBackend},
        {QStringLiteral("locked"), KeepingState::Locked},
        {QStringLiteral("denied"), KeepingState::Denied},
        {QStringLiteral("silent"), KeepingState::Silent},
        {QStringLiteral("vault-locked"), KeepingState::VaultLocked},
        {QStringLiteral("vault-damaged"), KeepingState::VaultDamaged}};
    return error.kind() == ErrorKind::SecretUnavailable
        ? states.value(error.detail(), KeepingState::Good)
        : KeepingState::Good;
}

} // namespace Textdesk
