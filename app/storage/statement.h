// SPDX-FileCopyrightText: The Textdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A prepared statement lent from a Connection; resets itself, because an open cursor blocks WAL
// checkpoints.
#pragma once

#include "app/base/ids.h"
#include "app/storage/connection.h"

#include <QByteArray>
#include <QVariant>

#include <memory>
#include <type_traits>

namespace Textdesk {

// Empty text is stored as NULL, for columns with a unique index over what is known.
struct NullIfEmpty final {
    QString text;
};
[[nodiscard]] inline NullIfEmpty nullIfEmpty(const QString& text)
{
    return {text};
}

class Statement final {
public:
    Statement(Connection& connection, std::shared_ptr<CachedStatement> cached);
    Statement(Statement&&) noexcept = default;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    Statement& operator=(Statement&&) = delete;
    ~Statement();

    // Binds every placeholder in order ("?2" by its number) and executes. False (and a sticky
    // error) on failure.
    template <typename... Values> bool run(const Values&... values)
    {
        if (!begin()) {
            return false;
        }
        int position{0};
        (bindValue(++position, values), ...);
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
    [[nodiscard]] int changes() const { return m_changes; }
    [[nodiscard]] qint64 lastInsertId() const;

private:
    enum class Row { None, Waiting, Current };

    template <typename T> void bindValue(int position, const T& value)
    {
        if constexpr (std::is_enum_v<T>) {
            bind(position, qint64{static_cast<std::underlying_type_t<T>>(value)});
        } else if constexpr (std::is_integral_v<T>) {
            bind(position, static_cast<qint64>(value));
        } else if constexpr (!std::is_same_v<T, QVariant> && requires {
                                 value.isValid();
                                 value.value();
                             }) {
            bind(position, value.value()); // a strong id
        } else {
            bind(position, value);
        }
    }
    void bind(int position, qint64 value);
    void bind(int position, double value);
    void bind(int position, const QString& value);
    void bind(int position, const QByteArray& value);
    void bind(int position, const NullIfEmpty& value);
    void bind(int position, const QVariant& value); // a null one is NULL
    void noteBound(int result);
    [[nodiscard]] bool begin();
    bool execute();

    Connection* m_connection;
    std::shared_ptr<CachedStatement> m_cached;
    Row m_row{Row::None};
    int m_changes{0};
};

} // namespace Textdesk
