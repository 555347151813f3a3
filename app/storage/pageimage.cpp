// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/pageimage.h"

#include <QtEndian>

#include <algorithm>

namespace Textdesk {

namespace {

constexpr int logHeaderBytes{32};
constexpr int frameHeaderBytes{24};
constexpr quint32 logMagic{0x377f0682}; // its lowest bit: checksums in big-endian words

quint32 word(const QByteArray& bytes, int place)
{
    return qFromBigEndian<quint32>(bytes.constData() + place);
}

// Section 4.2.
struct LogChecksum final {
    quint32 first{0};
    quint32 second{0};
    bool bigEndian{false};

    void add(const char* bytes, int size)
    {
        for (int i{0}; i + 8 <= size; i += 8) {
            first += read(bytes + i) + second;
            second += read(bytes + i + 4) + first;
        }
    }
    [[nodiscard]] bool standsAt(const QByteArray& bytes, int place) const
    {
        return word(bytes, place) == first && word(bytes, place + 4) == second;
    }

private:
    [[nodiscard]] quint32 read(const char* bytes) const
    {
        return bigEndian ? qFromBigEndian<quint32>(bytes) : qFromLittleEndian<quint32>(bytes);
    }
};

} // namespace

PageImage::PageImage(const QString& file)
    : m_file{file}
    , m_log{file + QStringLiteral("-wal")}
{
    if (m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        m_pages = m_file.size() / pageBytes;
    }
    if (m_log.open(QIODevice::ReadOnly)) {
        readLog();
    }
}

QByteArray PageImage::page(qint64 number) const
{
    if (number < 1 || number > m_pages) {
        return {};
    }
    const auto logged = m_inLog.constFind(number);
    const bool isLogged{logged != m_inLog.constEnd()};
    QFile& source{isLogged ? m_log : m_file};
    if (!source.seek(isLogged ? *logged : (number - 1) * pageBytes)) {
        return {};
    }
    const QByteArray bytes{source.read(pageBytes)};
    return bytes.size() == pageBytes ? bytes : QByteArray{};
}

// Up to the first frame that is torn or of an earlier round; only what a commit followed counts.
void PageImage::readLog()
{
    const QByteArray header{m_log.read(logHeaderBytes)};
    constexpr int afterSums{24};
    if (header.size() != logHeaderBytes || (word(header, 0) & ~1U) != logMagic
        || word(header, 8) != quint32{pageBytes}) {
        return;
    }
    LogChecksum sum{0, 0, (word(header, 0) & 1U) != 0};
    sum.add(header.constData(), afterSums);
    if (!sum.standsAt(header, afterSums)) {
        return;
    }
    QHash<qint64, qint64> sinceCommit;
    for (;;) {
        const qint64 place{m_log.pos() + frameHeaderBytes};
        const QByteArray frame{m_log.read(frameHeaderBytes + pageBytes)};
        if (frame.size() != frameHeaderBytes + pageBytes
            || frame.mid(8, 8) != header.mid(16, 8)) { // the salts of this round
            return;
        }
        sum.add(frame.constData(), 8);
        sum.add(frame.constData() + frameHeaderBytes, pageBytes);
        if (!sum.standsAt(frame, 16)) {
            return;
        }
        sinceCommit.insert(word(frame, 0), place);
        if (const quint32 pagesAfterCommit{word(frame, 4)}; pagesAfterCommit > 0) {
            m_inLog.insert(sinceCommit);
            sinceCommit.clear();
            m_pages = pagesAfterCommit;
        }
    }
}

} // namespace Textdesk
