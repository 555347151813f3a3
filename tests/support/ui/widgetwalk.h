// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Walks a window as a screen reader or a keyboard does.
#pragma once

#include <QStringList>

class QWidget;

namespace Textdesk::Testing {

// Every widget a person can act on that lacks an object name or an accessible name, as "Class
// name".
[[nodiscard]] QStringList namelessWidgets(const QWidget& root);
// Every label below root that would read markup.
[[nodiscard]] QStringList richLabels(const QWidget& root);

} // namespace Textdesk::Testing
