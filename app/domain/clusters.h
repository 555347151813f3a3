// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where a user-perceived character ends, by the rules of Unicode 10 (UAX #29, revision 31).
// Counts must agree with what the calculators in use bill by, and those have stayed with that
// version; QTextBoundaryFinder follows a newer one and its own syllables for Indic scripts.
#pragma once

#include <QStringView>

namespace Textdesk {

// The end of the cluster that begins at begin, which must lie inside of the text. CR LF is one.
[[nodiscard]] qsizetype clusterEnd(QStringView text, qsizetype begin);

} // namespace Textdesk
