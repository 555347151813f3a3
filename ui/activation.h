// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How one start of the program hands the focus on to the window of another one.
#pragma once

#include <QString>

class QWidget;

namespace Textdesk {

// What the desktop gave to this start; to be read before the QApplication takes it.
[[nodiscard]] QString activationToken();
// Shows the window in front of others, in the name of the start that got the token.
void bringToFront(QWidget& window, const QString& token);

} // namespace Textdesk
