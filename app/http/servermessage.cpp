// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/servermessage.h"

namespace Textdesk {

QByteArray RawRequest::path() const
{
    const qsizetype mark{target.indexOf('?')};
    return mark < 0 ? target : target.left(mark);
}

QByteArray RawRequest::query() const
{
    const qsizetype mark{target.indexOf('?')};
    return mark < 0 ? QByteArray{} : target.mid(mark + 1);
}

} // namespace Textdesk
