// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Standard output and error of the command line, in words or in JSON.
#pragma once

#include "app/base/error.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace Textdesk {

class Output final {
public:
    explicit Output(bool json)
        : m_json{json}
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
    bool m_json;
};

} // namespace Textdesk
