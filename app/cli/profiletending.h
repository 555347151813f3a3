// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A profile that nobody opens in a window is looked after by the commands that own it: checks,
// retention, a backup a day.
#pragma once

#include "app/cli/output.h"
#include "app/cli/program.h"
#include "app/upkeep/profilecare.h"

namespace Textdesk {

class ProfileTending final : public QObject {
    Q_OBJECT
public:
    // Both outlive this.
    ProfileTending(Database& database, Clock& clock, Output output, QObject* parent = nullptr);

    // The command runs now. One that goes on until it is stopped is looked after like a window.
    void begin(const ParsedCall& call);
    // Whether the profile should be looked after before the program ends. Who only reads or sends
    // in a large profile is not made to wait, unless nothing else has come by for days.
    [[nodiscard]] bool isWantedAfter(const ParsedCall& call) const;
    // done() follows.
    void tend(const ParsedCall& call);

signals:
    void done();
    // Nothing may be sent any more.
    void damageFound();

private:
    [[nodiscard]] bool hasTime(const ParsedCall& call) const;
    void tell(const Error& error);

    Database& m_database;
    Output m_output;
    Cleaning m_cleaning;
    ProfileCare m_care;
};

} // namespace Textdesk
