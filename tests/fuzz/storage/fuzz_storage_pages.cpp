// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as the pages of a damaged database: what is read as a row has values, and nothing
// crashes.
#include "app/storage/firstpage.h"
#include "app/storage/pagerows.h"

#include <QTemporaryDir>

#include <algorithm>
#include <cstdlib>
#include <utility>

using namespace Textdesk;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    static const QTemporaryDir folder;
    const QString name{folder.filePath(QStringLiteral("hurt.db"))};
    // The first byte says how much of it is the log.
    const qsizetype log{size > 1 ? qsizetype(data[0] % 16U) * 1024 : 0};
    const QByteArray bytes{reinterpret_cast<const char*>(data), qsizetype(size)};
    for (const auto& [file, part] : {std::pair{name, bytes.mid(log)},
             std::pair{name + QStringLiteral("-wal"), bytes.left(log)}}) {
        QFile out{file};
        if (!out.open(QIODevice::WriteOnly) || out.write(part) != part.size()) {
            return 0;
        }
    }
    const PageImage image{name};
    constexpr qint64 enough{64};
    for (qint64 page{0}; page <= std::min(image.pages() + 1, enough); ++page) {
        for (const PageRow& row : rowsOn(image, page)) {
            if (row.values.empty()) {
                std::abort();
            }
        }
    }
    if (image.pages() <= enough) {
        (void)copyWithNewFirstPage(image, folder.filePath(QStringLiteral("copy.db")));
    }
    return 0;
}
