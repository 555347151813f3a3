// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a profile's folder says about its store without opening it: that it wants to be repaired, or
// that it is gone.
#pragma once

#include <QString>

namespace Textdesk {

// A file of the profile, because a damaged database may take no word. Until the repair nothing but
// the repair opens the store.
void markForRescue(const QString& profileFolder);
[[nodiscard]] bool wantsRescue(const QString& profileFolder);
void forgetRescue(const QString& profileFolder);

// There are backups, but no database or an empty one: somebody lost it, and a new one in its place
// would hide that, and in three days take the place of the backups.
[[nodiscard]] bool isStoreGone(const QString& profileFolder);

} // namespace Textdesk
