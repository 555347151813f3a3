// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// https://www.sqlite.org/fileformat2.html, sections 1.6 (b-tree pages) and 2.1 (records). Nothing
// of what stands on the page is believed: every place is checked before it is read.
#include "app/storage/pagerows.h"

#include <QtEndian>

#include <array>
#include <bit>
#include <optional>

namespace Textdesk {

namespace {

constexpr char tableLeaf{0x0d};
constexpr int leafHeaderBytes{8};
constexpr int firstPageHeaderBytes{100};
constexpr int mostOnPage{PageImage::pageBytes - 35};
constexpr int leastOnPage{(PageImage::pageBytes - 12) * 32 / 255 - 23};
constexpr qint64 mostPayload{qint64{64} << 20}; // far above any text or event of ours
constexpr int mostValues{200};

// A place in bytes that moves on with what is read, and says when there was too little.
struct Cursor final {
    const QByteArray& bytes;
    qsizetype place{0};
    bool ok{true};

    [[nodiscard]] bool has(qsizetype count)
    {
        ok = ok && count >= 0 && place >= 0 && place + count <= bytes.size();
        return ok;
    }
    qint64 varint()
    {
        quint64 value{0};
        for (int i{0}; i < 9 && has(1); ++i) {
            const auto byte = quint8(bytes[place++]);
            if (i == 8) {
                return qint64((value << 8) | byte);
            }
            value = (value << 7) | (byte & 0x7fU);
            if ((byte & 0x80U) == 0) {
                return qint64(value);
            }
        }
        ok = false;
        return 0;
    }
    qint64 signedNumber(int size)
    {
        if (!has(size)) {
            return 0;
        }
        quint64 value{(quint8(bytes[place]) & 0x80U) != 0 ? ~quint64{0} : 0};
        for (int i{0}; i < size; ++i) {
            value = (value << 8) | quint8(bytes[place++]);
        }
        return qint64(value);
    }
    QByteArray part(qsizetype size)
    {
        if (!has(size)) {
            return {};
        }
        const QByteArray found{bytes.mid(place, size)};
        place += size;
        return found;
    }
};

std::optional<QByteArray> payloadAt(const PageImage& image, Cursor& cell, qint64 size)
{
    if (size < 1 || size > mostPayload) {
        return std::nullopt;
    }
    if (size <= mostOnPage) {
        QByteArray whole{cell.part(size)};
        return cell.ok ? std::optional{whole} : std::nullopt;
    }
    constexpr int perPage{PageImage::pageBytes - 4};
    const qint64 fitting{leastOnPage + (size - leastOnPage) % perPage};
    QByteArray whole{cell.part(fitting <= mostOnPage ? fitting : leastOnPage)};
    qint64 next{quint32(cell.signedNumber(4))};
    while (cell.ok && whole.size() < size) {
        const QByteArray page{image.page(next)};
        if (page.isEmpty()) {
            return std::nullopt;
        }
        next = qFromBigEndian<quint32>(page.constData());
        whole += page.mid(4, std::min<qint64>(perPage, size - whole.size()));
    }
    return cell.ok ? std::optional{whole} : std::nullopt;
}

QVariant valueOf(qint64 type, Cursor& body)
{
    constexpr std::array<int, 7> sizes{0, 1, 2, 3, 4, 6, 8};
    if (type == 0) {
        return {};
    }
    if (type <= 6) {
        return qlonglong{body.signedNumber(sizes[size_t(type)])};
    }
    if (type == 7) {
        return std::bit_cast<double>(body.signedNumber(8));
    }
    if (type == 8 || type == 9) {
        return qlonglong{type - 8};
    }
    body.ok = body.ok && type >= 12;
    const QByteArray bytes{body.part((type - 12) / 2)};
    return type % 2 == 0 ? QVariant{bytes} : QVariant{QString::fromUtf8(bytes)};
}

std::optional<std::vector<QVariant>> recordIn(const QByteArray& payload)
{
    Cursor header{payload};
    const qint64 headerBytes{header.varint()};
    if (!header.ok || headerBytes < 1 || headerBytes > payload.size()) {
        return std::nullopt;
    }
    Cursor body{payload, headerBytes};
    std::vector<QVariant> values;
    while (header.place < headerBytes) {
        const qint64 type{header.varint()};
        if (!header.ok || type < 0 || values.size() >= mostValues) {
            return std::nullopt;
        }
        values.push_back(valueOf(type, body));
    }
    const bool fits{
        header.place == headerBytes && body.ok && body.place == payload.size() && !values.empty()};
    return fits ? std::optional{values} : std::nullopt;
}

} // namespace

std::vector<PageRow> rowsOn(const PageImage& image, qint64 page)
{
    const QByteArray bytes{image.page(page)};
    const int start{page == 1 ? firstPageHeaderBytes : 0};
    if (bytes.isEmpty() || bytes[start] != tableLeaf) {
        return {};
    }
    const int cells{qFromBigEndian<quint16>(bytes.constData() + start + 3)};
    std::vector<PageRow> rows;
    for (int i{0}; i < cells; ++i) {
        const int pointer{start + leafHeaderBytes + 2 * i};
        if (pointer + 2 > bytes.size()) {
            break;
        }
        Cursor cell{bytes, qFromBigEndian<quint16>(bytes.constData() + pointer)};
        const qint64 size{cell.varint()};
        const qint64 rowId{cell.varint()};
        const auto payload = cell.ok ? payloadAt(image, cell, size) : std::nullopt;
        if (auto values = payload ? recordIn(*payload) : std::nullopt) {
            rows.push_back({rowId, std::move(*values)});
        }
    }
    return rows;
}

} // namespace Textdesk
