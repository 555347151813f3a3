// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/desk.h"

namespace Textdesk {

Desk::Desk(QObject* parent)
    : QObject{parent}
{ }

} // namespace Textdesk
