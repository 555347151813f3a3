// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/explainsecret.h"

#include <QHash>

namespace Textdesk {

namespace {

const QHash<QString, QString>& secretSentences()
{
    static const QHash<QString, QString> sentences{
        {QStringLiteral("not-found"),
            QStringLiteral(
                "The account's secret was not found. Nothing was sent or changed; unlock the "
                "keychain, or with --secrets env set TEXTDESK_SECRET_<ACCOUNT>_<NAME>.")},
        {QStringLiteral("left-behind"),
            QStringLiteral(
                "The account is gone, but the keychain kept a secret of it. Nothing uses it any "
                "more; delete the entry 'Textdesk' in the keychain's own program.")},
        {QStringLiteral("no-passphrase"),
            QStringLiteral("The vault needs its passphrase: type it, set "
                           "TEXTDESK_VAULT_PASSPHRASE, or give it as the first line of standard "
                           "input. Nothing was changed.")},
        {QStringLiteral("wrong-passphrase"),
            QStringLiteral("This is not the vault's passphrase. Nothing was changed.")},
        {QStringLiteral("passphrase-short"),
            QStringLiteral("The passphrase needs eight characters or more. Nothing was changed.")},
        {QStringLiteral("vault-locked"),
            QStringLiteral("The vault is locked. Nothing was sent or changed; give its passphrase "
                           "in TEXTDESK_VAULT_PASSPHRASE or with --secrets vault.")},
        {QStringLiteral("vault-missing"),
            QStringLiteral("This profile has no vault yet; 'account add --secrets vault' makes "
                           "one. Nothing was changed.")},
        {QStringLiteral("vault-damaged"),
            QStringLiteral("The vault's file is damaged. Nothing was changed. Textdesk's "
                           "own backups do not hold it: put a copy of your own in its place, or "
                           "move secrets.vault away and add the accounts anew.")},
        {QStringLiteral("vault-newer"),
            QStringLiteral("The vault was written by a later Textdesk. Nothing was changed; use "
                           "that version.")},
        {QStringLiteral("vault-write"),
            QStringLiteral("The vault could not be written. Nothing was changed; check the disk "
                           "and the folder's permissions.")},
        {QStringLiteral("locked"),
            QStringLiteral("The keychain is locked. Nothing was sent or changed; unlock it on the "
                           "desktop and try again.")},
        {QStringLiteral("denied"),
            QStringLiteral("The keychain did not let Textdesk in. Nothing was sent or changed; try "
                           "again and allow it.")},
        {QStringLiteral("no-backend"),
            QStringLiteral("There is no keychain here. Nothing was sent or changed; keep secrets "
                           "in a file under a passphrase (--secrets vault) or in the environment "
                           "(--secrets env).")},
        {QStringLiteral("silent"),
            QStringLiteral("The keychain does not answer. Nothing was sent or changed; look for a "
                           "question of it on the desktop, or use --secrets vault or env.")},
        {QStringLiteral("read-only"),
            QStringLiteral("Secrets of the environment cannot be changed from here. Nothing was "
                           "changed.")},
        {QStringLiteral("too-long"),
            QStringLiteral("The secret is longer than 2,560 bytes. Nothing was changed.")},
        {QStringLiteral("vault-memory"),
            QStringLiteral("There is not enough memory to open the vault (128 MiB are needed). "
                           "Nothing was changed.")},
    };
    return sentences;
}

} // namespace

QString explainSecret(const QString& detail)
{
    const auto found = secretSentences().constFind(detail);
    return found != secretSentences().constEnd()
        ? *found
        : QStringLiteral("The secret could not be read or kept. Nothing was sent or changed; "
                         "unlock the keychain, or use --secrets vault or env.");
}

} // namespace Textdesk
