// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/fieldwords.h"

#include <QCoreApplication>

namespace Textdesk {

namespace {

class FieldTexts final {
    Q_DECLARE_TR_FUNCTIONS(FieldTexts)
public:
    static FieldWords of(const QString& key);
    static QString secret(const QString& name);
};

FieldWords FieldTexts::of(const QString& key)
{
    if (key == QStringLiteral("name")) {
        return {tr("&Name"), tr("How you call this account, e.g. School office"),
            tr("Give the account a name, so that you can tell it from others.")};
    }
    if (key == QStringLiteral("base-url")) {
        return {
            tr("&Base address"), {}, tr("The base address begins with https:// and a host name.")};
    }
    if (key == QStringLiteral("email")) {
        return {tr("&E-mail"), tr("The e-mail address that you log in with"),
            tr("Type the e-mail address of the account.")};
    }
    if (key == QStringLiteral("token")) {
        return {tr("API &token"), tr("From the portal: Developer Settings"),
            tr("Paste the API token.")};
    }
    if (key == QStringLiteral("region")) {
        return {tr("&Country of numbers without a country code"), {}, {}};
    }
    if (key == QStringLiteral("webhook-key")) {
        return {tr("&Webhook key"), tr("From the portal, if checksums are on"), {}};
    }
    return {key, {}, tr("This is needed.")};
}

QString FieldTexts::secret(const QString& name)
{
    if (name == QStringLiteral("token")) {
        return tr("API token");
    }
    if (name == QStringLiteral("webhook-key")) {
        return tr("Webhook key");
    }
    return name;
}

} // namespace

FieldWords wordsForField(const QString& key)
{
    return FieldTexts::of(key);
}

QString secretTitle(const QString& name)
{
    return FieldTexts::secret(name);
}

} // namespace Textdesk
