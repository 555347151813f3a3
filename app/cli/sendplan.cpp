// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sendplan.h"

#include "app/cli/explain.h"

#include <QSet>

namespace Textdesk {

namespace {

bool isAboutTheRecipient(const Error& error)
{
    return error.detail().startsWith(QStringLiteral("invalid-number"))
        || error.detail() == QStringLiteral("cannot-receive");
}

} // namespace

Result<SendPlan> planSend(const Draft& common, const QStringList& recipients, const QString& region)
{
    SendPlan plan;
    QSet<QString> named;
    for (const QString& to : recipients) {
        Draft draft{common};
        draft.to = to;
        const Result<Address> address{checkDraft(draft, region)};
        if (!address && !isAboutTheRecipient(address.error())) {
            return fail(address.error());
        }
        const QString key{address ? address->canonical() : to};
        if (named.contains(key)) {
            ++plan.repeated;
            continue;
        }
        named.insert(key);
        if (address) {
            plan.drafts.push_back(std::move(draft));
        } else {
            plan.refused.push_back({to, address.error(), plan.drafts.size()});
        }
    }
    return plan;
}

QJsonObject refusedJson(
    const RefusedRecipient& recipient, const Draft& common, const QString& account)
{
    return {{QStringLiteral("id"), QString{}}, {QStringLiteral("account"), account},
        {QStringLiteral("direction"), QStringLiteral("out")},
        {QStringLiteral("peer"), recipient.to}, {QStringLiteral("text"), common.text},
        {QStringLiteral("state"), QStringLiteral("failed")},
        {QStringLiteral("reason"), recipient.error.detail()},
        {QStringLiteral("message"), explain(recipient.error)},
        {QStringLiteral("campaign"), common.campaign}, {QStringLiteral("data"), common.dataField}};
}

} // namespace Textdesk
