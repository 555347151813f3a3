// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets that live as long as the program: for the practice account and for tests.
#pragma once

#include "app/secrets/secrets.h"

#include <QHash>

#include <utility>

namespace Textdesk {

class MemorySecrets final : public Secrets {
    Q_OBJECT
public:
    using Secrets::Secrets;
    [[nodiscard]] Call<SecretText>* read(const SecretKey& key) override;
    [[nodiscard]] Call<Done>* write(const SecretKey& key, const SecretText& value) override;
    [[nodiscard]] Call<Done>* remove(const SecretKey& key) override;
    [[nodiscard]] QString backendName() const override { return QStringLiteral("memory"); }

private:
    QHash<std::pair<QString, QString>, SecretText> m_values;
};

} // namespace Textdesk
