// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Header fields in the order they stood on the wire; names compare without case.
#pragma once

#include <QByteArray>

#include <optional>
#include <utility>
#include <vector>

namespace Textdesk {

class HeaderList final {
public:
    void add(QByteArray name, QByteArray value);
    // First value of that name.
    [[nodiscard]] std::optional<QByteArray> value(QByteArrayView name) const;
    [[nodiscard]] bool contains(QByteArrayView name) const { return value(name).has_value(); }
    [[nodiscard]] const std::vector<std::pair<QByteArray, QByteArray>>& all() const
    {
        return m_fields;
    }

private:
    std::vector<std::pair<QByteArray, QByteArray>> m_fields;
};

} // namespace Textdesk
