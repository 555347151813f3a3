// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include "app/cli/explain.h"

#include <QJsonDocument>

#include <cstdio>

namespace Textdesk {

namespace {

void write(FILE* stream, const QByteArray& bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
    std::fputc('\n', stream);
    std::fflush(stream); // a script reads the first line of 'listen' while we run on
}

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

void Output::line(const QString& text) const
{
    if (!m_json) {
        write(stdout, visible(text));
    }
}

void Output::plainLine(const QString& text) const
{
    write(stdout, visible(text));
}

void Output::object(const QJsonObject& object) const
{
    if (m_json) {
        write(stdout, QJsonDocument{object}.toJson(QJsonDocument::Compact));
    }
}

void Output::array(const QJsonArray& array) const
{
    if (m_json) {
        write(stdout, QJsonDocument{array}.toJson(QJsonDocument::Compact));
    }
}

void Output::error(const Error& error, const QString& about) const
{
    if (!m_json) {
        write(stderr,
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
    write(stderr,
        QJsonDocument{QJsonObject{{QStringLiteral("error"), body}}}.toJson(QJsonDocument::Compact));
}

void Output::note(const QString& sentence) const
{
    if (!m_json) {
        write(stderr, visible(sentence));
        return;
    }
    const QJsonObject body{{QStringLiteral("message"), sentence}};
    write(stderr,
        QJsonDocument{QJsonObject{{QStringLiteral("note"), body}}}.toJson(QJsonDocument::Compact));
}

void Output::usage(const QString& sentence) const
{
    if (m_json) {
        const QJsonObject body{{QStringLiteral("kind"), QStringLiteral("Usage")},
            {QStringLiteral("message"), sentence}};
        write(stderr,
            QJsonDocument{QJsonObject{{QStringLiteral("error"), body}}}.toJson(
                QJsonDocument::Compact));
        return;
    }
    write(stderr, visible(sentence));
    write(stderr, "Run 'textdesk-cli help' for all commands.");
}

} // namespace Textdesk
