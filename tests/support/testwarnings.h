// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A warning nobody expected is a failure: it is how Qt reports misuse.
#pragma once

#include <QByteArray>

namespace Textdesk::Testing {

// How many lines of a Qt Test text log are warnings or critical messages that the allow-list of
// testwarnings.cpp does not know; each is printed. (Qt Test replaces message handlers while it
// runs, so its own log is the place to look; what a test announced with QTest::ignoreMessage is not
// in it.)
[[nodiscard]] int unexpectedWarnings(const QByteArray& testLog);

} // namespace Textdesk::Testing
