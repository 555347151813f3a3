// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include "app/cli/explain.h"

#include <QJsonDocument>

#include <cstdio>

namespace Textdesk {

namespace {

QByteArray visible(const QString& text)
{
    constexpr char16_t firstPrintable{0x20};
    constexpr char16_t deleteCharacter{0x7f};
    constexpr char16_t lastC1{0x9f};
    QString shown;
    for (const QChar c : text) {
        const bool control{c.unicode() < firstPrintable
            || (c.unicode() >= deleteCharacter && c.unicode() <= lastC1)};
        // Marks that turn the direction of a line around could pass one text off as another.
        const bool turning{(c.unicode() >= 0x202a && c.unicode() <= 0x202e)
            || (c.unicode() >= 0x2066 && c.unicode() <= 0x2069)};
        shown += control || turning ? (c == u'\n' ? QChar{0x21b5} : QChar{0xfffd}) : c;
    }
    return shown.toUtf8();
}

} // namespace

void Output::write(Stream stream, QByteArray line) const
{
    line += '\n';
    if (m_sink) {
        m_sink(stream, line);
        return;
    }
    FILE* file{stream == Stream::Out ? stdout : stderr};
    std::fwrite(line.constData(), 1, size_t(line.size()), file);
    std::fflush(file); // a script reads the first line of 'listen' while we run on
}

void Output::line(const QString& text) const
{
    if (!m_json) {
        write(Stream::Out, visible(text));
    }
}

void Output::plainLine(const QString& text) const
{
    write(Stream::Out, visible(text));
}

void Output::object(const QJsonObject& object) const
{
    if (m_json) {
        write(Stream::Out, QJsonDocument{object}.toJson(QJsonDocument::Compact));
    }
}

void Output::array(const QJsonArray& array) const
{
    if (m_json) {
        write(Stream::Out, QJsonDocument{array}.toJson(QJsonDocument::Compact));
    }
}

void Output::error(const Error& error, const QString& about) const
{
    if (!m_json) {
        write(Stream::Err,
            visible(
                about.isEmpty() ? explain(error) : about + QStringLiteral(": ") + explain(error)));
        return;
    }
    QJsonObject body{
        {QStringLiteral("kind"), errorKindName(error.kind())},
        {QStringLiteral("detail"), error.detail()},
        {QStringLiteral("message"), explain(error)},
    };
    if (!about.isEmpty()) {
        body.insert(QStringLiteral("about"), about);
    }
    write(Stream::Err,
        QJsonDocument{QJsonObject{{QStringLiteral("error"), body}}}.toJson(QJsonDocument::Compact));
}

void Output::note(const QString& sentence) const
{
    if (!m_json) {
        write(Stream::Err, visible(sentence));
        return;
    }
    const QJsonObject body{{QStringLiteral("message"), sentence}};
    write(Stream::Err,
        QJsonDocument{QJsonObject{{QStringLiteral("note"), body}}}.toJson(QJsonDocument::Compact));
}

void Output::usage(const QString& sentence) const
{
    if (m_json) {
        const QJsonObject body{{QStringLiteral("kind"), QStringLiteral("Usage")},
            {QStringLiteral("message"), sentence}};
        write(Stream::Err,
            QJsonDocument{QJsonObject{{QStringLiteral("error"), body}}}.toJson(
                QJsonDocument::Compact));
        return;
    }
    write(Stream::Err, visible(sentence));
    write(Stream::Err, "Run 'textdesk-cli help' for all commands.");
}

} // namespace Textdesk
