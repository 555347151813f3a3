// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// analyse: how many parts a text costs and why.
#include "app/cli/command.h"
#include "app/domain/segments.h"

#include <QJsonDocument>

namespace Textdesk {

namespace {

QJsonObject analysisOf(const QString& text)
{
    const SegmentCount count{countSegments(text)};
    QJsonArray costly;
    for (const CostlyCharacter& character : costlyCharacters(text)) {
        costly.append(QJsonObject{{QStringLiteral("position"), character.position},
            {QStringLiteral("character"), character.character},
            {QStringLiteral("replacement"), character.replacement}});
    }
    return {{QStringLiteral("encoding"), encodingName(count.encoding)},
        {QStringLiteral("segments"), count.segments}, {QStringLiteral("units"), count.units},
        {QStringLiteral("costly"), costly}};
}

void printObject(const QJsonObject& object)
{
    Output{true}.object(object);
}

// One JSON string a line in, one JSON object a line out.
bool analyseLines(CommandContext& context, const QByteArray& bytes)
{
    int number{0};
    // Whole, because line by line a NUL on standard input would end its line unseen.
    const QList<QByteArray> lines{bytes.split('\n')};
    for (const QByteArray& whole : lines) {
        const QByteArray line{whole.trimmed()};
        ++number;
        if (line.isEmpty()) {
            continue;
        }
        // QJsonDocument takes no bare string before an array is put around it.
        const QJsonDocument document{QJsonDocument::fromJson('[' + line + ']')};
        if (!document.isArray() || document.array().size() != 1
            || !document.array().at(0).isString()) {
            context.usage(QStringLiteral("Line %1 is not one JSON string.").arg(number));
            return false;
        }
        printObject(analysisOf(document.array().at(0).toString()));
    }
    return true;
}

void analyse(CommandContext& context)
{
    const QString path{context.arguments().value(QStringLiteral("file"))};
    const QStringList words{context.arguments().positional()};
    if (path.isEmpty() != (words.size() == 1)) {
        context.usage(QStringLiteral("analyse takes one TEXT, or --file F."));
        return;
    }
    if (!path.isEmpty()) {
        const auto bytes = context.caller().file(path);
        if (!bytes) {
            context.usage(QStringLiteral("The file '%1' cannot be read.").arg(path));
            return;
        }
        if (analyseLines(context, *bytes)) {
            context.finish(ExitCode::Done);
        }
        return;
    }
    const QJsonObject analysis{analysisOf(words.constFirst())};
    context.output().object(analysis);
    const SegmentCount count{countSegments(words.constFirst())};
    context.output().line(
        QStringLiteral("%1, %2, %3 units, %4 left in the last part")
            .arg(encodingName(count.encoding),
                count.segments == 1 ? QStringLiteral("1 part")
                                    : QStringLiteral("%1 parts").arg(count.segments))
            .arg(count.units)
            .arg(count.unitsLeft));
    for (const CostlyCharacter& character : costlyCharacters(words.constFirst())) {
        context.output().line(character.replacement.isEmpty()
                ? QStringLiteral("'%1' makes this UCS-2").arg(character.character)
                : QStringLiteral("'%1' makes this UCS-2; '%2' would not")
                      .arg(character.character, character.replacement));
    }
    context.finish(ExitCode::Done);
}

} // namespace

QList<Command> textCommands()
{
    return {{QStringLiteral("analyse"), QStringLiteral("TEXT | --file F"),
        QStringLiteral("how many parts a text costs, and why"),
        {{QStringLiteral("file"), true, false}}, 1, false, analyse}};
}

} // namespace Textdesk
