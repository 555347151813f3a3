// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One 'doctor': looks at everything that can go wrong, one after the other, and never stops at the
// first. It only looks: nothing is changed, but damage is noted for the next start.
#pragma once

#include "app/cli/command.h"
#include "app/cli/doctorfinding.h"

namespace Textdesk {

class DoctorRun final : public QObject {
    Q_OBJECT
public:
    explicit DoctorRun(CommandContext& context);

    void start();
    // The profile cannot be used, or its accounts cannot be read.
    void startWithout(const Error& problem);

private:
    void checkStore();
    void probeSecrets();
    void checkAccounts();
    void nextAccount();
    void askProvider(const Account& account);
    void heardProvider(const QString& name, const QUrl& address, const Result<Done>& answer);
    void askTheTime(const QString& name, const QUrl& address);
    void checkListener();
    void add(Finding finding);
    void addAll(Doctor::Findings findings);
    void report();

    CommandContext& m_context;
    QString m_folder;
    Doctor::Findings m_findings;
    std::vector<AccountId> m_left;
    bool m_accountsRead{true};
};

} // namespace Textdesk
