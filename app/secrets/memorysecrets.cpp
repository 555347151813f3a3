// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/memorysecrets.h"

namespace Textdesk {

Call<SecretText>* MemorySecrets::read(const SecretKey& key)
{
    const auto found = m_values.constFind({key.account, key.name});
    if (found == m_values.cend()) {
        return settledCall<SecretText>(this, fail(secretError(QLatin1String{"not-found"})));
    }
    return settledCall<SecretText>(this, *found);
}

Call<Done>* MemorySecrets::write(const SecretKey& key, const SecretText& value)
{
    if (value.revealUtf8().size() > longestSecret) {
        return settledCall<Done>(this, fail(secretError(QLatin1String{"too-long"})));
    }
    m_values.insert({key.account, key.name}, value);
    return settledCall<Done>(this, Done{});
}

Call<Done>* MemorySecrets::remove(const SecretKey& key)
{
    m_values.remove({key.account, key.name});
    return settledCall<Done>(this, Done{});
}

} // namespace Textdesk
