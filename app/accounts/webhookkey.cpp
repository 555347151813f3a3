// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/webhookkey.h"

#include <QRandomGenerator>

namespace Textdesk {

QString newWebhookKey()
{
    // Without 0, 1, i, l, o: an address is sometimes read out or typed from a screen.
    static constexpr char letters[]{"abcdefghjkmnpqrstuvwxyz23456789"};
    constexpr int length{26};
    QString key;
    for (int i{0}; i < length; ++i) {
        key.append(
            QLatin1Char{letters[QRandomGenerator::system()->bounded(int(sizeof letters) - 1)]});
    }
    return key;
}

} // namespace Textdesk
