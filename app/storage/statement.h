// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A prepared statement lent from a Connection; resets itself, because an open cursor blocks WAL
// checkpoints.
#pragma once

#include "app/base/ids.h"
#include "app/storage/connection.h"

#include <QVariant>

#include <memory>
#include <type_traits>

namespace Textdesk {

class Statement final {
public:
    Statement(Connection& connection, std::shared_ptr<CachedStatement> cached);
    Statement(Statement&&) noexcept = default;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    Statement& operator=(Statement&&) = delete;
    ~Statement();

    // Binds every placeholder in order and executes. False (and a sticky error) on failure.
    template <typename... Values> bool run(const Values&... values)
    {
        int position{0};
        (bindAt(position++, toVariant(values)), ...);
        return execute();
    }
    // The next row; false at the end or after an error.
    [[nodiscard]] bool next();
    // run() and the first row in one.
    template <typename... Values> [[nodiscard]] bool first(const Values&... values)
    {
        return run(values...) && next();
    }

    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray blob(int column) const;
    [[nodiscard]] bool flag(int column) const { return integer(column) != 0; }
    // Rows changed by the last run().
    [[nodiscard]] int changes() const;
    [[nodiscard]] qint64 lastInsertId() const;

private:
    template <typename T> static QVariant toVariant(const T& value)
    {
        if constexpr (std::is_enum_v<T>) {
            return QVariant{static_cast<int>(value)};
        } else if constexpr (std::is_same_v<T, bool>) {
            return QVariant{value ? 1 : 0};
        } else if constexpr (std::is_same_v<T, QString>) {
            // A null QString would become SQL NULL and break NOT NULL columns.
            return value.isNull() ? QVariant{QStringLiteral("")} : QVariant{value};
        } else if constexpr (std::is_same_v<T, QByteArray>) {
            return value.isNull() ? QVariant{QByteArrayLiteral("")} : QVariant{value};
        } else if constexpr (requires {
                                 value.isValid();
                                 value.value();
                             }) {
            return QVariant{value.value()}; // a strong id
        } else {
            return QVariant{value};
        }
    }
    void bindAt(int position, const QVariant& value);
    bool execute();

    Connection* m_connection;
    std::shared_ptr<CachedStatement> m_cached;
};

// Empty text is stored as NULL, for columns with a unique index over what is known.
[[nodiscard]] inline QVariant nullIfEmpty(const QString& text)
{
    return text.isEmpty() ? QVariant{QMetaType::fromType<QString>()} : QVariant{text};
}

} // namespace Textdesk
