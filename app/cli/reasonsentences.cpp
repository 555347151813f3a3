// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/reasonsentences.h"

#include "app/cli/sentencetable.h"

namespace Textdesk {

namespace {

constexpr SentenceRow table[]{

    {"invalid-number",
        "The number is not one that can receive a text. Nothing was sent; "
        "correct the number."},
    {"empty-message", "The text is empty. Nothing was sent."},
    {"too-long", "The text is longer than 4,000 characters. Nothing was sent."},
    {"control-characters",
        "The text holds invisible control characters. Nothing was sent; type it "
        "anew or paste it as plain text."},
    {"data-field-too-long", "--data may be at most 36 characters long. Nothing was sent."},
    {"cannot-receive",
        "A sender name cannot receive texts. Nothing was sent; give a phone number."},
    {"cannot-schedule", "This provider cannot hold a text until later. Nothing was sent."},
    {"opted-out", "This person asked not to be texted. Nothing was sent; see 'optouts list'."},
    {"no-credit",
        "The account has no credit left. The text waits here unsent; top the "
        "account up, then run 'outbox run'."},
    {"unauthorized",
        "The provider refused the account's e-mail or token. What is queued "
        "waits here unsent; mend the token, then run 'account test'."},
    {"unknown-outcomes",
        "Several sends in a row ended without an answer, so sending is paused. "
        "Nothing is sent again by itself; run 'sync', then 'outbox run'."},
    {"moved-profile",
        "This profile was copied or moved here, so sending is off: its original "
        "would send the same texts. Nothing was sent; when only this one is "
        "used, run 'outbox run --confirm'."},
    {"restored",
        "The store was restored, and texts that waited in it were perhaps sent "
        "since. Nothing goes out by itself; look at 'outbox list', then run "
        "'outbox run --confirm'."},
    {"unknown-outcome",
        "No answer came, so the text was perhaps sent. It is not sent again by "
        "itself; 'sync' asks the provider, 'outbox settle' takes your word."},
    {"interrupted",
        "Textdesk was stopped while this was on its way, so it was perhaps "
        "sent. 'sync' asks the provider, 'outbox settle' takes your word."},
    {"not-found-at-provider",
        "The provider's list does not show this text. 'outbox settle ID "
        "--not-sent' sends it, '--sent' lets it rest."},
    {"overdue",
        "Its time passed while Textdesk was closed, so it waits. 'outbox settle "
        "ID --not-sent' sends it now, '--sent' drops it."},
    {"offline",
        "The provider could not be reached. The text waits here and goes out "
        "later; nothing was sent."},
    {"rate-limited", "The provider asked to slow down. The text waits here and goes out later."},
    {"wrong-address",
        "The base URL does not answer as this provider does. Nothing was sent; "
        "check the account's base-url."},
    {"secret", "The account's secret could not be read. Nothing was sent."},
    {"refused", "The provider refused this text. It was not sent."},
    {"failed", "The network could not deliver this text."},
    {"refunded", "The network could not deliver this text; the provider gave its price back."},
    {"account-removed", "Its account was removed before it went out. It was not sent."},
    {"unknown-setting", "This provider has no setting of that name. Nothing was changed."},
    {"cannot-listen",
        "This address and port cannot be listened on; perhaps another program "
        "does. Choose another with --port."},
    {"ledger-file",
        "The file of --ledger cannot be read and written. Nothing was started; name another."},
    {"cannot-send", "This account cannot send texts. Nothing was sent."},
    {"too-late", "It is on its way already. Nothing was changed."},
    {"not-failed", "This message did not fail; there is nothing to send again."},
    {"no-conversation", "There is no such conversation."},
    {"no-proof", "This provider offers no harmless test call."},
    {"no-account", "There is no account of that name; see 'account list'."},
    {"no-message", "There is no such message."},
    {"still-queued",
        "This text may still be sent, so it is not deleted. Settle it first "
        "('outbox settle')."},
    {"not-in-doubt", "This message is not in doubt; there is nothing to settle."},
    {"name-taken", "There is an account of that name already. Nothing was changed."},
    {"name-empty", "An account needs a name. Nothing was changed."},
    {"unknown-provider", "This program does not know that provider; it knows: zoomconnect."},
    {"in-use",
        "Another Textdesk is using this profile and does not answer. Nothing was "
        "changed; close it, or choose another with --profile."},
    {"owner-gone",
        "The Textdesk that carried this out ended before it told how it went. Texts that "
        "were stored are kept and go out when Textdesk starts again, so look at 'outbox "
        "list' and 'messages list' before you send anything a second time."},
    {"owner-gone-import",
        "The Textdesk that carried this import out ended before it was done. What came in so far "
        "is kept, and nothing of it is ever sent. Run the same command again: it goes on, and "
        "nothing comes in twice."},
    {"output-lost",
        "What this command had to say could not be written to its standard output: the disk is "
        "full, or nobody reads it. What it did is done; look before you run it again."},
    {"owner-gone-reading",
        "The Textdesk that answered this ended in the middle. Nothing was "
        "changed; run the command again."},
    {"owner-broken",
        "The Textdesk that uses this profile cannot read its accounts. Nothing "
        "was changed; see what its window says."},
    {"owner-refuses",
        "The Textdesk that uses this profile does not understand this command. "
        "Nothing was changed; close it and try again."},
    {"owner-version",
        "The Textdesk that uses this profile is of another version. Nothing was "
        "changed; close it and try again."},
    {"input-too-large", "The text file is larger than 1 MiB. Nothing was sent."},
    {"listener-ended",
        "The Textdesk that listened here has ended. What came in is stored; "
        "start 'listen' again to go on."},
    {"disk-full", "The disk is full. Nothing was changed; free some room and try again."},
    {"read-only",
        "The profile cannot be written. Nothing was changed; check the folder's "
        "permissions."},
    {"damaged",
        "The profile's database is damaged. Nothing was changed, and nothing is sent from it. Open "
        "Textdesk: it saves what can be read, or brings back a backup. Delete nothing before."},
    {"cannot-open", "The profile folder cannot be opened. Check that it exists and is yours."},

    {"practice-not-running",
        "This is the practice account: a make-believe provider inside Textdesk's window, which "
        "texts nobody and costs nothing. It lives while the window is open, and it is not open "
        "now; nothing was sent. Open Textdesk and run this again, or start 'practice serve' and "
        "add an account at the address that it prints."},
    {"not-a-number",
        "This is not a phone number or a short code. Nothing was changed; write it with its "
        "country code, such as +27 82 000 0010."},
    {"not-closed",
        "This number is not closed, so there is nothing to open. Nothing was changed; 'optouts "
        "list' shows who is."},
    {"not-incoming", "Only a text that came in can be read or not read. Nothing was changed."},
    {"account-gone", "The account was removed meanwhile. Its conversations stay readable."},
    {"no-credential", "The account keeps no secret of that name. Nothing was changed."},
    {"token-unusable",
        "The token cannot be one: it holds characters that no token has. Nothing was changed."},
    {"unusable-settings",
        "The account's settings do not fit together. Nothing was sent; 'doctor' says which."},
    {"extra-ca",
        "The file with additional certificate authorities cannot be read. Nothing was sent; choose "
        "it anew in Textdesk's settings."},
    {"proxy",
        "The proxy's settings cannot be used. Nothing was sent; mend them in Textdesk's settings."},
    {"busy",
        "Something else is at work on this at the moment. Nothing was changed; try again shortly."},
    {"io",
        "The disk did not read or write as it should. Nothing was changed; look at the disk, and "
        "keep a copy of the folder."},
    {"no-driver",
        "A part of Textdesk is missing: Qt's SQLite driver. Nothing was changed; install "
        "libqt6sql6-sqlite."},
    {"not-durable",
        "This folder's file system cannot promise that what is written stays. Nothing was changed; "
        "put the profile on a local disk (--profile)."},
    {"no-room",
        "There is too little room on the disk. Nothing was changed; free some and try again."},
    {"migration-missing",
        "This Textdesk was not put together as it should be. Nothing was changed; install it "
        "again."},
    {"unknown-profile",
        "There is no profile in this folder yet, and nothing was made there. Add an account first "
        "('account add'), or name another with --profile."},
};

constexpr SentenceRow lineTable[]{
    {"dns", "its name is not known; perhaps there is no internet connection"},
    {"refused", "nothing answers at that address"},
    {"tls", "its certificate is not trusted"},
    {"proxy-auth", "the proxy wants a name and a password"},
    {"proxy-dns", "the proxy's name is not known"},
    {"proxy-refused", "the proxy does not let us through"},
    {"network", "the connection failed"},
    {"cut", "the connection was cut"},
    {"timeout", "it did not answer in time"},
    {"malformed", "it does not speak HTTP"},
    {"empty", "it was empty"},
    {"html", "it was a web page"},
    {"not-json", "it was no JSON"},
    {"unreadable", "a part of it was missing or wrong"},
    {"answer-too-large", "it was too large"},
};

} // namespace

const QHash<QString, QString>& reasonSentences()
{
    static const QHash<QString, QString> sentences{sentenceTable(table)};
    return sentences;
}

QString lineWords(const QString& word)
{
    static const QHash<QString, QString> words{sentenceTable(lineTable)};
    return words.value(word.section(QStringLiteral(": "), 0, 0));
}

} // namespace Textdesk
