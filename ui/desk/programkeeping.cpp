// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/programkeeping.h"

#include "ui/accounts/keepingwords.h"

namespace Textdesk {

ProgramKeeping::ProgramKeeping(SecretKeeping& keeping, QObject* parent)
    : KeepingDesk{parent}
    , m_keeping{keeping}
{
    connect(&m_keeping, &SecretKeeping::changed, this, &KeepingDesk::changed);
}

Call<Done>* ProgramKeeping::unlock(const SecretText& passphrase)
{
    return m_keeping.unlock(passphrase);
}

Call<Done>* ProgramKeeping::makeVault(const SecretText& passphrase)
{
    return m_keeping.makeVault(passphrase);
}

Call<Done>* ProgramKeeping::tryAgain()
{
    return m_keeping.tryAgain();
}

Call<Done>* ProgramKeeping::changePassphrase(const SecretText& old, const SecretText& fresh)
{
    return m_keeping.changePassphrase(old, fresh);
}

Call<Done>* ProgramKeeping::moveToKeychain()
{
    return m_keeping.moveToKeychain();
}

std::optional<Notice> ProgramKeeping::notice() const
{
    const KeepingState now{state()};
    if (now == KeepingState::Good) {
        return std::nullopt;
    }
    const bool isVault{now == KeepingState::VaultLocked};
    return Notice{QLatin1String{noticeKey}, Banner::Level::Warning,
        isVault ? tr("Your tokens wait for your passphrase.")
                : wordsForKeeping(now, keychainName()).title + u'.',
        tr("Messages and contacts stay readable; what you send waits here."),
        isVault ? tr("Type it") : tr("What can I do?")};
}

} // namespace Textdesk
