// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves the profile by age, account by account, in slices that hold up nobody.
#pragma once

#include "app/storage/database.h"
#include "app/storage/retention.h"

#include <QObject>

namespace Textdesk {

class Cleaning final : public QObject {
    Q_OBJECT
public:
    Cleaning(Database& database, Clock& clock, QObject* parent = nullptr);

    [[nodiscard]] Call<std::vector<RetentionRule>>* rules();
    // What keeping that many days would delete now; nothing for 0, which is for ever.
    [[nodiscard]] Call<RetentionPreview>* preview(AccountId account, int days);
    // From the next run on; run() makes it true now.
    [[nodiscard]] Call<Done>* setDays(AccountId account, int days);
    // Deletes what every account's rule says; settles with how many messages went. One at a time:
    // Rejected "busy".
    [[nodiscard]] Call<qint64>* run();

private:
    struct Round;
    void nextAccount(const std::shared_ptr<Round>& round);
    void nextSlice(const std::shared_ptr<Round>& round, AccountId account, qint64 beforeMs);
    void finish(const std::shared_ptr<Round>& round, const Result<Done>& result);

    Database& m_database;
    Clock& m_clock;
    bool m_running{false};
};

} // namespace Textdesk
