// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The words of one call, sorted into a command, its options and the rest.
#pragma once

#include "app/base/result.h"

#include <QHash>
#include <QStringList>

namespace Textdesk {

struct OptionSpec final {
    QString name; // without the dashes
    bool takesValue{true};
    bool repeats{false};
};

class Arguments final {
public:
    // Options may stand anywhere; "--" ends them; "--name=value" and "--name value" are the same.
    // Error Rejected whose detail is a sentence for the person.
    [[nodiscard]] static Result<Arguments> parse(
        const QStringList& words, const QList<OptionSpec>& specs);

    [[nodiscard]] const QStringList& positional() const { return m_positional; }
    // Takes the first words away: the command's own.
    void dropPositional(int count) { m_positional = m_positional.mid(count); }
    [[nodiscard]] bool has(const QString& option) const { return m_options.contains(option); }
    // The last value given, or the fallback.
    [[nodiscard]] QString value(const QString& option, const QString& fallback = {}) const;
    [[nodiscard]] QStringList values(const QString& option) const
    {
        return m_options.value(option);
    }

private:
    QStringList m_positional;
    QHash<QString, QStringList> m_options;
};

} // namespace Textdesk
