// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/secrets.h"

namespace Textdesk {

Error secretError(QLatin1String detail)
{
    return Error{ErrorKind::SecretUnavailable, detail};
}

} // namespace Textdesk
