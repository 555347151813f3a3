// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/formdecoder.h"

#include <QStringDecoder>

namespace Textdesk {

namespace {

int hexDigit(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    const char lower{char(c | 0x20)};
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// "UTF-8 decode without BOM": a byte order mark is text like any other, broken bytes become U+FFFD.
QString utf8Text(const QByteArray& bytes)
{
    QStringDecoder decoder{QStringDecoder::Utf8,
        QStringDecoder::Flag::ConvertInitialBom | QStringDecoder::Flag::Stateless};
    return decoder(bytes);
}

QString decodeComponent(QByteArrayView encoded)
{
    QByteArray bytes;
    bytes.reserve(encoded.size());
    for (qsizetype i{0}; i < encoded.size(); ++i) {
        const char c{encoded[i]};
        if (c == '%' && i + 2 < encoded.size()) {
            const int high{hexDigit(encoded[i + 1])};
            const int low{hexDigit(encoded[i + 2])};
            if (high >= 0 && low >= 0) {
                bytes.append(char(high * 16 + low));
                i += 2;
                continue;
            }
        }
        bytes.append(c == '+' ? ' ' : c);
    }
    return utf8Text(bytes);
}

// A lone surrogate cannot be written in UTF-8; toUtf8() writes U+FFFD or '?' by version, the
// standard wants U+FFFD.
QByteArray encodeComponent(const QString& text)
{
    QString whole{text};
    for (qsizetype i{0}; i < whole.size(); ++i) {
        if (whole[i].isHighSurrogate() && i + 1 < whole.size() && whole[i + 1].isLowSurrogate()) {
            ++i;
        } else if (whole[i].isSurrogate()) {
            whole[i] = QChar{QChar::ReplacementCharacter};
        }
    }
    return whole.toUtf8().toPercentEncoding();
}

} // namespace

// WHATWG URL standard, "application/x-www-form-urlencoded parsing".
FormFields decodeForm(QByteArrayView encoded)
{
    FormFields fields;
    qsizetype start{0};
    while (start <= encoded.size()) {
        const qsizetype mark{encoded.indexOf('&', start)};
        const qsizetype end{mark < 0 ? encoded.size() : mark};
        const QByteArrayView piece{encoded.sliced(start, end - start)};
        start = end + 1;
        if (piece.isEmpty()) {
            continue;
        }
        const qsizetype equals{piece.indexOf('=')};
        const QByteArrayView name{equals < 0 ? piece : piece.first(equals)};
        const QByteArrayView value{equals < 0 ? QByteArrayView{} : piece.sliced(equals + 1)};
        fields.emplace_back(decodeComponent(name), decodeComponent(value));
    }
    return fields;
}

QByteArray encodeForm(const FormFields& fields)
{
    QByteArray encoded;
    for (const auto& [name, value] : fields) {
        if (!encoded.isEmpty()) {
            encoded.append('&');
        }
        encoded.append(encodeComponent(name)).append('=').append(encodeComponent(value));
    }
    return encoded;
}

} // namespace Textdesk
