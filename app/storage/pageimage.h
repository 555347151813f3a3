// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of a database as its last commit left them, read without SQLite, which refuses a file
// whose first page is gone (https://www.sqlite.org/fileformat2.html, sections 1.2 and 4).
#pragma once

#include <QByteArray>
#include <QFile>
#include <QHash>

namespace Textdesk {

class PageImage final {
public:
    static constexpr int pageBytes{4096}; // SQLite's choice; no file of ours has another

    // Nothing is readable of a file that cannot be opened.
    explicit PageImage(const QString& file);

    // Numbered from 1.
    [[nodiscard]] qint64 pages() const { return m_pages; }
    // The newest committed content, from the log if it is there; empty where nothing can be read.
    [[nodiscard]] QByteArray page(qint64 number) const;

private:
    void readLog();

    mutable QFile m_file;
    mutable QFile m_log;
    qint64 m_pages{0};
    QHash<qint64, qint64> m_inLog; // page number to its place in the log
};

} // namespace Textdesk
