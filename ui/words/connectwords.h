// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Why an account could not be connected: one sentence, at the field that can mend it.
#pragma once

#include "app/base/error.h"

#include <QString>

namespace Textdesk {

struct ConnectProblem final {
    enum class Field { Form, Name, Email, Token, Address };
    Field field{Field::Form};
    QString sentence;
};

// isUsualAddress: the provider's own, so that what does not answer is not what was typed.
[[nodiscard]] ConnectProblem describeConnecting(const Error& error, bool isUsualAddress = false);

} // namespace Textdesk
