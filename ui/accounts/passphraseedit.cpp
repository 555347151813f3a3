// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/passphraseedit.h"

namespace Textdesk {

PassphraseEdit::PassphraseEdit(const QString& name, const QString& words, QWidget* parent)
    : QLineEdit{parent}
{
    setObjectName(name);
    setAccessibleName(words);
    setPlaceholderText(words);
    setEchoMode(QLineEdit::Password);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    setTextMargins(8, 0, 8, 0);
}

} // namespace Textdesk
