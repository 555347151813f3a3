// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Shown instead of the program when a later one was here: which, where to get it, and what can be
// done meanwhile.
#pragma once

#include "app/base/error.h"
#include "ui/prompt/prompt.h"
#include "ui/widgets/surface.h"

namespace Textdesk {

struct ProgramVersions final {
    QString here; // of this program
    QString there; // of the one that opened the profile last; empty if it did not say
    QString homepage; // where programs come from; empty if there is no such place
};

class NewerProfile final : public Surface {
    Q_OBJECT
public:
    // error is "newer-version: have 7, know 2", see app/storage/migrations.h.
    NewerProfile(const Theme& theme, const Error& error, const ProgramVersions& versions,
        Prompt& prompt, QWidget* parent = nullptr);
    [[nodiscard]] static bool isMeant(const Error& error);
    [[nodiscard]] static QString sentence(const Error& error, const ProgramVersions& versions);

signals:
    // The person chose another profile's folder.
    void otherWanted(const QString& folder);

private:
    void choose();
    Prompt& m_prompt;
};

} // namespace Textdesk
