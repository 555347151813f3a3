// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A line for a passphrase: never shown, never remembered by an input method.
#pragma once

#include <QLineEdit>

namespace Textdesk {

class PassphraseEdit final : public QLineEdit {
    Q_OBJECT
public:
    // words stand in it while it is empty, and are what a screen reader says.
    PassphraseEdit(const QString& name, const QString& words, QWidget* parent = nullptr);
};

} // namespace Textdesk
