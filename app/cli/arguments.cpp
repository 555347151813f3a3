// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include <algorithm>

namespace Textdesk {

namespace {

const OptionSpec* findSpec(const QList<OptionSpec>& specs, const QString& name)
{
    const auto at = std::find_if(specs.cbegin(), specs.cend(),
        [&name](const OptionSpec& spec) { return spec.name == name; });
    return at == specs.cend() ? nullptr : &*at;
}

tl::unexpected<Error> usage(const QString& sentence)
{
    return fail(ErrorKind::Rejected, sentence);
}

} // namespace

Result<Arguments> Arguments::parse(const QStringList& words, const QList<OptionSpec>& specs)
{
    Arguments arguments;
    for (qsizetype i{0}; i < words.size(); ++i) {
        const QString& word{words[i]};
        if (word == QStringLiteral("--")) {
            arguments.m_positional += words.mid(i + 1);
            break;
        }
        if (!word.startsWith(QStringLiteral("--"))) {
            arguments.m_positional.append(word);
            continue;
        }
        const QString name{word.mid(2).section(u'=', 0, 0)};
        const bool inlineValue{word.contains(u'=')};
        const OptionSpec* spec{findSpec(specs, name)};
        if (!spec) {
            return usage(QStringLiteral("--%1 is not an option here.").arg(name));
        }
        if (!spec->repeats && arguments.m_options.contains(name)) {
            return usage(QStringLiteral("--%1 may be given only once.").arg(name));
        }
        if (!spec->takesValue) {
            if (inlineValue) {
                return usage(QStringLiteral("--%1 takes no value.").arg(name));
            }
            arguments.m_options[name] = {};
            continue;
        }
        if (!inlineValue && i + 1 >= words.size()) {
            return usage(QStringLiteral("--%1 needs a value.").arg(name));
        }
        arguments.m_options[name].append(inlineValue ? word.section(u'=', 1) : words[++i]);
    }
    return arguments;
}

QString Arguments::value(const QString& option, const QString& fallback) const
{
    const QStringList all{m_options.value(option)};
    return all.isEmpty() ? fallback : all.constLast();
}

} // namespace Textdesk
