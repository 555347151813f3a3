// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Why a text was not taken: said where the person can mend it, at the number or at the text.
#pragma once

#include "app/base/error.h"

#include <QString>

#include <optional>

namespace Textdesk {

struct DraftProblem final {
    bool isAboutNumber{false};
    QString sentence;
};

// Of what checkDraft() refuses (app/messaging/draft.h); nothing for an error of another kind.
[[nodiscard]] std::optional<DraftProblem> describeDraft(const Error& error);

} // namespace Textdesk
