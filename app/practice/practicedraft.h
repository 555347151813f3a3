// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One text as a client asks for it, checked as the real service checks it (zoomconnect.md 3.1).
#pragma once

#include "app/practice/practicestate.h"

#include <QJsonObject>

namespace Textdesk {

struct PracticeDraft final {
    QString to; // E.164
    QString text;
    QString campaign;
    QString dataField;
    qint64 dueMs{0}; // ms since 1970 UTC; 0 = at once
};

// Jackson, which the real service runs on, reads a number where text is declared.
[[nodiscard]] QString practiceText(const QJsonValue& value);

// Error Rejected with the RestErrorDTO's code and text.
[[nodiscard]] Result<PracticeDraft> readPracticeDraft(
    const QJsonObject& object, const QString& defaultDate, const PracticeState& state);

} // namespace Textdesk
