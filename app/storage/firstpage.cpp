// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// https://www.sqlite.org/fileformat2.html, sections 1.3 (header), 1.6 (pages) and 2.6 (the list of
// tables, a table of five columns).
#include "app/storage/firstpage.h"

#include "app/storage/migrations.h"
#include "app/storage/pagerows.h"

#include <QtEndian>

#include <algorithm>
#include <vector>

namespace Textdesk {

namespace {

struct SchemaLeaf final {
    qint64 page{0};
    qint64 firstRow{0};
    qint64 lastRow{0};
};

bool isText(const QVariant& value)
{
    return value.metaType() == QMetaType::fromType<QString>();
}

bool isNumber(const QVariant& value)
{
    return value.metaType() == QMetaType::fromType<qlonglong>();
}

bool listsATable(const PageRow& row, qint64 pages)
{
    static const QStringList kinds{QStringLiteral("table"), QStringLiteral("index"),
        QStringLiteral("view"), QStringLiteral("trigger")};
    const auto& values = row.values;
    return values.size() == 5 && isText(values[0]) && kinds.contains(values[0].toString())
        && isText(values[1]) && isText(values[2]) && isNumber(values[3])
        && values[3].toLongLong() >= 0 && values[3].toLongLong() <= pages
        && (values[4].isNull() || isText(values[4]));
}

std::vector<SchemaLeaf> schemaLeaves(const PageImage& image)
{
    std::vector<SchemaLeaf> leaves;
    for (qint64 page{2}; page <= image.pages(); ++page) {
        const std::vector<PageRow> rows{rowsOn(image, page)};
        const bool isOne{!rows.empty()
            && std::all_of(rows.cbegin(), rows.cend(),
                [&](const auto& row) { return listsATable(row, image.pages()); })};
        if (isOne) {
            leaves.push_back({page, rows.front().rowId, rows.back().rowId});
        }
    }
    std::sort(leaves.begin(), leaves.end(),
        [](const auto& a, const auto& b) { return a.firstRow < b.firstRow; });
    // A page that was left behind by a split repeats rows of another one.
    std::vector<SchemaLeaf> apart;
    for (const SchemaLeaf& leaf : leaves) {
        if (apart.empty() || leaf.firstRow > apart.back().lastRow) {
            apart.push_back(leaf);
        }
    }
    return apart;
}

void put(QByteArray& page, int place, quint32 value)
{
    qToBigEndian(value, page.data() + place);
}

void putShort(QByteArray& page, int place, int value)
{
    qToBigEndian(quint16(value), page.data() + place);
}

QByteArray varint(qint64 number)
{
    QByteArray bytes{1, char(number & 0x7f)};
    for (number >>= 7; number > 0; number >>= 7) {
        bytes.prepend(char(0x80 | (number & 0x7f)));
    }
    return bytes;
}

QByteArray header(qint64 pages)
{
    QByteArray page{PageImage::pageBytes, '\0'};
    page.replace(0, 16, QByteArrayLiteral("SQLite format 3\0"));
    putShort(page, 16, PageImage::pageBytes);
    page[18] = 1; // without a log: the image holds what the log held
    page[19] = 1;
    page[21] = 64;
    page[22] = 32;
    page[23] = 32;
    put(page, 24, 1); // changes, as at 92, so that the count of pages is believed
    put(page, 28, quint32(pages));
    put(page, 40, 1); // the schema's cookie
    put(page, 44, 4); // its format
    put(page, 56, 1); // UTF-8
    put(page, 60, quint32(newestSchema()));
    put(page, 92, 1);
    put(page, 96, 3040000);
    return page;
}

// The root of the list of tables: an inner page, because ours never fits one page.
QByteArray firstPage(const std::vector<SchemaLeaf>& leaves, qint64 pages)
{
    constexpr int root{100};
    constexpr int innerHeaderBytes{12};
    constexpr char innerTable{0x05};
    QByteArray page{header(pages)};
    int end{PageImage::pageBytes};
    for (size_t i{0}; i + 1 < leaves.size(); ++i) {
        QByteArray cell{4, '\0'};
        put(cell, 0, quint32(leaves[i].page));
        cell += varint(leaves[i].lastRow);
        end -= int(cell.size());
        page.replace(end, cell.size(), cell);
        putShort(page, root + innerHeaderBytes + 2 * int(i), end);
    }
    page[root] = innerTable;
    putShort(page, root + 3, int(leaves.size()) - 1);
    putShort(page, root + 5, end);
    put(page, root + 8, quint32(leaves.back().page));
    return page;
}

} // namespace

Result<Done> copyWithNewFirstPage(const PageImage& image, const QString& copy)
{
    const std::vector<SchemaLeaf> leaves{schemaLeaves(image)};
    constexpr size_t mostLeaves{200}; // more would not fit the page, and are not ours
    if (leaves.empty() || leaves.size() > mostLeaves) {
        return fail(ErrorKind::Storage, QStringLiteral("unreadable"));
    }
    QFile file{copy};
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        return fail(ErrorKind::Storage, QStringLiteral("cannot-open"));
    }
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    bool written{file.write(firstPage(leaves, image.pages())) == PageImage::pageBytes};
    for (qint64 page{2}; page <= image.pages() && written; ++page) {
        QByteArray bytes{image.page(page)};
        bytes.resize(PageImage::pageBytes, '\0'); // what the disk does not give is damage, too
        written = file.write(bytes) == PageImage::pageBytes;
    }
    if (!written || !file.flush()) {
        return fail(ErrorKind::Storage, QStringLiteral("disk-full"));
    }
    return Done{};
}

} // namespace Textdesk
