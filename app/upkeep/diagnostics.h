// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What helps somebody who helps: collected, shown to the person as it is, and only then saved.
#pragma once

#include "app/settings/settings.h"
#include "app/storage/database.h"
#include "app/upkeep/bundlefile.h"

#include <QObject>

namespace Textdesk {

class Diagnostics final : public QObject {
    Q_OBJECT
public:
    Diagnostics(Database& database, const Settings& settings, QObject* parent = nullptr);

    // Exactly the files that save() puts into the zip.
    [[nodiscard]] Call<std::vector<BundlePart>>* collect();
    [[nodiscard]] Call<Done>* save(const QString& file, const std::vector<BundlePart>& parts);

private:
    Database& m_database;
    const Settings& m_settings;
};

} // namespace Textdesk
