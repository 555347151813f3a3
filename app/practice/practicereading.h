// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The endpoints that create nothing: balance, messages, analyse, templates and the samples
// (zoomconnect.md 2.1, 3.2, 3.4, 6, 7).
#pragma once

#include "app/practice/practicerequest.h"
#include "app/practice/practicestate.h"

namespace Textdesk {

// Each takes the path parts after "api/rest/v1/<name>/".
[[nodiscard]] ServerAnswer practiceMessages(
    const PracticeRequest& request, const QStringList& rest, PracticeState& state);
[[nodiscard]] ServerAnswer practiceAnalyse(
    const PracticeRequest& request, const QString& what, const PracticeState& state);
[[nodiscard]] ServerAnswer practiceTemplates(
    const PracticeRequest& request, const QStringList& rest, PracticeState& state);
[[nodiscard]] ServerAnswer practiceBalance(const PracticeState& state);
[[nodiscard]] ServerAnswer practiceSample(bool bulk);

} // namespace Textdesk
