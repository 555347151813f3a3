// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/explainsecret.h"

#include "app/cli/sentencetable.h"

namespace Textdesk {

namespace {

constexpr SentenceRow rows[]{
    {"not-found",
        "The account's secret was not found. Nothing was sent or changed; unlock the "
        "keychain, or with --secrets env set TEXTDESK_SECRET_<ACCOUNT>_<NAME>."},
    {"left-behind",
        "The account is gone, but the keychain kept a secret of it. Nothing uses it any "
        "more; delete the entry 'Textdesk' in the keychain's own program."},
    {"no-passphrase",
        "The vault needs its passphrase: type it, set "
        "TEXTDESK_VAULT_PASSPHRASE, or give it as the first line of standard "
        "input. Nothing was changed."},
    {"wrong-passphrase", "This is not the vault's passphrase. Nothing was changed."},
    {"passphrase-short", "The passphrase needs eight characters or more. Nothing was changed."},
    {"vault-locked",
        "The vault is locked. Nothing was sent or changed; give its passphrase "
        "in TEXTDESK_VAULT_PASSPHRASE or with --secrets vault."},
    {"vault-missing",
        "This profile has no vault yet; 'account add --secrets vault' makes "
        "one. Nothing was changed."},
    {"vault-damaged",
        "The vault's file is damaged. Nothing was changed. Textdesk's "
        "own backups do not hold it: put a copy of your own in its place, or "
        "move secrets.vault away and add the accounts anew."},
    {"vault-newer",
        "The vault was written by a later Textdesk. Nothing was changed; use "
        "that version."},
    {"vault-write",
        "The vault could not be written. Nothing was changed; check the disk "
        "and the folder's permissions."},
    {"locked",
        "The keychain is locked. Nothing was sent or changed; unlock it on the "
        "desktop and try again."},
    {"denied",
        "The keychain did not let Textdesk in. Nothing was sent or changed; try "
        "again and allow it."},
    {"no-backend",
        "There is no keychain here. Nothing was sent or changed; keep secrets "
        "in a file under a passphrase (--secrets vault) or in the environment "
        "(--secrets env)."},
    {"silent",
        "The keychain does not answer. Nothing was sent or changed; look for a "
        "question of it on the desktop, or use --secrets vault or env."},
    {"read-only",
        "Secrets of the environment cannot be changed from here. Nothing was "
        "changed."},
    {"too-long", "The secret is longer than 2,560 bytes. Nothing was changed."},
    {"vault-memory",
        "There is not enough memory to open the vault (128 MiB are needed). "
        "Nothing was changed."},
};

} // namespace

QString explainSecret(const QString& detail)
{
    static const QHash<QString, QString> sentences{sentenceTable(rows)};
    const auto found = sentences.constFind(detail);
    return found != sentences.constEnd()
        ? *found
        : QStringLiteral("The secret could not be read or kept. Nothing was sent or changed; "
                         "unlock the keychain, or use --secrets vault or env.");
}

} // namespace Textdesk
