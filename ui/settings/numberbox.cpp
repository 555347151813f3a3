// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/numberbox.h"

namespace Textdesk {

QValidator::State NumberBox::validate(QString& text, int& position) const
{
    const QValidator::State state{QSpinBox::validate(text, position)};
    if (state != QValidator::Invalid) {
        return state;
    }
    QString typed{text};
    if (typed.endsWith(suffix())) {
        typed.chop(suffix().size());
    }
    bool isNumber{false};
    (void)locale().toInt(typed.trimmed(), &isNumber);
    return isNumber ? QValidator::Intermediate : QValidator::Invalid;
}

void NumberBox::fixup(QString& text) const
{
    QSpinBox::fixup(text);
    int position{0};
    if (QSpinBox::validate(text, position) != QValidator::Acceptable) {
        emit refused();
    }
}

} // namespace Textdesk
