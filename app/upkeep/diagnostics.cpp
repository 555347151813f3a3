// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upkeep/diagnostics.h"

#include "app/storage/backup.h"
#include "app/storage/statement.h"
#include "app/storage/storesummary.h"
#include "app/upkeep/diagnosticstext.h"
#include "app/upkeep/logtraces.h"

#include <QFileInfo>

namespace Textdesk {

namespace {

constexpr int logLines{400};

// Names that the log must not show although the program may write them.
QStringList namesIn(Connection& db)
{
    QStringList names;
    auto query = db.prepare("SELECT name FROM account UNION SELECT name FROM contact");
    query.run();
    while (query.next()) {
        names.append(query.text(0));
    }
    return names;
}

QString logText(Connection& db, const QString& folder)
{
    const QStringList names{namesIn(db)};
    QString text;
    for (const QString& line : lastLogLines(folder, logLines)) {
        text += DiagnosticsText::redacted(line, names) + u'\n';
    }
    return text.isEmpty() ? QStringLiteral("There is no log.\n") : text;
}

} // namespace

Diagnostics::Diagnostics(Database& database, const Settings& settings, QObject* parent)
    : QObject{parent}
    , m_database{database}
    , m_settings{settings}
{ }

Call<std::vector<BundlePart>>* Diagnostics::collect()
{
    using Parts = std::vector<BundlePart>;
    const Parts known{{QStringLiteral("program.txt"), DiagnosticsText::program()},
        {QStringLiteral("settings.txt"), DiagnosticsText::settings(m_settings)}};
    return m_database.readAside<Parts>([known, file = m_database.file()](
                                           Connection& db) -> Result<Parts> {
        const auto summary = summarise(db);
        if (!summary) {
            return fail(summary.error());
        }
        Parts parts{known};
        parts.push_back({QStringLiteral("store.txt"),
            DiagnosticsText::store(*summary, QFileInfo{file}.size(), int(backupsOf(file).size()))});
        parts.push_back({QStringLiteral("log.txt"), logText(db, QFileInfo{file}.absolutePath())});
        return parts;
    });
}

Call<Done>* Diagnostics::save(const QString& file, const std::vector<BundlePart>& parts)
{
    return m_database.readAside<Done>(
        [file, parts](Connection&) { return writeBundle(file, parts); });
}

} // namespace Textdesk
