// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/passphrasestrength.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace Textdesk {

namespace {

constexpr qsizetype shortest{8}; // as VaultSecrets takes them

struct StrengthWords final {
    Q_DECLARE_TR_FUNCTIONS(PassphraseStrength)
};

} // namespace

Strength strengthOf(const QString& passphrase)
{
    constexpr qsizetype fair{14};
    constexpr qsizetype strong{20};
    if (passphrase.size() < shortest) {
        return Strength::TooShort;
    }
    // "aaaaaaaaaaaaaaaaaaaa" is long, and the first that is tried.
    const QSet<QChar> different{passphrase.cbegin(), passphrase.cend()};
    const qsizetype counted{std::min(passphrase.size(), different.size() * 2)};
    return counted >= strong ? Strength::Strong : counted >= fair ? Strength::Fair : Strength::Weak;
}

QString describeStrength(const QString& passphrase)
{
    if (passphrase.isEmpty()) {
        return {};
    }
    switch (strengthOf(passphrase)) {
    case Strength::TooShort:
        return StrengthWords::tr("Too short: take eight characters or more.");
    case Strength::Weak:
        return StrengthWords::tr("Easy to guess: four or five words are better.");
    case Strength::Fair:
        return StrengthWords::tr("Fair. One more word makes it strong.");
    case Strength::Strong:
        break;
    }
    return StrengthWords::tr("Strong.");
}

} // namespace Textdesk
