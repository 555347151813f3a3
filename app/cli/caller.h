// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What surrounds the person or script that called: files as they name them, standard input and the
// environment. A verb that another process carries out must find the caller's, not its own.
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace Textdesk {

class Caller {
public:
    Caller() = default;
    Caller(const Caller&) = delete;
    Caller& operator=(const Caller&) = delete;
    virtual ~Caller() = default;

    // An absolute path for a name that the caller gave.
    [[nodiscard]] virtual QString path(const QString& name) const = 0;
    // A small file as a whole, "-" for standard input; nothing if it cannot be read.
    [[nodiscard]] virtual std::optional<QByteArray> file(const QString& name) = 0;
    // A variable with a secret; empty if there is none.
    [[nodiscard]] virtual QString variable(const QString& name) const = 0;
    // The next line of standard input; empty at its end.
    [[nodiscard]] virtual QString nextLine() = 0;
};

} // namespace Textdesk
