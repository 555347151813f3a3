// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of a provider's form, as people call them.
#pragma once

#include <QString>

namespace Textdesk {

struct FieldWords final {
    QString label; // with its mnemonic
    QString hint;
    QString missing; // what to do when it is empty or no such thing
};

// key as the provider declares it; an unknown one is called by its key.
[[nodiscard]] FieldWords wordsForField(const QString& key);
// "API token" of "token".
[[nodiscard]] QString secretTitle(const QString& name);

} // namespace Textdesk
