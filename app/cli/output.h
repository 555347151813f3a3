// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a command says, in words or in JSON: to standard output and error, or to the program that
// asked for it.
#pragma once

#include "app/base/error.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <functional>

namespace Textdesk {

class Output final {
public:
    enum class Stream { Out, Err };
    // Takes whole lines, with their line feed.
    using Sink = std::function<void(Stream, const QByteArray&)>;

    // Without a sink: standard output and error.
    explicit Output(bool json, Sink sink = {})
        : m_json{json}
        , m_sink{std::move(sink)}
    { }

    [[nodiscard]] bool isJson() const { return m_json; }
    // A line of words, only when not --json; control characters are made visible, so that a text
    // from outside cannot drive the terminal.
    void line(const QString& text) const;
    // A line in either form.
    void plainLine(const QString& text) const;
    // One JSON value on a line, only with --json.
    void object(const QJsonObject& object) const;
    void array(const QJsonArray& array) const;
    // To standard error: a sentence, or {"error": {...}} with --json.
    void error(const Error& error, const QString& about = {}) const;
    void usage(const QString& sentence) const;
    // Beside the result, to standard error too: {"note": {"message": ...}} with --json.
    void note(const QString& sentence) const;

private:
    void write(Stream stream, QByteArray line) const;

    bool m_json;
    Sink m_sink;
};

} // namespace Textdesk
