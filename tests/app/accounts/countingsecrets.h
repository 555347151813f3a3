// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A secret store that a test can look into and break.
#pragma once

#include "app/secrets/secrets.h"

#include <QMap>
#include <QStringList>
#include <QTimer>

namespace Textdesk::Testing {

class CountingSecrets final : public Secrets {
    Q_OBJECT
public:
    using Secrets::Secrets;

    [[nodiscard]] Call<SecretText>* read(const SecretKey& key) override
    {
        if (!readProblem.isEmpty()) {
            return settledCall<SecretText>(this, fail(ErrorKind::SecretUnavailable, readProblem));
        }
        const auto found = values.constFind(key.account + u'/' + key.name);
        return found == values.cend() ? settledCall<SecretText>(
                   this, fail(ErrorKind::SecretUnavailable, QStringLiteral("not-found")))
                                      : settledCall<SecretText>(this, *found);
    }
    [[nodiscard]] Call<Done>* write(const SecretKey& key, const SecretText& value) override
    {
        if (writesLeft == 0) {
            return settledCall<Done>(
                this, fail(ErrorKind::SecretUnavailable, QStringLiteral("denied")));
        }
        --writesLeft;
        values.insert(key.account + u'/' + key.name, value);
        return settledCall<Done>(this, Done{});
    }
    [[nodiscard]] Call<Done>* remove(const SecretKey& key) override
    {
        removals.append(key.account + u'/' + key.name);
        if (!removeProblem.isEmpty()) {
            return settledCall<Done>(this, fail(ErrorKind::SecretUnavailable, removeProblem));
        }
        // A keychain answers late: who does not wait ends before anything was removed.
        auto* call = new Call<Done>{this};
        QTimer::singleShot(0, call, [this, call, key] {
            values.remove(key.account + u'/' + key.name);
            call->settle(Done{});
        });
        return call;
    }
    [[nodiscard]] QString backendName() const override { return QStringLiteral("test"); }

    QMap<QString, SecretText> values; // "account/name"
    QStringList removals; // asked for, in order
    QString readProblem;
    QString removeProblem;
    int writesLeft{1000};
};

} // namespace Textdesk::Testing
