// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/providers/providerregistry.h"

#include <algorithm>

namespace Textdesk {

void ProviderRegistry::add(ProviderKind kind)
{
    m_kinds.append(std::move(kind));
}

const ProviderKind* ProviderRegistry::find(const QString& key) const
{
    const auto at = std::find_if(m_kinds.cbegin(), m_kinds.cend(),
        [&key](const ProviderKind& kind) { return kind.key == key; });
    return at == m_kinds.cend() ? nullptr : &*at;
}

QStringList ProviderRegistry::keys() const
{
    QStringList keys;
    for (const ProviderKind& kind : m_kinds) {
        keys.append(kind.key);
    }
    return keys;
}

AccountConfig ProviderRegistry::withDefaults(AccountConfig config) const
{
    if (const ProviderKind * kind{find(config.provider)}) {
        for (const SettingField& field : kind->settings) {
            if (!config.settings.contains(field.key)) {
                config.settings.insert(field.key, field.defaultValue);
            }
        }
    }
    return config;
}

} // namespace Textdesk
