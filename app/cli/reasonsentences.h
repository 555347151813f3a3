// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The words of this program for machines, as sentences for people: one table, so that none reaches
// a person as it is.
#pragma once

#include <QHash>
#include <QString>

namespace Textdesk {

// Whole sentences, by the word beside a message, an account or an error.
[[nodiscard]] const QHash<QString, QString>& reasonSentences();
// What the network or an answer had, in the middle of a sentence; empty if there is no word for it.
[[nodiscard]] QString lineWords(const QString& word);

} // namespace Textdesk
