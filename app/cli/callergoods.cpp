// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/callergoods.h"

#include "app/secrets/environmentsecrets.h"

namespace Textdesk {

namespace {

void gatherSecrets(
    const ParsedCall& call, const ProviderRegistry& registry, Caller& caller, CallerGoods& goods)
{
    const QString account{call.arguments.value(QStringLiteral("name")).trimmed()};
    const QStringList asked{call.arguments.values(QStringLiteral("secret"))};
    QStringList known;
    if (const ProviderKind
        * kind{registry.find(call.arguments.value(QStringLiteral("provider")))}) {
        for (const SecretField& field : kind->secrets) {
            known.append(field.name);
        }
    }
    for (const QString& name : known) {
        const QString variable{environmentVariableName({account, name})};
        if (const QString value{caller.variable(variable)}; !value.isEmpty()) {
            goods.variables.insert(variable, value);
        }
    }
    for (const QString& name : asked) {
        if (!known.contains(name)) {
            return; // the command refuses it, so nobody types a secret for nothing
        }
        if (!goods.variables.contains(environmentVariableName({account, name}))) {
            goods.lines.append(caller.nextLine());
        }
    }
}

} // namespace

Result<CallerGoods> gatherGoods(
    const ParsedCall& call, const ProviderRegistry& registry, Caller& caller)
{
    constexpr qsizetype largestFile{1024 * 1024};
    CallerGoods goods;
    goods.folder = caller.path(QStringLiteral("."));
    const QString file{call.arguments.value(QStringLiteral("message-file"))};
    if (!file.isEmpty()) {
        const auto bytes = caller.file(file);
        if (bytes && bytes->size() > largestFile) {
            return fail(ErrorKind::Rejected, QStringLiteral("input-too-large"));
        }
        if (bytes) {
            goods.files.insert(file, *bytes);
        }
    }
    if (call.command->words == QStringLiteral("account add")) {
        gatherSecrets(call, registry, caller, goods);
    }
    return goods;
}

} // namespace Textdesk
