// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/draftwords.h"

#include <QCoreApplication>

#include <array>

namespace Textdesk {

namespace {

struct DraftWords final {
    Q_DECLARE_TR_FUNCTIONS(DraftWords)
};

struct Known final {
    QLatin1String detail;
    bool isAboutNumber{false};
    const char* sentence{nullptr};
};

// The details of checkDraft(), and after "invalid-number: " those of Address::parse().
constexpr std::array known{
    Known{QLatin1String{"empty-message"}, false,
        QT_TRANSLATE_NOOP("DraftWords", "There are no words in this text yet.")},
    Known{QLatin1String{"too-long"}, false,
        QT_TRANSLATE_NOOP(
            "DraftWords", "This text is longer than 4,000 characters. Send it in several.")},
    Known{QLatin1String{"control-characters"}, false,
        QT_TRANSLATE_NOOP("DraftWords",
            "There are invisible control characters in this text, perhaps from pasting. Type that "
            "part anew.")},
    Known{QLatin1String{"cannot-receive"}, true,
        QT_TRANSLATE_NOOP(
            "DraftWords", "This is a sender’s name, not a number; it cannot get texts.")},
    Known{QLatin1String{"invalid-number: empty"}, true,
        QT_TRANSLATE_NOOP("DraftWords", "Type the number this text goes to.")},
    Known{QLatin1String{"invalid-number: not a number"}, true,
        QT_TRANSLATE_NOOP("DraftWords",
            "This is not a phone number. Type one such as 082 000 0010 or +27 82 000 0010.")},
    Known{QLatin1String{"invalid-number: too short"}, true,
        QT_TRANSLATE_NOOP("DraftWords", "This number is too short. Digits are missing.")},
    Known{QLatin1String{"invalid-number: bad country"}, true,
        QT_TRANSLATE_NOOP(
            "DraftWords", "No country has this code. Check the digits after the plus sign.")},
    Known{QLatin1String{"invalid-number: impossible"}, true,
        QT_TRANSLATE_NOOP("DraftWords",
            "No phone has a number like this. Check the digits and the country code.")},
};

} // namespace

std::optional<DraftProblem> describeDraft(const Error& error)
{
    if (error.kind() != ErrorKind::Rejected || error.httpStatus() != 0) {
        return std::nullopt;
    }
    for (const Known& one : known) {
        if (error.detail() == one.detail) {
            return DraftProblem{one.isAboutNumber, DraftWords::tr(one.sentence)};
        }
    }
    if (error.detail().startsWith(QLatin1String{"invalid-number"})) {
        return DraftProblem{true,
            DraftWords::tr(
                "This is not a number that can get texts. Check the digits and the country code.")};
    }
    return std::nullopt;
}

} // namespace Textdesk
