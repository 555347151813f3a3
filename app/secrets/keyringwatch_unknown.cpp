// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Windows and macOS unlock their keychain with the person's session: there is nothing to wait for.
#include "app/secrets/keyringwatch.h"

namespace Textdesk {

KeyringWatch::KeyringWatch(QObject* parent)
    : QObject{parent}
{ }

void KeyringWatch::collectionChanged() { }

void KeyringWatch::propertiesChanged(const QString&, const QVariantMap&, const QStringList&) { }

void KeyringWatch::look() { }

} // namespace Textdesk
