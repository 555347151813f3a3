// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where secrets are kept: an OS keychain, memory, or the environment; never a file of ours in the
// clear.
#pragma once

#include "app/base/call.h"
#include "app/base/secrettext.h"

namespace Textdesk {

// One short value, at most 2,560 bytes (the Windows limit).
struct SecretKey final {
    QString account; // the account's name
    QString name; // "token", "webhook-key"
    friend bool operator==(const SecretKey&, const SecretKey&) = default;
};

inline constexpr qsizetype longestSecret{2560}; // bytes

// Errors are SecretUnavailable with a detail that picks the screen: "not-found", "no-backend",
// "denied", "locked", "silent" (no answer in time), "read-only", "too-long".
class Secrets : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    [[nodiscard]] virtual Call<SecretText>* read(const SecretKey& key) = 0;
    [[nodiscard]] virtual Call<Done>* write(const SecretKey& key, const SecretText& value) = 0;
    // Removing what is not there is fine.
    [[nodiscard]] virtual Call<Done>* remove(const SecretKey& key) = 0;
    // Named on screens: "GNOME Keyring", "environment", ...
    [[nodiscard]] virtual QString backendName() const = 0;

signals:
    // What could not be read before may be readable now; nothing has to be asked of the person.
    void cameBack();
};

// The one kind of failure here, with its detail.
[[nodiscard]] Error secretError(QLatin1String detail);

} // namespace Textdesk
