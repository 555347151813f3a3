// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/messaging/draft.h"

#include "app/messaging/reference.h"

#include <algorithm>

namespace Textdesk {

namespace {

// Tab, line feed and carriage return are text; other control characters are accidents of pasting
// that phones show as rubbish, and NUL cuts the text at some gateways.
bool isForbidden(QChar c)
{
    constexpr char16_t firstPrintable{0x20};
    constexpr char16_t deleteCharacter{0x7f};
    return (c.unicode() < firstPrintable && c != u'\t' && c != u'\n' && c != u'\r')
        || c.unicode() == deleteCharacter;
}

} // namespace

Result<Address> checkDraft(const Draft& draft, const QString& region)
{
    if (draft.text.trimmed().isEmpty()) {
        return fail(ErrorKind::Rejected, QStringLiteral("empty-message"));
    }
    if (draft.text.size() > longestText) {
        return fail(ErrorKind::Rejected, QStringLiteral("too-long"));
    }
    if (std::any_of(draft.text.cbegin(), draft.text.cend(), isForbidden)) {
        return fail(ErrorKind::Rejected, QStringLiteral("control-characters"));
    }
    if (draft.dataField.size() > longestPersonalData) {
        return fail(ErrorKind::Rejected, QStringLiteral("data-field-too-long"));
    }
    Result<Address> address{Address::parse(draft.to, region)};
    if (!address) {
        return fail(
            ErrorKind::Rejected, QStringLiteral("invalid-number: ") + address.error().detail());
    }
    if (!address->canReceive()) {
        return fail(ErrorKind::Rejected, QStringLiteral("cannot-receive"));
    }
    return address;
}

} // namespace Textdesk
