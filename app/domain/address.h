// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Who a message goes to or comes from; two spellings of one number are one Address.
#pragma once

#include "app/base/result.h"

#include <QHashFunctions>
#include <QString>

namespace Textdesk {

class Address final {
public:
    enum class Kind {
        Number, // canonical form E.164, e.g. "+27820000012"
        ShortCode, // 3 to 6 digits as written: never turned into a national number
        Alphanumeric, // a sender name of 1 to 11 letters, digits or spaces with at least one letter
        Opaque // whatever a provider calls a party, e.g. "INF-1234"; shown, never dialled
    };

    // What a person typed or pasted. region is ISO 3166-1 alpha-2 ("ZA") and decides what a number
    // without country code means; empty accepts international spellings only.
    // Error Rejected, with a detail naming the rule: "empty", "too short", "not a number", "bad
    // country", "impossible".
    [[nodiscard]] static Result<Address> parse(const QString& text, const QString& region);
    // What a provider sent; never fails, ends as Opaque if nothing else fits. Digits with a
    // country code but no plus ("27820000012") are a Number when they are valid that way.
    [[nodiscard]] static Address fromProvider(const QString& text, const QString& region);
    // The stored canonical form back again; Opaque when it is none of the others.
    [[nodiscard]] static Address fromCanonical(const QString& canonical);

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] const QString& canonical() const { return m_canonical; }
    // National spelling for the home region, international elsewhere; other kinds as they are.
    [[nodiscard]] QString display(const QString& homeRegion) const;
    [[nodiscard]] bool canReceive() const
    {
        return m_kind == Kind::Number || m_kind == Kind::ShortCode;
    }

    friend bool operator==(const Address& a, const Address& b)
    {
        return a.m_canonical == b.m_canonical;
    }
    friend size_t qHash(const Address& address, size_t seed = 0)
    {
        return ::qHash(address.m_canonical, seed);
    }

private:
    Address(Kind kind, QString canonical);
    Kind m_kind;
    QString m_canonical;
};

} // namespace Textdesk
