// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One outgoing text as a line of words: the same after 'send' and in 'outbox list'.
#pragma once

#include "app/domain/message.h"

#include <QString>

namespace Textdesk {

[[nodiscard]] QString rowLine(const Message& message);

} // namespace Textdesk
