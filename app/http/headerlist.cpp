// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/headerlist.h"

namespace Textdesk {

void HeaderList::add(QByteArray name, QByteArray value)
{
    m_fields.emplace_back(std::move(name), std::move(value));
}

std::optional<QByteArray> HeaderList::value(QByteArrayView name) const
{
    for (const auto& [fieldName, fieldValue] : m_fields) {
        if (name.compare(fieldName, Qt::CaseInsensitive) == 0) {
            return fieldValue;
        }
    }
    return std::nullopt;
}

} // namespace Textdesk
