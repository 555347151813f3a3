// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/listenwords.h"

#include <QHash>

namespace Textdesk {

namespace {

const QHash<QString, QString>& refusals()
{
    static const QHash<QString, QString> words{
        {QStringLiteral("forged"),
            QStringLiteral("its checksum is not right; check the webhook key on both sides")},
        {QStringLiteral("checksum-missing"),
            QStringLiteral("it has no checksum; switch it on at the provider")},
        {QStringLiteral("no-key"), QStringLiteral("the account has no webhook key to check it")},
        {QStringLiteral("ambiguous"), QStringLiteral("it can be read in two ways")},
        {QStringLiteral("nonce-missing"), QStringLiteral("it has no mark against repeats")},
        {QStringLiteral("nonce-too-far"),
            QStringLiteral("it is dated in the future; check the clock")},
        {QStringLiteral("expired"), QStringLiteral("it is too old; check this computer's clock")},
        {QStringLiteral("unreadable"), QStringLiteral("a part of it is missing or wrong")},
        {QStringLiteral("unknown-address"), QStringLiteral("it names no account of this profile")},
        {QStringLiteral("unknown-path"), QStringLiteral("no webhook address of ours is like that")},
        {QStringLiteral("not-post"), QStringLiteral("webhooks come by POST only")},
        {QStringLiteral("too-slow"), QStringLiteral("it came too slowly")},
        {QStringLiteral("too-many-connections"), QStringLiteral("too many came at once")},
        {QStringLiteral("too-many-from-address"),
            QStringLiteral("too many came at once from one address")},
        {QStringLiteral("body-too-large"), QStringLiteral("it was too large")},
        {QStringLiteral("header-too-large"), QStringLiteral("its head was too large")},
    };
    return words;
}

} // namespace

QString verdictWords(const QString& verdict, const QString& reason)
{
    if (verdict == QStringLiteral("applied")) {
        return QStringLiteral("taken in");
    }
    if (verdict == QStringLiteral("replayed")) {
        return QStringLiteral("came a second time, so it changed nothing");
    }
    // "404: unknown-path" of the listener, "unreadable: from" of a provider.
    const QString first{reason.section(QStringLiteral(": "), 0, 0)};
    bool isStatus{false};
    (void)first.toInt(&isStatus);
    const QString word{isStatus ? reason.section(QStringLiteral(": "), 1) : first};
    return QStringLiteral("refused, because %1")
        .arg(refusals().value(word, QStringLiteral("it was no proper request")));
}

} // namespace Textdesk
