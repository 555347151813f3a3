// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/environmentsecrets.h"

#include <QSet>

#include <algorithm>

namespace Textdesk {

namespace {

QString variablePart(const QString& text)
{
    QString part;
    for (const char32_t point : text.toUcs4()) {
        const bool isLower{point >= U'a' && point <= U'z'};
        const bool isKept{(point >= U'A' && point <= U'Z') || (point >= U'0' && point <= U'9')};
        part += isLower ? QChar{char16_t(point - U'a' + U'A')}
            : isKept    ? QChar{char16_t(point)}
                        : QChar{u'_'};
    }
    return part;
}

} // namespace

QString environmentVariableName(const SecretKey& key)
{
    return QStringLiteral("TEXTDESK_SECRET_") + variablePart(key.account) + u'_'
        + variablePart(key.name);
}

bool environmentNamesCollide(const QString& account, const QString& other, const QStringList& names)
{
    QSet<QString> taken;
    for (const QString& name : names) {
        taken.insert(environmentVariableName({account, name}));
    }
    return std::any_of(names.cbegin(), names.cend(), [&taken, &other](const QString& name) {
        return taken.contains(environmentVariableName({other, name}));
    });
}

EnvironmentSecrets::EnvironmentSecrets(const QProcessEnvironment& environment, QObject* parent)
    : Secrets{parent}
    , m_environment{environment}
{ }

Call<SecretText>* EnvironmentSecrets::read(const SecretKey& key)
{
    const QString value{m_environment.value(environmentVariableName(key))};
    if (value.isEmpty()) {
        return settledCall<SecretText>(this, fail(secretError(QLatin1String{"not-found"})));
    }
    return settledCall<SecretText>(this, SecretText::fromString(value));
}

Call<Done>* EnvironmentSecrets::write(const SecretKey&, const SecretText&)
{
    return settledCall<Done>(this, fail(secretError(QLatin1String{"read-only"})));
}

Call<Done>* EnvironmentSecrets::remove(const SecretKey&)
{
    return settledCall<Done>(this, fail(secretError(QLatin1String{"read-only"})));
}

} // namespace Textdesk
