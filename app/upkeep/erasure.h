// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Erases one person for good: rows, search index, log, backups, until no file of the profile holds
// them any more.
#pragma once

#include "app/storage/database.h"
#include "app/storage/erasing.h"

#include <QObject>

namespace Textdesk {

class Erasure final : public QObject {
    Q_OBJECT
public:
    Erasure(Database& database, Clock& clock, QObject* parent = nullptr);

    // number in any spelling; region is where numbers without a country code are from. Errors of
    // Address::parse as Rejected "invalid-number: ...".
    [[nodiscard]] Call<ErasePreview>* preview(const QString& number, const QString& region);
    // What the preview named. Settles with how many messages went when the last file is clean and a
    // fresh backup stands for the deleted ones. Rejected "still-sending" or "busy".
    [[nodiscard]] Call<qint64>* erase(const ErasePreview& person, bool optOutToo);

private:
    void nextSlice();
    void deleteRest();
    void awaitScrubbing();
    void cleanFiles();
    void backUpAgain();
    void settle(const Result<qint64>& result);

    Database& m_database;
    Clock& m_clock;
    QStringList m_peers;
    bool m_optOutToo{false};
    qint64 m_deleted{0};
    Call<qint64>* m_call{nullptr};
};

} // namespace Textdesk
